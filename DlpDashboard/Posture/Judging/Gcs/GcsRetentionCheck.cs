namespace DlpDashboard.Posture.Judging.Gcs;

/// <summary>Objects are kept for a least time.</summary>
internal sealed class GcsRetentionCheck() : PostureCheck(
    "gcs-retention",
    CheckSeverity.Medium,
    "Objects are kept for a least time",
    new CheckGuidance(
        "A retention keeps records from being deleted too early.",
        "Google Cloud console, Cloud Storage, the bucket, Protection, Retention policy",
        "gcloud storage buckets update gs://BUCKET --retention-period=30d"))
{
    /// <inheritdoc />
    protected override CheckFinding JudgeKnown(BucketConfiguration bucket)
    {
        var resource = bucket.Read("bucket") ?? throw new UnreadDocumentException("The bucket could not be read.");

        return CheckFinding.Of(resource.Number("retentionPolicy.retentionPeriod") > 0, "A retention is set.", "No retention is set.");
    }
}
