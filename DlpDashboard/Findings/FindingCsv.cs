using System.Globalization;
using System.Text.Json;
using DlpDashboard.Web;

namespace DlpDashboard.Findings;

/// <summary>Findings as a file.</summary>
internal static class FindingCsv
{
    public static IReadOnlyList<CsvColumn<FindingRow>> Columns(DetectorNames names) =>
    [
        new("id", row => row.Id.ToString()),
        new("endpointId", row => row.EndpointId.ToString()),
        new("bucket", row => row.Bucket),
        new("object", row => row.ObjectKey),
        new("detector", row => row.DetectorId),
        new("detectorName", row => names.Of(row.DetectorId)),
        new("category", row => row.Category),
        new("severity", row => Name(row.Severity)),
        new("likelihood", row => Name(row.Likelihood)),
        new("count", row => row.Count.ToString(CultureInfo.InvariantCulture)),
        new("status", row => Name(row.Status)),
        new("statusBy", row => row.StatusBy),
        new("statusAtUtc", row => Time(row.StatusAtUtc)),
        new("statusReason", row => row.StatusReason),
        new("firstSeenUtc", row => Time(row.FirstSeenUtc)),
        new("lastSeenUtc", row => Time(row.LastSeenUtc)),
        new("goneUtc", row => Time(row.GoneUtc)),
    ];

    private static string Name<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    private static string? Time(DateTime? value) => value?.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
