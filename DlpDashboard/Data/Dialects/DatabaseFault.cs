namespace DlpDashboard.Data.Dialects;

/// <summary>What a failure says of the database.</summary>
public enum DatabaseFault
{
    /// <summary>Nothing: trying again would fail again.</summary>
    None,

    /// <summary>It is away, restarting or too busy, or two writers met: the same may work in a moment.</summary>
    Passing,

    /// <summary>Its disk is full: the same works once somebody has made room.</summary>
    DiskFull,
}
