using System.Globalization;
using DlpDashboard.Access.Settings;
using DlpDashboard.Kernel;

namespace DlpDashboard.Admin.Settings;

/// <summary>What differs between settings, value by value: for the audit trail, and to know whether there is anything to save.</summary>
internal static class SettingsChanges
{
    /// <summary>By field as REST names it: "90 → 30"; empty where nothing differs.</summary>
    public static IReadOnlyDictionary<string, string?> Between(OrganisationSettings now, SettingsDraft wanted)
    {
        var (before, after) = (Flat(now.Prices, now.Limits, now.Retention), Flat(wanted.Prices, wanted.Limits, wanted.Retention));
        return before.Keys.Union(after.Keys)
            .Select(field => (Field: field, Before: before.GetValueOrDefault(field), After: after.GetValueOrDefault(field)))
            .Where(change => change.Before != change.After)
            .OrderBy(change => change.Field, StringComparer.Ordinal)
            .ToDictionary(change => change.Field, change => (string?)$"{change.Before ?? "default"} → {change.After ?? "default"}", StringComparer.Ordinal);
    }

    private static Dictionary<string, string> Flat(IReadOnlyDictionary<string, PriceList> prices, OrganisationLimits limits, RetentionPeriods retention)
    {
        var flat = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["limits.largestObjectBytes"] = Text(limits.LargestObjectBytes) ?? "no limit",
            ["limits.scansAtOnce"] = Text(limits.ScansAtOnce) ?? "no limit",
        };
        foreach (var kind in Enum.GetValues<RetentionKind>())
        {
            flat[SettingsCheck.FieldOf(kind)] = Text(retention.Tidy().Of(kind)) ?? "for ever";
        }

        foreach (var (provider, list) in prices)
        {
            Add(flat, $"prices.{provider}", list);
        }

        return flat;
    }

    private static void Add(Dictionary<string, string> flat, string field, PriceList list)
    {
        flat[$"{field}.name"] = list.Name;
        flat[$"{field}.currency"] = list.Currency;
        flat[$"{field}.listPer1000"] = Text(list.ListPer1000);
        flat[$"{field}.getPer1000"] = Text(list.GetPer1000);
        flat[$"{field}.transferPerGb"] = Text(list.TransferPerGb);
        flat[$"{field}.chargesTransfer"] = list.ChargesTransfer ? "yes" : "no";
        flat[$"{field}.objectsPerList"] = list.ObjectsPerList.ToString(CultureInfo.InvariantCulture);
        flat[$"{field}.bytesPerGet"] = list.BytesPerGet.ToString(CultureInfo.InvariantCulture);
        foreach (var (name, prices) in list.Classes)
        {
            flat[$"{field}.classes.{name}"] = $"{(prices.GetPer1000 is { } get ? Text(get) : "usual")} a 1,000 reads, {Text(prices.RetrievalPerGb)} a GB";
        }
    }

    // 0.10 and 0.1 are the same price.
    private static string Text(decimal price) => price.ToString("0.############################", CultureInfo.InvariantCulture);

    private static string? Text(long? number) => number?.ToString(CultureInfo.InvariantCulture);
}
