namespace DlpDashboard.Posture.Judging.S3;

/// <summary>Old versions end some day.</summary>
internal sealed class S3OldVersionsCheck() : PostureCheck(
    "s3-old-versions",
    CheckSeverity.Low,
    "Old versions end some day",
    new CheckGuidance(
        "Versioning without an end keeps every deleted record for ever, which privacy law may forbid.",
        "S3 console, the bucket, Management, Lifecycle rules: permanently delete noncurrent versions",
        "aws s3api put-bucket-lifecycle-configuration --bucket BUCKET --lifecycle-configuration file://noncurrent.json"))
{
    /// <inheritdoc />
    protected override CheckFinding JudgeKnown(BucketConfiguration bucket)
    {
        if (bucket.Read("versioning")?.Is("Status", "Enabled") != true)
        {
            return CheckFinding.NotApplicable("No versions are kept.");
        }

        return CheckFinding.Of(
            bucket.Read("lifecycle")?.Items("Rule").Any(rule => rule.Is("Status", "Enabled") && rule.Part("NoncurrentVersionExpiration") is not null) == true,
            "A rule ends old versions.",
            "No rule ends old versions.");
    }
}
