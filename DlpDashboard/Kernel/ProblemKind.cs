namespace DlpDashboard.Kernel;

/// <summary>What sort of expected failure a <see cref="Problem"/> is; each has one HTTP status (RFC 9110, section 15.5).</summary>
public enum ProblemKind
{
    /// <summary>The input breaks a rule; 400, or 422 where the form was right and the content was not.</summary>
    Invalid,

    /// <summary>Nothing with that id in this organisation; 404.</summary>
    NotFound,

    /// <summary>Somebody else changed it first, or it exists already; 409.</summary>
    Conflict,

    /// <summary>The person may not do this; 403.</summary>
    Forbidden,

    /// <summary>A server outside did not do its part; 502.</summary>
    Unavailable,

    /// <summary>A limit is reached; 429.</summary>
    TooMany,
}
