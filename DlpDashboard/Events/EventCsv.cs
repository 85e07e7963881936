using System.Globalization;
using System.Text.Json;
using DlpDashboard.Web;

namespace DlpDashboard.Events;

/// <summary>Events as a file.</summary>
internal static class EventCsv
{
    public static IReadOnlyList<CsvColumn<EventRow>> Columns { get; } =
    [
        new("id", row => row.Id.ToString()),
        new("atUtc", row => row.AtUtc.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)),
        new("type", row => row.Type),
        new("severity", row => JsonNamingPolicy.CamelCase.ConvertName(row.Severity.ToString())),
        new("sentence", row => row.Sentence),
        new("by", row => row.ActorName),
        new("status", row => JsonNamingPolicy.CamelCase.ConvertName(row.Status.ToString())),
        new("endpointId", row => row.EndpointId?.ToString()),
        new("subjectId", row => row.SubjectId?.ToString()),
    ];
}
