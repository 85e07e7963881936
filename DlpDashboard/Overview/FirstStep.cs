namespace DlpDashboard.Overview;

/// <summary>One thing to do before the product is of use.</summary>
/// <param name="Title">What to do.</param>
/// <param name="Sentence">What it brings.</param>
/// <param name="Action">The words of its link.</param>
/// <param name="Href">Where it is done; null while a step before it must be done first.</param>
/// <param name="IsDone">Whether it was done, by anybody of the organisation.</param>
public sealed record FirstStep(string Title, string Sentence, string Action, string? Href, bool IsDone);
