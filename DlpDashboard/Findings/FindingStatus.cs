namespace DlpDashboard.Findings;

/// <summary>Where the triage of a finding stands.</summary>
public enum FindingStatus
{
    /// <summary>Nobody decided yet.</summary>
    Open,

    /// <summary>Somebody is on it.</summary>
    Acknowledged,

    /// <summary>Dealt with, or no longer in the object. Seen again, it opens again.</summary>
    Resolved,

    /// <summary>Not what it looked like. Seen again, it stays so.</summary>
    FalsePositive,
}
