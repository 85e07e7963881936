namespace DlpDashboard.Posture.Judging.Gcs;

/// <summary>The log goes to another bucket.</summary>
internal sealed class GcsLogTargetCheck() : PostureCheck(
    "gcs-log-target",
    CheckSeverity.Low,
    "The log goes to another bucket",
    new CheckGuidance(
        "Whoever can delete objects here would delete the traces too.",
        "By command",
        "gcloud storage buckets update gs://BUCKET --log-bucket=gs://LOGS"),
    "CKV_GCP_63")
{
    /// <inheritdoc />
    protected override CheckFinding JudgeKnown(BucketConfiguration bucket)
    {
        var resource = bucket.Read("bucket") ?? throw new UnreadDocumentException("The bucket could not be read.");

        return resource.Text("logging.logBucket") is not { Length: > 0 } target ? CheckFinding.NotApplicable("Access is not logged.")
            : CheckFinding.Of(target != bucket.Name, $"The log goes to {target}.", "The bucket logs into itself.");
    }
}
