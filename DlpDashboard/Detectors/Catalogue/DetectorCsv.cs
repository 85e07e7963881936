using System.Globalization;
using DlpDashboard.Detection;
using DlpDashboard.Web;

namespace DlpDashboard.Detectors.Catalogue;

/// <summary>The catalogue as a file.</summary>
internal static class DetectorCsv
{
    public static IReadOnlyList<CsvColumn<DetectorRow>> Columns { get; } =
    [
        new("id", row => row.Id),
        new("name", row => row.Name),
        new("category", row => row.Category),
        new("region", row => row.Region),
        new("validation", row => row.Validation),
        new("likelihoodWithoutContext", row => row.LikelihoodWithoutContext.ToName()),
        new("severity", row => row.Severity.ToString().ToLowerInvariant()),
        new("floor", row => row.Floor.ToName()),
        new("state", row => row.IsOn ? "on" : "off"),
        new("custom", row => row.IsCustom ? "yes" : "no"),
        new("packs", row => string.Join(' ', row.Packs)),
        new("findings", row => Number(row.Fired?.Findings)),
        new("values", row => Number(row.Fired?.Values)),
        new("calledFalse", row => Number(row.Fired?.FalsePositives)),
        new("confirmed", row => Number(row.Fired?.Confirmed)),
    ];

    private static string? Number(long? number) => number?.ToString(CultureInfo.InvariantCulture);
}
