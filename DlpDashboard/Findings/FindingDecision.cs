namespace DlpDashboard.Findings;

/// <summary>What a person decides about a finding.</summary>
/// <param name="Status">The new status.</param>
/// <param name="Reason">Why; obligatory for a false positive, at most <see cref="MaxReason"/> characters.</param>
public sealed record FindingDecision(FindingStatus Status, string? Reason = null)
{
    /// <summary>Longest reason.</summary>
    public const int MaxReason = 500;
}
