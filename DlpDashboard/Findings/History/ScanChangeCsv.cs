using System.Globalization;
using System.Text.Json;
using DlpDashboard.Web;

namespace DlpDashboard.Findings.History;

/// <summary>Changes as a file.</summary>
internal static class ScanChangeCsv
{
    public static IReadOnlyList<CsvColumn<ScanChangeRow>> Columns(DetectorNames names) =>
    [
        new("findingId", row => row.FindingId.ToString()),
        new("kind", row => Name(row.Kind)),
        new("bucket", row => row.Bucket),
        new("object", row => row.ObjectKey),
        new("detector", row => row.DetectorId),
        new("detectorName", row => names.Of(row.DetectorId)),
        new("countBefore", row => row.CountBefore?.ToString(CultureInfo.InvariantCulture)),
        new("countAfter", row => row.CountAfter?.ToString(CultureInfo.InvariantCulture)),
        new("severityBefore", row => Name(row.SeverityBefore)),
        new("severityAfter", row => Name(row.SeverityAfter)),
        new("likelihoodBefore", row => Name(row.LikelihoodBefore)),
        new("likelihoodAfter", row => Name(row.LikelihoodAfter)),
        new("atUtc", row => row.AtUtc.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)),
    ];

    private static string? Name(Enum? value) => value is null ? null : JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
