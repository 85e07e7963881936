namespace DlpDashboard.Detection.Custom;

/// <summary>What an organisation decided about one built-in detector.</summary>
/// <param name="DetectorId">Which.</param>
/// <param name="IsOn">Whether its values are reported.</param>
/// <param name="Floor">The least likely value that is; null for <see cref="Likelihood.Possible"/>.</param>
/// <param name="Severity">How bad its values are; null for the detector's own.</param>
public sealed record DetectorRuling(string DetectorId, bool IsOn, Likelihood? Floor, Severity? Severity);
