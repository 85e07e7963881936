namespace DlpDashboard.Posture;

/// <summary>What a check says of a bucket, with what was accepted told apart.</summary>
public enum CheckStanding
{
    /// <summary>Not as it should be, and nobody accepted it.</summary>
    Fail,

    /// <summary>Not as it should be, and accepted.</summary>
    Accepted,

    /// <summary>Not known.</summary>
    Unknown,

    /// <summary>As it should be.</summary>
    Pass,
}
