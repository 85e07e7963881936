namespace DlpDashboard.Detection.Custom;

/// <summary>What is wrong with a regular expression, for people.</summary>
/// <param name="Sentence">What, and what to do.</param>
/// <param name="Position">The character it is about, from 1; null where it is about the whole.</param>
public sealed record PatternFault(string Sentence, int? Position);
