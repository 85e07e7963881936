namespace DlpDashboard.Kernel;

/// <summary>What is kept for a time, in the order in which it is removed.</summary>
public enum RetentionKind
{
    /// <summary>Scans that have ended.</summary>
    Scans,

    /// <summary>Masked samples of findings that are gone or closed; the findings stay.</summary>
    Samples,

    /// <summary>Runs of schedules in their histories.</summary>
    Firings,

    /// <summary>Events.</summary>
    Events,

    /// <summary>Entries of the audit trail.</summary>
    Audit,
}
