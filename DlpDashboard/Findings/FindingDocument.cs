using DlpDashboard.Detection;

namespace DlpDashboard.Findings;

/// <summary>One finding as REST gives it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="EndpointId">Where it was connected.</param>
/// <param name="Bucket">The object's bucket.</param>
/// <param name="ObjectKey">The object's key.</param>
/// <param name="DetectorId">Which detector.</param>
/// <param name="Category">The detector's category.</param>
/// <param name="Severity">How bad.</param>
/// <param name="Likelihood">How sure at best.</param>
/// <param name="Count">How many values.</param>
/// <param name="FirstSeenUtc">Seen first.</param>
/// <param name="LastSeenUtc">Seen last.</param>
/// <param name="LastScanId">By which scan.</param>
/// <param name="GoneUtc">When a scan found it gone.</param>
/// <param name="Status">Where its triage stands.</param>
/// <param name="StatusBy">Who set the status.</param>
/// <param name="StatusAtUtc">When.</param>
/// <param name="StatusReason">Why.</param>
/// <param name="Samples">Masked samples.</param>
/// <param name="History">Steps of its triage, newest first.</param>
internal sealed record FindingDocument(
    Guid Id,
    Guid EndpointId,
    string Bucket,
    string ObjectKey,
    string DetectorId,
    string Category,
    Severity Severity,
    Likelihood Likelihood,
    long Count,
    DateTime FirstSeenUtc,
    DateTime LastSeenUtc,
    Guid LastScanId,
    DateTime? GoneUtc,
    FindingStatus Status,
    string? StatusBy,
    DateTime? StatusAtUtc,
    string? StatusReason,
    IReadOnlyList<FindingSample> Samples,
    IReadOnlyList<FindingStep> History)
{
    public static FindingDocument Of(FindingDetail finding)
    {
        var row = finding.Row;
        return new FindingDocument(
            row.Id,
            row.EndpointId,
            row.Bucket,
            row.ObjectKey,
            row.DetectorId,
            row.Category,
            row.Severity,
            row.Likelihood,
            row.Count,
            row.FirstSeenUtc,
            row.LastSeenUtc,
            finding.LastScanId,
            row.GoneUtc,
            row.Status,
            row.StatusBy,
            row.StatusAtUtc,
            row.StatusReason,
            finding.Samples,
            finding.History);
    }
}
