namespace DlpDashboard.Events;

/// <summary>What happened lately.</summary>
/// <param name="SinceUtc">Counted from here.</param>
/// <param name="ByType">How many of each type.</param>
/// <param name="BySeverity">How many of each severity.</param>
/// <param name="Recent">The newest ten.</param>
public sealed record EventSummary(
    DateTime SinceUtc,
    IReadOnlyDictionary<string, int> ByType,
    IReadOnlyDictionary<EventSeverity, int> BySeverity,
    IReadOnlyList<EventRow> Recent);
