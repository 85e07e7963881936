namespace DlpDashboard.Detection;

/// <summary>Which part of a value may be shown.</summary>
internal enum MaskStyle
{
    /// <summary>Nothing, and the length is hidden too.</summary>
    Nothing,

    /// <summary>First and last four, separators left out; for cards and accounts.</summary>
    FirstAndLastFour,

    /// <summary>Last two; for national numbers and telephone numbers.</summary>
    LastTwo,

    /// <summary>First letter of mailbox and of domain, and the top-level domain.</summary>
    Email,

    /// <summary>The first four, where they are a public prefix of a token's kind, then a fixed number of stars.</summary>
    TokenPrefix,

    /// <summary>The part before the first dot or colon; for addresses.</summary>
    FirstPart,
}
