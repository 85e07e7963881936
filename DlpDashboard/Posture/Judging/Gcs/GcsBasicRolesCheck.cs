namespace DlpDashboard.Posture.Judging.Gcs;

/// <summary>No basic role of the project opens the bucket.</summary>
internal sealed class GcsBasicRolesCheck() : PostureCheck(
    "gcs-basic-roles",
    CheckSeverity.Medium,
    "No basic role of the project opens the bucket",
    new CheckGuidance(
        "Everybody who may edit or view the project gets in by such a binding, whatever they are there for.",
        "Google Cloud console, Cloud Storage, the bucket, Permissions: remove projectEditor and projectViewer",
        "gcloud storage buckets remove-iam-policy-binding gs://BUCKET --member=projectViewer:PROJECT --role=ROLE"))
{
    /// <inheritdoc />
    protected override CheckFinding JudgeKnown(BucketConfiguration bucket)
    {
        var policy = bucket.Read("iamPolicy") ?? throw new UnreadDocumentException("The IAM policy could not be read.");

        var basic = policy.Items("bindings").SelectMany(binding => binding.Texts("members")).Where(member => member.StartsWith("projectEditor:", StringComparison.Ordinal) || member.StartsWith("projectViewer:", StringComparison.Ordinal)).Distinct(StringComparer.Ordinal).Take(5).ToList();
        return CheckFinding.Of(basic.Count == 0, "No basic role opens it.", $"Basic roles open it: {string.Join(", ", basic)}.");
    }
}
