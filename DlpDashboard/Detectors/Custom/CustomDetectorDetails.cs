using DlpDashboard.Detection.Custom;

namespace DlpDashboard.Detectors.Custom;

/// <summary>A custom detector, whole.</summary>
/// <param name="Id">Its row's id.</param>
/// <param name="Rule">The rule with its terms.</param>
/// <param name="IsOn">Whether it looks.</param>
/// <param name="Version">Grows with each change.</param>
/// <param name="ChangedUtc">When it was last changed.</param>
/// <param name="ChangedBy">By whom.</param>
public sealed record CustomDetectorDetails(Guid Id, CustomRule Rule, bool IsOn, int Version, DateTime ChangedUtc, string ChangedBy)
{
    internal static CustomDetectorDetails Of(CustomDetector row) => new(row.Id, CustomDefinition.RuleOf(row), row.IsOn, row.Version, row.ChangedUtc, row.ChangedBy);
}
