using DlpDashboard.Detection;

namespace DlpDashboard.Detectors.Catalogue;

/// <summary>What somebody decides about a built-in detector.</summary>
/// <param name="IsOn">Whether it looks.</param>
/// <param name="Floor">The least likely value that is reported; null for the usual floor.</param>
/// <param name="Severity">How bad its values are; null as it comes.</param>
public sealed record DetectorSwitchDraft(bool IsOn, Likelihood? Floor = null, Severity? Severity = null);
