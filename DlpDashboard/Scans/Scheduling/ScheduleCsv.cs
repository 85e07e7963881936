using System.Globalization;
using System.Text.Json;
using DlpDashboard.Web;

namespace DlpDashboard.Scans.Scheduling;

/// <summary>Schedules as a file.</summary>
internal static class ScheduleCsv
{
    public static IReadOnlyList<CsvColumn<ScheduleRow>> Columns { get; } =
    [
        new("id", row => row.Id.ToString()),
        new("name", row => row.Name),
        new("endpointId", row => row.EndpointId.ToString()),
        new("endpoint", row => row.EndpointName),
        new("when", row => row.Summary),
        new("enabled", row => row.IsEnabled ? "true" : "false"),
        new("nextUtc", row => Time(row.NextUtc)),
        new("lastUtc", row => Time(row.LastUtc)),
        new("lastOutcome", row => row.LastOutcome is { } outcome ? JsonNamingPolicy.CamelCase.ConvertName(outcome.ToString()) : null),
        new("runsFor", row => row.OwnerName),
    ];

    public static IReadOnlyList<CsvColumn<FiringRow>> Firings { get; } =
    [
        new("atUtc", row => Time(row.AtUtc)),
        new("dueUtc", row => Time(row.DueUtc)),
        new("outcome", row => JsonNamingPolicy.CamelCase.ConvertName(row.Outcome.ToString())),
        new("askedBy", row => row.AskedBy),
        new("reason", row => row.Reason),
        new("scanId", row => row.ScanId?.ToString()),
    ];

    private static string? Time(DateTime? value) => value?.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
