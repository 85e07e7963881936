namespace DlpDashboard.Scans.Queue;

/// <summary>A scan that this process holds.</summary>
/// <param name="Scan">As it was taken up, with the lease's token.</param>
/// <param name="EndpointName">The endpoint's name.</param>
/// <param name="IsLocal">Whether the endpoint is a folder of this machine.</param>
internal sealed record ClaimedScan(Scan Scan, string EndpointName, bool IsLocal);
