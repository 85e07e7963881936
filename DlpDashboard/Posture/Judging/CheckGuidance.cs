namespace DlpDashboard.Posture.Judging;

/// <summary>Why a check exists and what to do where it fails.</summary>
/// <param name="Why">What can happen, in a sentence or two.</param>
/// <param name="Console">The way through the provider's console.</param>
/// <param name="Command">A command that mends it; capitals stand for what to fill in.</param>
public sealed record CheckGuidance(string Why, string Console, string Command);
