namespace DlpDashboard.Posture.Timing;

/// <summary>When all endpoints are read each day.</summary>
/// <param name="IsOwn">Whether the organisation set it; else the server's configuration holds.</param>
/// <param name="HourUtc">The hour of the day in UTC; null where it is off or the configuration says something else than an hour.</param>
/// <param name="NextUtc">The next time; null where it is off.</param>
/// <param name="ChangedBy">Who set it; null where nobody did.</param>
/// <param name="ChangedUtc">When it was set.</param>
public sealed record PostureTimingRow(bool IsOwn, int? HourUtc, DateTime? NextUtc, string? ChangedBy, DateTime? ChangedUtc);

/// <summary>When an organisation wants its endpoints read.</summary>
/// <param name="HourUtc">The hour of the day in UTC, 0 to 23; null turns the daily reading off.</param>
public sealed record PostureTimingDraft(int? HourUtc);
