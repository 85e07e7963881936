namespace DlpDashboard.Posture.Judging;

/// <summary>How much a failed check matters.</summary>
public enum CheckSeverity
{
    /// <summary>Worth knowing.</summary>
    Info,

    /// <summary>Good housekeeping.</summary>
    Low,

    /// <summary>Weakens a defence.</summary>
    Medium,

    /// <summary>One mistake away from exposure, or a loss that cannot be undone.</summary>
    High,

    /// <summary>Strangers get in.</summary>
    Critical,
}
