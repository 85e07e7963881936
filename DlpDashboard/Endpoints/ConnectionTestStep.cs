namespace DlpDashboard.Endpoints;

/// <summary>One step of a connection test.</summary>
/// <param name="Id">Stable: <c>reach</c>, <c>signIn</c>, <c>list</c>, <c>read</c>.</param>
/// <param name="State">How it stands.</param>
/// <param name="Sentence">What was seen, or what failed and what to do; no secrets.</param>
public sealed record ConnectionTestStep(string Id, ConnectionTestState State, string? Sentence = null);
