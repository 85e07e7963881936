using System.Globalization;
using DlpDashboard.Access.Settings;
using DlpDashboard.Kernel;

namespace DlpDashboard.Admin.Settings.Pages;

/// <summary>What stands in the form of the settings, as it was written.</summary>
internal sealed class SettingsForm
{
    /// <summary>Bytes of the form's unit: sizes are told in powers of 1,000 everywhere.</summary>
    private const decimal Megabyte = 1_000_000;

    private readonly SettingsView _view;

    private SettingsForm(SettingsView view) => _view = view;

    /// <summary>The organisation's own price tables; a provider that is not there has the default.</summary>
    public Dictionary<string, PriceForm> Prices { get; } = new(StringComparer.Ordinal);

    /// <summary>Largest object in MB.</summary>
    public string? LargestObject { get; set; }

    /// <summary>Scans at the same time.</summary>
    public string? ScansAtOnce { get; set; }

    /// <summary>Days of each kind.</summary>
    public Dictionary<RetentionKind, string?> Days { get; } = [];

    /// <summary>A form filled with what is saved.</summary>
    public static SettingsForm Of(SettingsView view)
    {
        var form = new SettingsForm(view)
        {
            LargestObject = SettingsNumbers.Text(view.Values.LargestObjectBytes / Megabyte),
            ScansAtOnce = view.Values.ScansAtOnce?.ToString(CultureInfo.InvariantCulture),
        };
        foreach (var (provider, list) in view.Values.Prices)
        {
            form.Prices[provider] = PriceForm.Of(list);
        }

        foreach (var kind in Enum.GetValues<RetentionKind>())
        {
            form.Days[kind] = view.Values.Retention.Of(kind)?.ToString(CultureInfo.InvariantCulture);
        }

        return form;
    }

    /// <summary>Begins a table of the organisation's own from the default.</summary>
    public void Own(string provider)
    {
        var form = PriceForm.Of(_view.DefaultPrices.Of(provider));
        form.Name = "";
        Prices[provider] = form;
    }

    /// <summary>The settings that are written here, and everything that is wrong with them, one problem a field.</summary>
    public (SettingsDraft Draft, IReadOnlyList<Problem> Problems) Read()
    {
        var numbers = new SettingsNumbers();
        var draft = new SettingsDraft
        {
            Prices = Prices.ToDictionary(pair => pair.Key, pair => pair.Value.Read(numbers, $"prices.{pair.Key}"), StringComparer.Ordinal),
            Limits = new OrganisationLimits { LargestObjectBytes = Largest(numbers), ScansAtOnce = numbers.Whole(ScansAtOnce, "limits.scansAtOnce") },
            Retention = Periods(numbers).Tidy(),
        };
        return (draft, [.. numbers.Problems.Concat(SettingsCheck.Problems(draft)).DistinctBy(problem => problem.Field, StringComparer.Ordinal)]);
    }

    /// <summary>Whether saving would change something, or something is written that cannot be read.</summary>
    public bool IsDirty()
    {
        var (draft, _) = Read();
        return SettingsChanges.Between(_view.Values, draft).Count > 0 || Unread();
    }

    private bool Unread()
    {
        var numbers = new SettingsNumbers();
        Periods(numbers);
        Largest(numbers);
        numbers.Whole(ScansAtOnce, "");
        return numbers.Problems.Count > 0;
    }

    private long? Largest(SettingsNumbers numbers)
    {
        const string field = "limits.largestObjectBytes";
        var megabytes = numbers.Amount(LargestObject, field);

        // Beyond what the check lets pass, whatever it is: it says so.
        return megabytes is null ? null : megabytes > OrganisationLimits.MostObjectBytes / Megabyte ? long.MaxValue : megabytes <= 0 ? 0 : (long)Math.Max(1, megabytes.Value * Megabyte);
    }

    private RetentionPeriods Periods(SettingsNumbers numbers) => new()
    {
        ScansDays = Of(RetentionKind.Scans, numbers),
        SamplesDays = Of(RetentionKind.Samples, numbers),
        FiringsDays = Of(RetentionKind.Firings, numbers),
        EventsDays = Of(RetentionKind.Events, numbers),
        AuditDays = Of(RetentionKind.Audit, numbers),
    };

    private int? Of(RetentionKind kind, SettingsNumbers numbers) => numbers.Whole(Days.GetValueOrDefault(kind), SettingsCheck.FieldOf(kind));
}
