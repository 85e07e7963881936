namespace DlpDashboard.Endpoints;

/// <summary>An endpoint's secrets as the database keeps them.</summary>
/// <param name="Names">Which secret settings are set.</param>
/// <param name="Protected">All of them, encrypted; null where there are none.</param>
internal sealed record KeptSecrets(IReadOnlyList<string> Names, string? Protected);
