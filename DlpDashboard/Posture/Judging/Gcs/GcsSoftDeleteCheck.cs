namespace DlpDashboard.Posture.Judging.Gcs;

/// <summary>Deleted objects can be had back.</summary>
internal sealed class GcsSoftDeleteCheck() : PostureCheck(
    "gcs-soft-delete",
    CheckSeverity.Medium,
    "Deleted objects can be had back",
    new CheckGuidance(
        "What is deleted by mistake or by malice can be restored for some days.",
        "Google Cloud console, Cloud Storage, the bucket, Protection, Soft delete policy",
        "gcloud storage buckets update gs://BUCKET --soft-delete-duration=7d"))
{
    /// <inheritdoc />
    protected override CheckFinding JudgeKnown(BucketConfiguration bucket)
    {
        var resource = bucket.Read("bucket") ?? throw new UnreadDocumentException("The bucket could not be read.");

        return CheckFinding.Of(
            resource.Part("softDeletePolicy") is null ? null : resource.Number("softDeletePolicy.retentionDurationSeconds") > 0, "Deleted objects are kept for a time.", "Deleted objects are gone at once.", "The server does not tell it.");
    }
}
