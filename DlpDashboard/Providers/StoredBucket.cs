namespace DlpDashboard.Providers;

/// <summary>A bucket, container or, for folders, a folder directly below the endpoint's root.</summary>
/// <param name="Name">Its name as the provider writes it.</param>
/// <param name="CreatedUtc">When it was made, where the provider tells.</param>
/// <param name="Region">Where it lies, where the provider tells.</param>
public sealed record StoredBucket(string Name, DateTime? CreatedUtc = null, string? Region = null);
