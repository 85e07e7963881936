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
    protected override CheckFinding JudgeKnown(BucketConfiguration bucket)
    {
        var resource = bucket.Read("bucket") ?? throw new UnreadDocumentException("The bucket could not be read.");

        if (resource.Flag("iamConfiguration.uniformBucketLevelAccess.enabled") == true)
        {
            return CheckFinding.Pass("Uniform access is on: lists count for nothing.");
        }

        if (resource.Is("iamConfiguration.publicAccessPrevention", "enforced"))
        {
            return CheckFinding.Pass("Public access is prevented.");
        }

        return resource.Part("defaultObjectAcl") is null ? CheckFinding.Unknown("The list could not be read: it asks for a right of its own.")
            : CheckFinding.Of(!resource.Items("defaultObjectAcl").Any(one => one.Text("entity") is "allUsers" or "allAuthenticatedUsers"), "The list names no group of strangers.", "The list names everybody or everybody with any account.");
    }
}
