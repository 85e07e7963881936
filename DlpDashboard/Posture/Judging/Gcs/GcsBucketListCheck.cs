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

        return resource.Part("acl") is null ? CheckFinding.Unknown("The list could not be read: it asks for a right of its own.")
            : CheckFinding.Of(!resource.Items("acl").Any(one => one.Text("entity") is "allUsers" or "allAuthenticatedUsers"), "The list names no group of strangers.", "The list names everybody or everybody with any account.");
    }
}
