namespace DlpDashboard.Detection.Verification;

/// <summary>What a layout found at an anchor.</summary>
internal enum NumberReading : byte
{
    /// <summary>The text is not written so.</summary>
    None,

    /// <summary>It is, but as part of something longer or as what nobody was given.</summary>
    Refused,

    /// <summary>Its digits count up or down: a placeholder more often than a number.</summary>
    InSequence,

    /// <summary>It looks like the beginning of a hash.</summary>
    HashLike,

    /// <summary>It stands for itself.</summary>
    Alone,
}
