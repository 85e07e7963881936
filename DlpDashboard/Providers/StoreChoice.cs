namespace DlpDashboard.Providers;

/// <summary>One value a choice field takes.</summary>
/// <param name="Value">As stored and as REST takes it.</param>
/// <param name="Label">What a person reads.</param>
public sealed record StoreChoice(string Value, string Label);
