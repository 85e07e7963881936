namespace DlpDashboard.Posture.Judging.S3;

/// <summary>New objects are encrypted.</summary>
internal sealed class S3DefaultEncryptionCheck() : PostureCheck(
    "s3-default-encryption",
    CheckSeverity.Medium,
    "New objects are encrypted",
    new CheckGuidance(
        "Encryption at rest keeps disks and backups that leave the data centre from being read.",
        "S3 console, the bucket, Properties, Default encryption, Edit",
        "aws s3api put-bucket-encryption --bucket BUCKET --server-side-encryption-configuration Rules=[{ApplyServerSideEncryptionByDefault={SSEAlgorithm=AES256}}]"),
    "CIS AWS 1.5: 2.1.1",
    "FSBP S3.4",
    "PCI DSS 3.2.1: 3.4")
{
    /// <inheritdoc />
    protected override CheckFinding JudgeKnown(BucketConfiguration bucket)
    {
        var encryption = bucket.Read("encryption");
        var algorithm = encryption?.Items("Rule") is [var rule, ..] ? rule.Text("ApplyServerSideEncryptionByDefault.SSEAlgorithm") : null;
        return CheckFinding.Of(algorithm is { Length: > 0 }, $"New objects are encrypted by {algorithm}.", "No default encryption is set.");
    }
}
