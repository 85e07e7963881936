namespace DlpDashboard.Data.Leases;

/// <summary>Where work stands that waits in a line of the database.</summary>
public enum LeaseState
{
    /// <summary>In line.</summary>
    Queued,

    /// <summary>A node is at it.</summary>
    Running,

    /// <summary>Done to its end.</summary>
    Completed,

    /// <summary>It could not be done to its end; what was done is kept.</summary>
    Failed,
}
