namespace DlpDashboard.Posture.Judging.Gcs;

/// <summary>The bucket's list names no strangers.</summary>
internal sealed class GcsBucketListCheck() : PostureCheck(
    "gcs-bucket-list",
    CheckSeverity.High,
    "The bucket's list names no strangers",
    new CheckGuidance(
        "Lists are the older way to give access, and are easily overlooked beside the policy.",
        "Google Cloud console, Cloud Storage, the bucket, Permissions, Switch to uniform",
        "gcloud storage buckets update gs://BUCKET --uniform-bucket-level-access"))
{
    /// <inheritdoc />
    protected override CheckFinding JudgeKnown(BucketConfiguration bucket) => GcsList.Judge(bucket, "acl");
}
