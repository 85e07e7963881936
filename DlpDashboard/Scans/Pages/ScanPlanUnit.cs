using System.Globalization;

namespace DlpDashboard.Scans.Pages;

/// <summary>A unit in which a person writes an amount.</summary>
/// <param name="Name">As shown: "MB".</param>
/// <param name="Factor">Base units in one of it.</param>
public sealed record ScanPlanUnit(string Name, decimal Factor)
{
    /// <summary>Bytes: powers of 1,000, as the clouds bill them, and of 1,024.</summary>
    public static IReadOnlyList<ScanPlanUnit> Bytes { get; } =
    [
        new("B", 1), new("KB", 1e3m), new("MB", 1e6m), new("GB", 1e9m), new("TB", 1e12m), new("KiB", 1 << 10), new("MiB", 1 << 20), new("GiB", 1 << 30),
    ];

    /// <summary>Seconds, told in what a scan takes.</summary>
    public static IReadOnlyList<ScanPlanUnit> Times { get; } = [new("minutes", 60), new("hours", 3600), new("days", 86400)];

    /// <summary>Percent, which have no other unit.</summary>
    public static IReadOnlyList<ScanPlanUnit> Percents { get; } = [new("%", 1)];

    /// <summary>The amount in the unit that writes it with the fewest digits.</summary>
    public static (string Text, ScanPlanUnit Unit) Shortest(decimal value, IReadOnlyList<ScanPlanUnit> units) => units
        .Select(unit => (Text: (value / unit.Factor).ToString("0.############", CultureInfo.InvariantCulture), Unit: unit))
        .Where(written => decimal.Parse(written.Text, CultureInfo.InvariantCulture) * written.Unit.Factor == value)
        .DefaultIfEmpty((Text: value.ToString(CultureInfo.InvariantCulture), Unit: units[0]))
        .MinBy(written => written.Text.Length);

    /// <summary>The same as one text: "64 KiB", "1.5 GB".</summary>
    public static string Words(decimal value, IReadOnlyList<ScanPlanUnit> units)
    {
        var (text, unit) = Shortest(value, units);
        return $"{text} {unit.Name}";
    }
}
