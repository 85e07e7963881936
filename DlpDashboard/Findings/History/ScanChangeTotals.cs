namespace DlpDashboard.Findings.History;

/// <summary>How many findings changed, by what happened to them.</summary>
/// <param name="New">Never seen before.</param>
/// <param name="CameBack">Seen again after they were gone or resolved.</param>
/// <param name="Changed">Other in number, severity or likelihood.</param>
/// <param name="Gone">No longer there.</param>
public sealed record ScanChangeTotals(long New, long CameBack, long Changed, long Gone)
{
    /// <summary>Nothing changed.</summary>
    public static ScanChangeTotals Zero { get; } = new(0, 0, 0, 0);

    /// <summary>All of them.</summary>
    public long Total() => New + CameBack + Changed + Gone;

    /// <summary>The number of one kind.</summary>
    public long Of(ScanChangeKind kind) => kind switch
    {
        ScanChangeKind.New => New,
        ScanChangeKind.CameBack => CameBack,
        ScanChangeKind.Changed => Changed,
        _ => Gone,
    };

    /// <summary>One finding more.</summary>
    internal ScanChangeTotals With(ScanChangeKind kind) => kind switch
    {
        ScanChangeKind.New => this with { New = New + 1 },
        ScanChangeKind.CameBack => this with { CameBack = CameBack + 1 },
        ScanChangeKind.Changed => this with { Changed = Changed + 1 },
        _ => this with { Gone = Gone + 1 },
    };
}
