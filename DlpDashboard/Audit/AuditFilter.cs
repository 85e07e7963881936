namespace DlpDashboard.Audit;

/// <summary>Which entries; nulls do not restrict.</summary>
/// <param name="ActorId">Of one account.</param>
/// <param name="Action">Of one action.</param>
/// <param name="FromUtc">At or after.</param>
/// <param name="ToUtc">Before.</param>
public sealed record AuditFilter(Guid? ActorId = null, string? Action = null, DateTime? FromUtc = null, DateTime? ToUtc = null);
