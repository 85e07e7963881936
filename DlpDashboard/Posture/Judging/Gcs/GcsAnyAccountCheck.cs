namespace DlpDashboard.Posture.Judging.Gcs;

/// <summary>No binding is for everybody with any Google account.</summary>
internal sealed class GcsAnyAccountCheck() : PostureCheck(
    "gcs-any-account",
    CheckSeverity.High,
    "No binding is for everybody with any Google account",
    new CheckGuidance(
        "Any account means everybody on the internet who made one, not your people.",
        "Google Cloud console, Cloud Storage, the bucket, Permissions: remove allAuthenticatedUsers",
        "gcloud storage buckets remove-iam-policy-binding gs://BUCKET --member=allAuthenticatedUsers --role=ROLE"),
    "CIS GCP 2.0: 5.1")
{
    /// <inheritdoc />
    protected override CheckFinding JudgeKnown(BucketConfiguration bucket)
    {
        var policy = bucket.Read("iamPolicy") ?? throw new UnreadDocumentException("The IAM policy could not be read.");

        if (bucket.Known("bucket")?.Is("iamConfiguration.publicAccessPrevention", "enforced") == true)
        {
            return CheckFinding.Pass("Public access is prevented.");
        }

        return CheckFinding.Of(!policy.Items("bindings").Any(binding => binding.Texts("members").Contains("allAuthenticatedUsers")), "No binding is for all accounts.", "A binding is for everybody with any Google account.");
    }
}
