namespace DlpDashboard.Scans.Queue;

/// <summary>A scan that this process holds.</summary>
/// <param name="Scan">As it was taken up, with the lease's token.</param>
/// <param name="EndpointName">The endpoint's name.</param>
internal sealed record ClaimedScan(Scan Scan, string EndpointName);
