namespace DlpDashboard.Detection.Custom;

/// <summary>A rule of <see cref="CustomRuleCheck"/> that a custom detector breaks.</summary>
/// <param name="Field">The field, camelCase as REST names it.</param>
/// <param name="Sentence">What is wrong, and what to do.</param>
public sealed record CustomRuleFault(string Field, string Sentence);
