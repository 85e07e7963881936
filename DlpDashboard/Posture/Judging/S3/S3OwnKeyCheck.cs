namespace DlpDashboard.Posture.Judging.S3;

/// <summary>Objects are encrypted with a key of your own.</summary>
internal sealed class S3OwnKeyCheck() : PostureCheck(
    "s3-own-key",
    CheckSeverity.Medium,
    "Objects are encrypted with a key of your own",
    new CheckGuidance(
        "A key of your own has a policy and a log: who may decrypt is decided and seen apart from who may read the bucket.",
        "S3 console, the bucket, Properties, Default encryption, Edit, SSE-KMS with your key",
        "aws s3api put-bucket-encryption --bucket BUCKET --server-side-encryption-configuration Rules=[{ApplyServerSideEncryptionByDefault={SSEAlgorithm=aws:kms,KMSMasterKeyID=KEY}}]"),
    "FSBP S3.17")
{
    /// <inheritdoc />
    protected override CheckFinding JudgeKnown(BucketConfiguration bucket)
    {
        var rule = bucket.Read("encryption")?.Items("Rule") is [var first, ..] ? first : default(System.Text.Json.JsonElement?);
        var algorithm = rule?.Text("ApplyServerSideEncryptionByDefault.SSEAlgorithm");
        var key = rule?.Text("ApplyServerSideEncryptionByDefault.KMSMasterKeyID");
        return CheckFinding.Of(
            algorithm is "aws:kms" or "aws:kms:dsse" && key is { Length: > 0 } && !key.Contains("alias/aws/", StringComparison.Ordinal),
            "A key of your own is set.",
            algorithm is "aws:kms" or "aws:kms:dsse" ? "The provider's own KMS key is used, whose policy is not yours." : $"Objects are encrypted by {algorithm ?? "nothing"}, without a key of your own.");
    }
}
