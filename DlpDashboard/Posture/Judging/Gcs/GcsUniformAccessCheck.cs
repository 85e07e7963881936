namespace DlpDashboard.Posture.Judging.Gcs;

/// <summary>Access is decided in one place.</summary>
internal sealed class GcsUniformAccessCheck() : PostureCheck(
    "gcs-uniform-access",
    CheckSeverity.Medium,
    "Access is decided in one place",
    new CheckGuidance(
        "With uniform access lists of single objects count for nothing, so the policy says all.",
        "Google Cloud console, Cloud Storage, the bucket, Permissions, Switch to uniform",
        "gcloud storage buckets update gs://BUCKET --uniform-bucket-level-access"),
    "CIS GCP 2.0: 5.2",
    "CIS GCP 4.0: 5.2",
    "CIS GCP 5.0: 5.2")
{
    /// <inheritdoc />
    protected override CheckFinding JudgeKnown(BucketConfiguration bucket)
    {
        var resource = bucket.Read("bucket") ?? throw new UnreadDocumentException("The bucket could not be read.");

        return CheckFinding.Of(resource.Flag("iamConfiguration.uniformBucketLevelAccess.enabled") == true, "Uniform access is on.", "Lists of single objects count.");
    }
}
