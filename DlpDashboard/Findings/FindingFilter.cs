using DlpDashboard.Detection;

namespace DlpDashboard.Findings;

/// <summary>Which findings; nulls do not restrict.</summary>
/// <param name="EndpointId">Of one endpoint.</param>
/// <param name="Bucket">Of exactly this bucket.</param>
/// <param name="DetectorId">Of one detector.</param>
/// <param name="Severity">Of exactly this severity.</param>
/// <param name="Status">In this status.</param>
/// <param name="Text">Whose object key contains this, in any case.</param>
/// <param name="ScanId">Seen last by this scan.</param>
public sealed record FindingFilter(
    Guid? EndpointId = null,
    string? Bucket = null,
    string? DetectorId = null,
    Severity? Severity = null,
    FindingStatus? Status = null,
    string? Text = null,
    Guid? ScanId = null);
