using System.Text.RegularExpressions;
using DlpDashboard.Access.Settings;
using DlpDashboard.Kernel;

namespace DlpDashboard.Admin.Settings;

/// <summary>Which settings are well formed. Says everything that is wrong at once, each with its field; what is sent in masses is refused as a whole.</summary>
internal static partial class SettingsCheck
{
    /// <summary>Most storage classes of one price table.</summary>
    public const int MaxClasses = 50;

    /// <summary>Longest name of a storage class.</summary>
    public const int ClassLength = 60;

    /// <summary>Longest name of a price table.</summary>
    public const int NameLength = 160;

    /// <summary>Highest price.</summary>
    public const decimal MostPrice = 1_000_000m;

    private const int MostProblems = 50;

    /// <summary>Every rule that the draft breaks, up to fifty.</summary>
    public static IReadOnlyList<Problem> Problems(SettingsDraft draft) =>
        [.. PriceProblems(draft.Prices).Concat(LimitProblems(draft.Limits)).Concat(RetentionProblems(draft.Retention)).Take(MostProblems)];

    private static IEnumerable<Problem> PriceProblems(IReadOnlyDictionary<string, PriceList> prices)
    {
        if (prices.Count > PricingOptions.Providers.Count * 2)
        {
            return [Problem.Invalid("settings.prices", $"Prices are set for {string.Join(", ", PricingOptions.Providers)} only. Leave out the others.", "prices")];
        }

        return prices.SelectMany(pair => PricingOptions.Providers.Contains(pair.Key)
            ? ListProblems(pair.Value, $"prices.{pair.Key}")
            : [Problem.Invalid("settings.provider", $"There is no price table of this provider. Prices are set for {string.Join(", ", PricingOptions.Providers)}.", $"prices.{StorableText.Of(pair.Key, 40)}")]);
    }

    private static IEnumerable<Problem> ListProblems(PriceList list, string field)
    {
        Problem?[] all =
        [
            list.Name.Trim().Length is 0 or > NameLength ? Problem.Invalid("settings.price-name", $"Say in at most {NameLength} characters whose prices these are, such as the contract's name.", $"{field}.name") : null,
            Currency().IsMatch(list.Currency) ? null : Problem.Invalid("settings.currency", "Write the currency as three capital letters, such as USD or EUR.", $"{field}.currency"),
            Price(list.ListPer1000, $"{field}.listPer1000"),
            Price(list.GetPer1000, $"{field}.getPer1000"),
            Price(list.TransferPerGb, $"{field}.transferPerGb"),
            list.ObjectsPerList is < 1 or > 1_000_000 ? Problem.Invalid("settings.page", "A page of a listing has 1 to 1,000,000 objects.", $"{field}.objectsPerList") : null,
            list.BytesPerGet < 0 ? Problem.Invalid("settings.part", "Bytes of one read are 0, for whole objects, or more.", $"{field}.bytesPerGet") : null,
            list.Classes.Count > MaxClasses ? Problem.Invalid("settings.classes", $"At most {MaxClasses} storage classes have prices of their own. Leave some out.", $"{field}.classes") : null,
        ];
        var classes = list.Classes.Count > MaxClasses ? [] : list.Classes.SelectMany(pair => ClassProblems(pair.Key, pair.Value, $"{field}.classes"));
        var twice = list.Classes.Keys.GroupBy(name => name.Trim(), StringComparer.OrdinalIgnoreCase).Where(same => same.Count() > 1)
            .Select(same => Problem.Invalid("settings.class-twice", $"The storage class {StorableText.Of(same.Key, ClassLength)} stands here twice. Keep one.", $"{field}.classes"));
        return all.OfType<Problem>().Concat(classes).Concat(twice);
    }

    private static IEnumerable<Problem> ClassProblems(string name, ClassPrices prices, string field)
    {
        if (!ClassName().IsMatch(name))
        {
            return [Problem.Invalid("settings.class-name", $"A storage class is called by letters, digits, dashes and underscores, at most {ClassLength}, as the provider writes it.", field)];
        }

        Problem?[] all =
        [
            prices.GetPer1000 is { } get ? Price(get, $"{field}.{name}.getPer1000") : null,
            Price(prices.RetrievalPerGb, $"{field}.{name}.retrievalPerGb"),
        ];
        return all.OfType<Problem>();
    }

    private static IEnumerable<Problem> LimitProblems(OrganisationLimits limits)
    {
        if (limits.LargestObjectBytes is < 1 or > OrganisationLimits.MostObjectBytes)
        {
            yield return Problem.Invalid("settings.largest-object", "The largest object lies between 1 byte and 1,000 TB. Choose another size or leave it empty.", "limits.largestObjectBytes");
        }

        if (limits.ScansAtOnce is < 1 or > OrganisationLimits.MostScansAtOnce)
        {
            yield return Problem.Invalid("settings.scans-at-once", $"Between 1 and {OrganisationLimits.MostScansAtOnce} scans run at the same time. Choose another number or leave it empty.", "limits.scansAtOnce");
        }
    }

    private static IEnumerable<Problem> RetentionProblems(RetentionPeriods raw)
    {
        var periods = raw.Tidy();
        foreach (var kind in Enum.GetValues<RetentionKind>())
        {
            if (periods.Of(kind) is < RetentionPeriods.LeastDays or > RetentionPeriods.MostDays)
            {
                yield return Problem.Invalid("settings.retention", $"Keep it for {RetentionPeriods.LeastDays} to {RetentionPeriods.MostDays:N0} days; empty or 0 keeps it for ever.", FieldOf(kind));
            }
        }

        int?[] others = [periods.ScansDays, periods.SamplesDays, periods.FiringsDays, periods.EventsDays];
        if (periods.AuditDays is { } audit && others.Any(days => days is null || days > audit))
        {
            yield return Problem.Invalid("settings.retention-audit", "The audit trail is kept at least as long as everything else. Choose a longer period or leave it empty.", FieldOf(RetentionKind.Audit));
        }
    }

    /// <summary>The field of a kind's period.</summary>
    public static string FieldOf(RetentionKind kind) => $"retention.{kind.ToString().ToLowerInvariant()}Days";

    private static Problem? Price(decimal price, string field) =>
        price is >= 0 and <= MostPrice ? null : Problem.Invalid("settings.price", $"A price lies between 0 and {MostPrice:N0}.", field);

    [GeneratedRegex(@"\A[A-Z]{3}\z", RegexOptions.NonBacktracking)]
    private static partial Regex Currency();

    [GeneratedRegex(@"\A[A-Za-z0-9_-]{1,60}\z", RegexOptions.NonBacktracking)]
    private static partial Regex ClassName();
}
