using DlpDashboard.Detection.Custom;

namespace DlpDashboard.Detectors.Exclusions;

/// <summary>An exclusion rule as pages and REST show it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Kind">What it looks at.</param>
/// <param name="Shown">The expression or glob; of an exact value, what may be shown of it.</param>
/// <param name="Reason">Why it is there.</param>
/// <param name="Detectors">The ids of the detectors it is for; none means all.</param>
/// <param name="IsOn">Whether it holds.</param>
/// <param name="Version">Grows with each change; the ETag.</param>
/// <param name="CreatedUtc">When it was added.</param>
/// <param name="ChangedUtc">When it was last changed.</param>
/// <param name="ChangedBy">By whom.</param>
public sealed record ExclusionRow(
    Guid Id, ExclusionKind Kind, string Shown, string Reason, IReadOnlyList<string> Detectors, bool IsOn, int Version, DateTime CreatedUtc, DateTime ChangedUtc, string ChangedBy)
{
    internal static ExclusionRow Of(ExclusionRule rule) =>
        new(rule.Id, rule.Kind, rule.Shown, rule.Reason, rule.Detectors, rule.IsOn, rule.Version, rule.CreatedUtc, rule.ChangedUtc, rule.ChangedBy);
}
