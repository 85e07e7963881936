namespace DlpDashboard.Providers.Remains;

/// <summary>Uploads in parts that were begun and neither completed nor given up; they are billed and in no listing.</summary>
/// <param name="Count">How many.</param>
/// <param name="Bytes">What was sent of them; null where that is not told or would take too many requests.</param>
/// <param name="OldestUtc">When the oldest began; null where that is not told.</param>
public sealed record IncompleteUploads(long Count, long? Bytes, DateTime? OldestUtc);
