namespace DlpDashboard.UI.Tables;

/// <summary>A loaded row and its place.</summary>
/// <param name="Index">From 0, in the order of loading.</param>
/// <param name="Value">The row.</param>
/// <typeparam name="TRow">The row's type.</typeparam>
public sealed record TableRow<TRow>(int Index, TRow Value);
