namespace DlpDashboard.Posture.Judging.Gcs;

/// <summary>Buckets of log sinks have a locked retention.</summary>
internal sealed class GcsSinkRetentionCheck() : PostureCheck(
    "gcs-sink-retention",
    CheckSeverity.High,
    "Buckets of log sinks have a locked retention",
    new CheckGuidance(
        "Logs are worth something only where nobody can delete them.",
        "Google Cloud console, Cloud Storage, the bucket, Protection, Retention policy, Lock",
        "gcloud storage buckets update gs://BUCKET --lock-retention-period"),
    "CIS GCP 2.0: 2.3",
    "CIS GCP 4.0: 2.3",
    "CIS GCP 5.0: 2.4")
{
    /// <inheritdoc />
    protected override CheckFinding JudgeKnown(BucketConfiguration bucket)
    {
        var resource = bucket.Read("bucket") ?? throw new UnreadDocumentException("The bucket could not be read.");

        var sinks = bucket.Read("logSinks")?.Items("sinks").Any(sink => sink.Text("destination") == $"storage.googleapis.com/{bucket.Name}") == true;
        return !sinks ? CheckFinding.NotApplicable("No log sink writes here.")
            : CheckFinding.Of(resource.Flag("retentionPolicy.isLocked") == true, "The retention is locked.", "A log sink writes here and the retention is not locked.");
    }
}
