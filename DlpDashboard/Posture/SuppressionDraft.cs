namespace DlpDashboard.Posture;

/// <summary>A failed check that somebody wants to accept for a time.</summary>
/// <param name="CheckId">Which check.</param>
/// <param name="BucketId">Of which bucket; null for all of the endpoint.</param>
/// <param name="Reason">Why: 5 to 500 characters.</param>
/// <param name="ExpiresUtc">Until when, at most a year ahead.</param>
/// <param name="OwnerId">Who answers for it, an account of the organisation; null for who accepts.</param>
public sealed record SuppressionDraft(string? CheckId, Guid? BucketId, string? Reason, DateTime? ExpiresUtc, Guid? OwnerId = null);

/// <summary>Somebody who can answer for an accepted failure.</summary>
/// <param name="Id">The account.</param>
/// <param name="Name">As shown to others.</param>
public sealed record SuppressionOwner(Guid Id, string Name);
