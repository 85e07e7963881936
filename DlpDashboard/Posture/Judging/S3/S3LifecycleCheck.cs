namespace DlpDashboard.Posture.Judging.S3;

/// <summary>A lifecycle says how long objects stay.</summary>
internal sealed class S3LifecycleCheck() : PostureCheck(
    "s3-lifecycle",
    CheckSeverity.Low,
    "A lifecycle says how long objects stay",
    new CheckGuidance(
        "What nobody needs any more still leaks; rules delete or archive it without anybody remembering.",
        "S3 console, the bucket, Management, Lifecycle rules, Create",
        "aws s3api put-bucket-lifecycle-configuration --bucket BUCKET --lifecycle-configuration file://rules.json"),
    "FSBP S3.10",
    "FSBP S3.13",
    "CKV2_AWS_61")
{
    /// <inheritdoc />
    protected override CheckFinding JudgeKnown(BucketConfiguration bucket)
    {
        var rules = bucket.Read("lifecycle")?.Items("Rule").Count(rule => rule.Is("Status", "Enabled")) ?? 0;
        return CheckFinding.Of(rules > 0, $"{rules} rules are on.", "No rule of a lifecycle is on.");
    }
}
