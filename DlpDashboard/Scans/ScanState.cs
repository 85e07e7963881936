namespace DlpDashboard.Scans;

/// <summary>Where a scan stands; written camelCase outside.</summary>
public enum ScanState
{
    /// <summary>Waits in line.</summary>
    Queued,

    /// <summary>A node works on it. At most one scan of an endpoint at a time.</summary>
    Running,

    /// <summary>Every listed object ended in a state.</summary>
    Completed,

    /// <summary>A person stopped it; it can go on from where it stood.</summary>
    Cancelled,

    /// <summary>The provider stopped it; it can go on from where it stood.</summary>
    Failed,

    /// <summary>A person made it rest; it can go on from where it stood.</summary>
    Paused,

    /// <summary>Its time or bytes are used up; it can go on from where it stood.</summary>
    Stopped,
}
