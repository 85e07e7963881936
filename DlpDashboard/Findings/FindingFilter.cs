using DlpDashboard.Detection;

namespace DlpDashboard.Findings;

/// <summary>Which findings; what is null or empty does not restrict.</summary>
/// <param name="EndpointIds">Of one of these endpoints.</param>
/// <param name="Bucket">Of exactly this bucket.</param>
/// <param name="DetectorIds">Of one of these detectors.</param>
/// <param name="Severities">Of one of these severities.</param>
/// <param name="Statuses">In one of these statuses.</param>
/// <param name="Text">Whose object key contains this, in any case.</param>
/// <param name="ScanId">Seen last by this scan.</param>
public sealed record FindingFilter(
    IReadOnlyList<Guid>? EndpointIds = null,
    string? Bucket = null,
    IReadOnlyList<string>? DetectorIds = null,
    IReadOnlyList<Severity>? Severities = null,
    IReadOnlyList<FindingStatus>? Statuses = null,
    string? Text = null,
    Guid? ScanId = null)
{
    /// <summary>The restrictions in words, for the audit trail; empty where there are none.</summary>
    public override string ToString() => string.Join("; ", new (string Name, IEnumerable<object>? Values)[]
    {
        ("endpoint", EndpointIds?.Cast<object>()),
        ("bucket", Bucket is null ? null : [Bucket]),
        ("detector", DetectorIds),
        ("severity", Severities?.Cast<object>()),
        ("status", Statuses?.Cast<object>()),
        ("text", Text is null ? null : [Text]),
        ("scan", ScanId is { } scan ? [scan] : null),
    }.Where(part => part.Values?.Any() == true).Select(part => $"{part.Name}={string.Join(',', part.Values!)}"));

    /// <summary>Whether nothing is restricted.</summary>
    public bool IsEmpty => Bucket is null && Text is null && ScanId is null
        && EndpointIds is null or { Count: 0 } && DetectorIds is null or { Count: 0 } && Severities is null or { Count: 0 } && Statuses is null or { Count: 0 };
}
