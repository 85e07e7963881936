namespace DlpDashboard.Posture.Judging.S3;

/// <summary>Versions are kept.</summary>
internal sealed class S3VersioningCheck() : PostureCheck(
    "s3-versioning",
    CheckSeverity.Medium,
    "Versions are kept",
    new CheckGuidance(
        "What is overwritten or deleted by mistake or by malice can be had back only from an older version.",
        "S3 console, the bucket, Properties, Bucket Versioning, Edit, Enable",
        "aws s3api put-bucket-versioning --bucket BUCKET --versioning-configuration Status=Enabled"),
    "FSBP S3.14")
{
    /// <inheritdoc />
    protected override CheckFinding JudgeKnown(BucketConfiguration bucket) => CheckFinding.Of(bucket.Read("versioning")?.Is("Status", "Enabled") == true, "Versioning is on.", $"Versioning is {(bucket.Known("versioning")?.Text("Status") ?? "off").ToLowerInvariant()}.");
}
