namespace DlpDashboard.Scans.Planning;

/// <summary>How soon a waiting scan is taken up, beside others of the same organisation.</summary>
public enum ScanPriority
{
    /// <summary>When nothing else waits.</summary>
    Low,

    /// <summary>In the order of asking.</summary>
    Normal,

    /// <summary>Before the others.</summary>
    High,
}
