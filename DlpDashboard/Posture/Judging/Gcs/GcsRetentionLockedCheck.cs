namespace DlpDashboard.Posture.Judging.Gcs;

/// <summary>The retention is locked.</summary>
internal sealed class GcsRetentionLockedCheck() : PostureCheck(
    "gcs-retention-locked",
    CheckSeverity.Low,
    "The retention is locked",
    new CheckGuidance(
        "A retention that an administrator can take away protects from nobody who is one.",
        "Google Cloud console, Cloud Storage, the bucket, Protection, Retention policy, Lock",
        "gcloud storage buckets update gs://BUCKET --lock-retention-period"))
{
    /// <inheritdoc />
    protected override CheckFinding JudgeKnown(BucketConfiguration bucket)
    {
        var resource = bucket.Read("bucket") ?? throw new UnreadDocumentException("The bucket could not be read.");

        return resource.Part("retentionPolicy") is null ? CheckFinding.NotApplicable("No retention is set.")
            : CheckFinding.Of(resource.Flag("retentionPolicy.isLocked") == true, "The retention is locked.", "The retention is not locked.");
    }
}
