using DlpDashboard.Access.Settings;
using DlpDashboard.Kernel;

namespace DlpDashboard.Admin.Retention;

/// <summary>A run as people and REST see it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="AskedUtc">When it was asked for or due.</param>
/// <param name="AskedBy">Who asked by hand; null for the daily one.</param>
/// <param name="State">Where it stands.</param>
/// <param name="StartedUtc">When it began.</param>
/// <param name="EndedUtc">When it ended.</param>
/// <param name="Removed">What it removed so far.</param>
/// <param name="Sentence">What stood in its way, or why it did less than it could.</param>
internal sealed record RetentionRow(Guid Id, DateTime AskedUtc, string? AskedBy, RetentionState State, DateTime? StartedUtc, DateTime? EndedUtc, RetentionCounts Removed, string? Sentence)
{
    /// <summary>Whether it waits or runs.</summary>
    public bool IsActive() => State is RetentionState.Waiting or RetentionState.Running;
}

/// <summary>What a run would remove now.</summary>
/// <param name="Parts">A line a kind.</param>
/// <param name="LastRuns">The newest runs, newest first.</param>
internal sealed record RetentionAnswer(IReadOnlyList<RetentionPreview> Parts, IReadOnlyList<RetentionRow> LastRuns);

/// <summary>What a run would remove of one kind.</summary>
/// <param name="Kind">Which.</param>
/// <param name="Days">The period; null keeps for ever.</param>
/// <param name="Count">How many are older, counted up to <see cref="Ceiling"/>.</param>
/// <param name="IsMore">Whether there are more than were counted.</param>
internal sealed record RetentionPreview(RetentionKind Kind, int? Days, int Count, bool IsMore)
{
    /// <summary>Counting stops here.</summary>
    public const int Ceiling = 10_000;

    /// <summary>"12 scans", "samples of more than 10,000 findings".</summary>
    public string InWords() => RetentionCounts.Words(Kind, Count, IsMore ? "more than " : "");
}
