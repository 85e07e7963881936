using DlpDashboard.Kernel;

namespace DlpDashboard.Admin.Retention;

/// <summary>How much of each kind.</summary>
/// <param name="Scans">Scans.</param>
/// <param name="Samples">Findings whose samples.</param>
/// <param name="Firings">Runs in the histories of schedules.</param>
/// <param name="Events">Events.</param>
/// <param name="Audit">Entries of the audit trail.</param>
public sealed record RetentionCounts(long Scans, long Samples, long Firings, long Events, long Audit)
{
    /// <summary>Nothing.</summary>
    public static RetentionCounts None { get; } = new(0, 0, 0, 0, 0);

    /// <summary>All of it.</summary>
    public long Total() => Scans + Samples + Firings + Events + Audit;

    /// <summary>How much of one kind.</summary>
    public long Of(RetentionKind kind) => kind switch
    {
        RetentionKind.Scans => Scans,
        RetentionKind.Samples => Samples,
        RetentionKind.Firings => Firings,
        RetentionKind.Events => Events,
        _ => Audit,
    };

    /// <summary>With more of one kind.</summary>
    public RetentionCounts Plus(RetentionKind kind, long more) => kind switch
    {
        RetentionKind.Scans => this with { Scans = Scans + more },
        RetentionKind.Samples => this with { Samples = Samples + more },
        RetentionKind.Firings => this with { Firings = Firings + more },
        RetentionKind.Events => this with { Events = Events + more },
        _ => this with { Audit = Audit + more },
    };

    /// <summary>"12 scans, samples of 3 findings", or "nothing".</summary>
    public string InWords()
    {
        var parts = Enum.GetValues<RetentionKind>().Where(kind => Of(kind) > 0).Select(kind => Words(kind, Of(kind))).ToList();
        return parts.Count == 0 ? "nothing" : string.Join(", ", parts);
    }

    /// <summary>One kind in words: "12 scans", "samples of 3 findings".</summary>
    /// <param name="kind">Which.</param>
    /// <param name="count">How many.</param>
    /// <param name="before">Words before the number.</param>
    public static string Words(RetentionKind kind, long count, string before = "") => kind switch
    {
        RetentionKind.Scans => before + UI.Words.Counted(count, "scan"),
        RetentionKind.Samples => $"samples of {before}{UI.Words.Counted(count, "finding")}",
        RetentionKind.Firings => before + UI.Words.Counted(count, "run of schedules", "runs of schedules"),
        RetentionKind.Events => before + UI.Words.Counted(count, "event"),
        _ => before + UI.Words.Counted(count, "audit entry", "audit entries"),
    };
}
