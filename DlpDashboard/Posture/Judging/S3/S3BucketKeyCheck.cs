namespace DlpDashboard.Posture.Judging.S3;

/// <summary>A bucket key saves calls to the key service.</summary>
internal sealed class S3BucketKeyCheck() : PostureCheck(
    "s3-bucket-key",
    CheckSeverity.Info,
    "A bucket key saves calls to the key service",
    new CheckGuidance(
        "Without it each object asks the key service anew, which costs and can be throttled.",
        "S3 console, the bucket, Properties, Default encryption, Edit, Bucket Key, Enable",
        "aws s3api put-bucket-encryption --bucket BUCKET --server-side-encryption-configuration Rules=[{ApplyServerSideEncryptionByDefault={SSEAlgorithm=aws:kms,KMSMasterKeyID=KEY},BucketKeyEnabled=true}]"))
{
    /// <inheritdoc />
    protected override CheckFinding JudgeKnown(BucketConfiguration bucket)
    {
        var rule = bucket.Read("encryption")?.Items("Rule") is [var first, ..] ? first : default(System.Text.Json.JsonElement?);
        return rule?.Text("ApplyServerSideEncryptionByDefault.SSEAlgorithm") is not ("aws:kms" or "aws:kms:dsse")
            ? CheckFinding.NotApplicable("No key of the key service is used.")
            : CheckFinding.Of(rule.Value.Flag("BucketKeyEnabled") == true, "The bucket key is on.", "The bucket key is off.");
    }
}
