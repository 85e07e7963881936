namespace DlpDashboard.Posture.Judging.Gcs;

/// <summary>Versions are kept.</summary>
internal sealed class GcsVersioningCheck() : PostureCheck(
    "gcs-versioning",
    CheckSeverity.Low,
    "Versions are kept",
    new CheckGuidance(
        "What is overwritten can be had back only from an older version.",
        "Google Cloud console, Cloud Storage, the bucket, Protection, Object versioning",
        "gcloud storage buckets update gs://BUCKET --versioning"),
    "CKV_GCP_78")
{
    /// <inheritdoc />
    protected override CheckFinding JudgeKnown(BucketConfiguration bucket)
    {
        var resource = bucket.Read("bucket") ?? throw new UnreadDocumentException("The bucket could not be read.");

        return CheckFinding.Of(resource.Flag("versioning.enabled") == true, "Versions are kept.", "Versions are not kept.");
    }
}
