using DlpDashboard.Detection;

namespace DlpDashboard.Findings.History;

/// <summary>What several scans in a row did to one finding: how it stood before the first and after the last of them.</summary>
/// <param name="FindingId">Which.</param>
/// <param name="AtUtc">When it was changed last.</param>
/// <param name="WasKnown">Whether it was known before the first.</param>
/// <param name="Before">Before; null where it was not there.</param>
/// <param name="After">After; null where it is gone.</param>
internal readonly record struct FoldedChange(Guid FindingId, DateTime AtUtc, bool WasKnown, FindingMeasure? Before, FindingMeasure? After)
{
    private static readonly int Kinds = Enum.GetValues<ScanChangeKind>().Length;

    /// <summary>What happened; null where it is as it was after all.</summary>
    public ScanChangeKind? Kind => (Before, After) switch
    {
        (null, null) => null,
        (null, _) => WasKnown ? ScanChangeKind.CameBack : ScanChangeKind.New,
        (_, null) => ScanChangeKind.Gone,
        var (before, after) => before == after ? null : ScanChangeKind.Changed,
    };

    /// <summary>The worst first, among equals by what happened, then by id: the order of lists.</summary>
    public (int Rank, Guid Id) Order => (((Severity.Critical - (After ?? Before ?? default).Severity) * Kinds) + (int)(Kind ?? default), FindingId);

    /// <summary>The next scan's change to the same finding.</summary>
    public FoldedChange Then(FoldedChange later) => this with { AtUtc = later.AtUtc, After = later.After };

    /// <summary>One scan's row.</summary>
    public static FoldedChange Of(ScanFindingChange row) =>
        new(row.FindingId, row.AtUtc, row.WasKnown, Measure(row.CountBefore, row.SeverityBefore, row.LikelihoodBefore), Measure(row.CountAfter, row.SeverityAfter, row.LikelihoodAfter));

    private static FindingMeasure? Measure(long? count, Severity? severity, Likelihood? likelihood) =>
        count is null ? null : new FindingMeasure(count.Value, severity ?? default, likelihood ?? default);
}
