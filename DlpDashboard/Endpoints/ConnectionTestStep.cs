namespace DlpDashboard.Endpoints;

/// <summary>One step of a connection test.</summary>
/// <param name="Name">Stable: <c>reach</c>, <c>signIn</c>, <c>list</c>, <c>read</c>.</param>
/// <param name="State">How it stands.</param>
/// <param name="Sentence">What was seen, or what failed and what to do; no secrets.</param>
/// <param name="Milliseconds">How long it took; null while it is not over.</param>
public sealed record ConnectionTestStep(string Name, ConnectionTestState State, string? Sentence = null, long? Milliseconds = null);
