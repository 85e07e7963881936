using DlpDashboard.Detection;
using Microsoft.AspNetCore.Mvc;

namespace DlpDashboard.Findings;

/// <summary>The filters of a list of findings as a query string names them; pages and REST use the same names.</summary>
/// <param name="Endpoint">Of one endpoint, by id.</param>
/// <param name="Bucket">Of exactly this bucket.</param>
/// <param name="Detector">Of one detector, by id.</param>
/// <param name="Severity">low, medium, high or critical.</param>
/// <param name="Status">open, acknowledged, resolved or falsePositive.</param>
/// <param name="Q">Whose object key contains this.</param>
/// <param name="Scan">Seen last by this scan.</param>
internal sealed record FindingQueryString(
    [FromQuery] Guid? Endpoint,
    [FromQuery] string? Bucket,
    [FromQuery] string? Detector,
    [FromQuery] Severity? Severity,
    [FromQuery] FindingStatus? Status,
    [FromQuery] string? Q,
    [FromQuery] Guid? Scan)
{
    private const int LongestText = 200;

    public FindingFilter ToFilter() => new(Endpoint, Cut(Bucket), Cut(Detector), Severity, Status, Cut(Q), Scan);

    private static string? Cut(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Length > LongestText ? text[..LongestText] : text;
}
