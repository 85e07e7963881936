namespace DlpDashboard.Providers;

/// <summary>How a step of a connection test went.</summary>
public enum ProbeState
{
    /// <summary>It works.</summary>
    Ok,

    /// <summary>It does not; the sentence says what to do.</summary>
    Failed,

    /// <summary>Not tried: an earlier step failed, or there was nothing to try it on.</summary>
    Skipped,
}
