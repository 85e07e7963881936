namespace DlpDashboard.Findings;

/// <summary>A decision about many findings.</summary>
/// <param name="Ids">Which; at most <see cref="MaxIds"/>.</param>
/// <param name="Status">The new status.</param>
/// <param name="Reason">Why.</param>
public sealed record FindingDecisions(IReadOnlyList<Guid> Ids, FindingStatus Status, string? Reason = null)
{
    /// <summary>So many findings are changed at once at most.</summary>
    public const int MaxIds = 1_000;
}

/// <summary>What a decision about many findings did.</summary>
/// <param name="Changed">How many findings there were to decide on.</param>
public sealed record FindingsChanged(int Changed);
