namespace DlpDashboard.Scans;

/// <summary>A bucket whose objects could not be listed: nothing is known of them, so the scan is never clean, and they do not count as vanished unless the bucket is gone.</summary>
/// <param name="Bucket">Its name.</param>
/// <param name="Reason">A sentence that says what to do.</param>
/// <param name="IsGone">Whether the bucket itself is no longer there, and so are its objects.</param>
public sealed record UnlistedBucket(string Bucket, string Reason, bool IsGone);
