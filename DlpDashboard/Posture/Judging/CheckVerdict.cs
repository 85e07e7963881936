namespace DlpDashboard.Posture.Judging;

/// <summary>What a check says of a bucket.</summary>
public enum CheckVerdict
{
    /// <summary>As it should be.</summary>
    Pass,

    /// <summary>Not as it should be.</summary>
    Fail,

    /// <summary>What decides could not be read or understood: neither pass nor fail.</summary>
    Unknown,

    /// <summary>The check says nothing of such a bucket.</summary>
    NotApplicable,
}
