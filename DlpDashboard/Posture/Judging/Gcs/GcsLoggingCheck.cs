namespace DlpDashboard.Posture.Judging.Gcs;

/// <summary>Access is logged.</summary>
internal sealed class GcsLoggingCheck() : PostureCheck(
    "gcs-logging",
    CheckSeverity.Medium,
    "Access is logged",
    new CheckGuidance(
        "Without a log nobody can say afterwards who read what.",
        "By command",
        "gcloud storage buckets update gs://BUCKET --log-bucket=gs://LOGS"),
    "CIS GCP 1.0: 5.3",
    "CKV_GCP_62")
{
    /// <inheritdoc />
    protected override CheckFinding JudgeKnown(BucketConfiguration bucket)
    {
        var resource = bucket.Read("bucket") ?? throw new UnreadDocumentException("The bucket could not be read.");

        return CheckFinding.Of(resource.Text("logging.logBucket") is { Length: > 0 }, $"Access is logged to {resource.Text("logging.logBucket")}.", "Access is not logged to a bucket.");
    }
}
