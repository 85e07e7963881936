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
    /// <summary>Whether nothing is restricted.</summary>
    public bool IsEmpty => Bucket is null && Text is null && ScanId is null
        && EndpointIds is null or { Count: 0 } && DetectorIds is null or { Count: 0 } && Severities is null or { Count: 0 } && Statuses is null or { Count: 0 };
}
