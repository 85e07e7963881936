namespace DlpDashboard.Posture.Judging.Gcs;

/// <summary>Few may change who gets in.</summary>
internal sealed class GcsOwnersCheck() : PostureCheck(
    "gcs-owners",
    CheckSeverity.Medium,
    "Few may change who gets in",
    new CheckGuidance(
        "Whoever administers the bucket can open it to anybody.",
        "Google Cloud console, Cloud Storage, the bucket, Permissions: remove roles/storage.admin where it is not needed",
        "gcloud storage buckets remove-iam-policy-binding gs://BUCKET --member=MEMBER --role=roles/storage.admin"))
{
    /// <inheritdoc />
    protected override CheckFinding JudgeKnown(BucketConfiguration bucket)
    {
        var policy = bucket.Read("iamPolicy") ?? throw new UnreadDocumentException("The IAM policy could not be read.");

        var owners = policy.Items("bindings").Where(binding => binding.Text("role") is "roles/storage.admin" or "roles/storage.legacyBucketOwner")
            .SelectMany(binding => binding.Texts("members")).Where(member => !member.StartsWith("project", StringComparison.Ordinal)).Distinct(StringComparer.Ordinal).Count();
        return CheckFinding.Of(owners <= 5, $"{owners} may change it by a binding of their own.", $"{owners} may change who gets in.");
    }
}
