namespace DlpDashboard.Scans.Running;

/// <summary>Why a run ends before its end.</summary>
internal enum ScanStop
{
    /// <summary>It does not.</summary>
    None,

    /// <summary>A person asked for it.</summary>
    Cancelled,

    /// <summary>A person lets it rest.</summary>
    Paused,

    /// <summary>Its time or bytes are used up.</summary>
    Budget,

    /// <summary>The app goes down; the scan goes back in line.</summary>
    ShuttingDown,

    /// <summary>The database was away; the scan goes back in line, to go on once it is there again.</summary>
    DatabaseAway,

    /// <summary>Another holder has the scan: nothing may be written any more.</summary>
    LeaseLost,

    /// <summary>The provider, or something unforeseen.</summary>
    Failed,
}
