namespace DlpDashboard.Tests.Detection.Accuracy;

/// <summary>A published case and what became of it here.</summary>
/// <param name="Entity">Its entity.</param>
/// <param name="Detector">Our detector.</param>
/// <param name="IsAlike">Whether as many values were found as there.</param>
/// <param name="IsMissed">Whether fewer were.</param>
/// <param name="IsNamed">Whether as many were, counting those where our detector is named beside the likelier one, by <c>also:</c>.</param>
/// <param name="Other">Another detector that claims characters of the text, or null.</param>
internal sealed record DecidedCase(string Entity, string Detector, bool IsAlike, bool IsMissed, bool IsNamed, string? Other);
