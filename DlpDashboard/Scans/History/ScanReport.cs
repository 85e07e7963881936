using DlpDashboard.Endpoints;
using DlpDashboard.Findings;
using DlpDashboard.Findings.History;

namespace DlpDashboard.Scans.History;

/// <summary>All that a scan's printed page tells. Its numbers are the scan's; what is said to be of now is the endpoint's, as an object's findings move on with each scan.</summary>
/// <param name="Scan">The scan.</param>
/// <param name="Endpoint">Its endpoint as it is now; null where it is gone or not for the reader's eyes.</param>
/// <param name="Changes">Against the scan before, with the worst changes.</param>
/// <param name="AtEnd">Open findings as the scan ended; null where it did not, or was not counted.</param>
/// <param name="IsNewest">Whether no later scan of the endpoint has ended.</param>
/// <param name="Now">Findings still to be done now, a row a detector and severity, the worst first.</param>
/// <param name="Buckets">The buckets with the most of them.</param>
/// <param name="Objects">The objects with the worst of them.</param>
/// <param name="Reasons">Why objects were not read, the most frequent first; those that a later scan met have moved on to it.</param>
/// <param name="MadeUtc">When the report was made.</param>
public sealed record ScanReport(
    ScanRow Scan,
    EndpointRow? Endpoint,
    ScanComparison Changes,
    ScanTrendPoint? AtEnd,
    bool IsNewest,
    IReadOnlyList<FindingTotalRow> Now,
    IReadOnlyList<FindingPlaceRow> Buckets,
    IReadOnlyList<FindingPlaceRow> Objects,
    IReadOnlyList<UnreadReason> Reasons,
    DateTime MadeUtc);
