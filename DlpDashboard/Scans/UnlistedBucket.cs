namespace DlpDashboard.Scans;

/// <summary>A bucket whose objects could not be listed: nothing is known of them, so the scan is not complete and they are not vanished.</summary>
/// <param name="Bucket">Its name.</param>
/// <param name="Reason">A sentence that says what to do.</param>
public sealed record UnlistedBucket(string Bucket, string Reason);
