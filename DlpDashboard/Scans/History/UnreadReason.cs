namespace DlpDashboard.Scans.History;

/// <summary>Why objects were not read completely.</summary>
/// <param name="State">How their reading ended.</param>
/// <param name="Reason">A sentence.</param>
/// <param name="Objects">How many.</param>
public sealed record UnreadReason(ObjectState State, string Reason, long Objects);
