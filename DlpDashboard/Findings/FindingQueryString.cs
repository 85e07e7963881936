using DlpDashboard.Detection;
using DlpDashboard.Web;
using Microsoft.AspNetCore.Mvc;

namespace DlpDashboard.Findings;

/// <summary>The filters of a list of findings as a query string names them; pages and REST use the same names. All but the texts may be named several times.</summary>
/// <param name="Endpoint">Of these endpoints, by id.</param>
/// <param name="Bucket">Of exactly this bucket.</param>
/// <param name="Detector">Of these detectors, by id.</param>
/// <param name="Severity">low, medium, high or critical.</param>
/// <param name="Status">open, acknowledged, resolved or falsePositive.</param>
/// <param name="Q">Whose object key contains this.</param>
/// <param name="Scan">Seen last by this scan.</param>
internal sealed record FindingQueryString(
    [FromQuery] Guid[]? Endpoint,
    [FromQuery] string? Bucket,
    [FromQuery] string[]? Detector,
    [FromQuery] QueryEnum<Severity>[]? Severity,
    [FromQuery] QueryEnum<FindingStatus>[]? Status,
    [FromQuery] string? Q,
    [FromQuery] Guid? Scan)
{
    private const int LongestText = 200;
    private const int MostValues = 50;

    public FindingFilter ToFilter() => new(
        Some(Endpoint),
        Cut(Bucket),
        Some(Detector)?.Select(id => Cut(id) ?? "").ToList(),
        Some(Severity)?.Select(severity => severity.Value).ToList(),
        Some(Status)?.Select(status => status.Value).ToList(),
        Cut(Q),
        Scan);

    private static IReadOnlyList<T>? Some<T>(T[]? values) => values is null or { Length: 0 } ? null : [.. values.Distinct().Take(MostValues)];

    private static string? Cut(string? text) =>
        string.IsNullOrWhiteSpace(text) ? null : Kernel.StorableText.Of(text, LongestText);
}
