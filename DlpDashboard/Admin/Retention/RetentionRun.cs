namespace DlpDashboard.Admin.Retention;

/// <summary>One run of an organisation's retention: who asked, how far back it looked, what it removed.</summary>
public sealed class RetentionRun
{
    /// <summary>Longest <see cref="Sentence"/>.</summary>
    public const int SentenceLength = 400;

    /// <summary>Its id.</summary>
    public Guid Id { get; init; }

    /// <summary>Whose.</summary>
    public Guid OrganisationId { get; init; }

    /// <summary>When it was asked for or due.</summary>
    public DateTime AskedUtc { get; init; }

    /// <summary>The account that asked by hand; null for the daily one.</summary>
    public Guid? AskedById { get; init; }

    /// <summary>That person's name, as it was then.</summary>
    public string? AskedBy { get; init; }

    /// <summary>Where it stands.</summary>
    public RetentionState State { get; set; }

    /// <summary>The moment from which ages were counted (<see cref="RetentionClock"/>); null before it began.</summary>
    public DateTime? ReachUtc { get; set; }

    /// <summary>When it began.</summary>
    public DateTime? StartedUtc { get; set; }

    /// <summary>When it ended.</summary>
    public DateTime? EndedUtc { get; set; }

    /// <summary>What was removed.</summary>
    public RetentionCounts Removed { get; set; } = RetentionCounts.None;

    /// <summary>What stood in its way, or why it did less than it could; null otherwise.</summary>
    public string? Sentence { get; set; }
}
