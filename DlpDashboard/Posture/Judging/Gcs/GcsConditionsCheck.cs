namespace DlpDashboard.Posture.Judging.Gcs;

/// <summary>Conditions of bindings were looked at.</summary>
internal sealed class GcsConditionsCheck() : PostureCheck(
    "gcs-conditions",
    CheckSeverity.Info,
    "Conditions of bindings were looked at",
    new CheckGuidance(
        "A condition can be wider than it looks; this product does not evaluate it.",
        "Google Cloud console, Cloud Storage, the bucket, Permissions: read the conditions",
        "gcloud storage buckets get-iam-policy gs://BUCKET"))
{
    /// <inheritdoc />
    protected override CheckFinding JudgeKnown(BucketConfiguration bucket)
    {
        var policy = bucket.Read("iamPolicy") ?? throw new UnreadDocumentException("The IAM policy could not be read.");

        var conditions = policy.Items("bindings").Count(binding => binding.Part("condition") is not null);
        return conditions == 0 ? CheckFinding.NotApplicable("No binding has a condition.") : CheckFinding.Unknown($"{conditions} bindings have conditions, which a person should read.");
    }
}
