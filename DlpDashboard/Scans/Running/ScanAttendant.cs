using DlpDashboard.Scans.Live;
using DlpDashboard.Scans.Queue;

namespace DlpDashboard.Scans.Running;

/// <summary>Stands beside runs: keeps the lease, hears the wish to stop, tells the feed.</summary>
internal sealed class ScanAttendant(LeaseWatch leases, ScanSignals signals, NodeIdentity node, ScanProgressFeed feed, TimeProvider time)
{
    /// <summary>A run of a scan that this process holds.</summary>
    public ScanRun Begin(ClaimedScan claimed) => new(claimed.Scan, claimed.EndpointName, time);

    /// <summary>Attends a run until told otherwise.</summary>
    public ScanAttendance Attend(ScanRun run) => new(run, leases, signals, node, feed, time);
}
