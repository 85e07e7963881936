namespace DlpDashboard.Posture.Judging.Gcs;

/// <summary>New objects are not open to everybody.</summary>
internal sealed class GcsDefaultListCheck() : PostureCheck(
    "gcs-default-list",
    CheckSeverity.High,
    "New objects are not open to everybody",
    new CheckGuidance(
        "The list for new objects is put on each object that is uploaded.",
        "Google Cloud console, Cloud Storage, the bucket, Permissions, Switch to uniform",
        "gcloud storage buckets update gs://BUCKET --uniform-bucket-level-access"))
{
    /// <inheritdoc />
    protected override CheckFinding JudgeKnown(BucketConfiguration bucket) => GcsList.Judge(bucket, "defaultObjectAcl");
}
