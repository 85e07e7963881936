namespace DlpDashboard.Providers;

/// <summary>One step of a connection test.</summary>
/// <param name="Name">Stable: <c>reach</c>, <c>signIn</c>, <c>list</c>, <c>read</c>.</param>
/// <param name="State">How it went.</param>
/// <param name="Sentence">What was seen and, where it failed, what to do.</param>
/// <param name="Took">How long it took.</param>
public sealed record ProbeStep(string Name, ProbeState State, string Sentence, TimeSpan Took);
