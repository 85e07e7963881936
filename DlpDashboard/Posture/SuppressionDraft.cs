namespace DlpDashboard.Posture;

/// <summary>A failed check that somebody wants to accept for a time.</summary>
/// <param name="CheckId">Which check.</param>
/// <param name="BucketId">Of which bucket; null for all of the endpoint.</param>
/// <param name="Reason">Why: 5 to 500 characters.</param>
/// <param name="ExpiresUtc">Until when, at most a year ahead.</param>
public sealed record SuppressionDraft(string? CheckId, Guid? BucketId, string? Reason, DateTime? ExpiresUtc);
