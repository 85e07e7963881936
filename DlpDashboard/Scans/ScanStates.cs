namespace DlpDashboard.Scans;

/// <summary>What states have in common.</summary>
public static class ScanStates
{
    /// <summary>Whether a scan came to an end, for now or for good: it neither waits nor runs.</summary>
    public static bool HasEnded(this ScanState state) => state is not (ScanState.Queued or ScanState.Running);

    /// <summary>Whether it can go on from its checkpoint.</summary>
    public static bool CanResume(this ScanState state) =>
        state is ScanState.Cancelled or ScanState.Failed or ScanState.Paused or ScanState.Stopped;
}
