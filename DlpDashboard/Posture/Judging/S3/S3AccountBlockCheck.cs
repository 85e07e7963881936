namespace DlpDashboard.Posture.Judging.S3;

/// <summary>The account blocks public access.</summary>
internal sealed class S3AccountBlockCheck() : PostureCheck(
    "s3-account-block",
    CheckSeverity.High,
    "The account blocks public access",
    new CheckGuidance(
        "One switch for the whole account keeps any bucket, also those made tomorrow, from becoming public by mistake.",
        "S3 console, Block Public Access settings for this account, Edit, all four on",
        "aws s3control put-public-access-block --account-id ACCOUNT --public-access-block-configuration BlockPublicAcls=true,IgnorePublicAcls=true,BlockPublicPolicy=true,RestrictPublicBuckets=true"),
    "CIS AWS 1.5: 2.1.5",
    "CIS AWS 3.0: 2.1.4",
    "CIS AWS 5.0: 2.1.4",
    "CIS AWS 7.0: 3.1.4",
    "FSBP S3.1",
    "NIST 800-53: AC-3",
    "NIST 800-53: AC-21",
    "NIST 800-53: SC-7")
{
    /// <inheritdoc />
    protected override CheckFinding JudgeKnown(BucketConfiguration bucket)
    {
        if (bucket.Document("account").State == Providers.Configurations.DocumentState.NotConfigured)
        {
            return CheckFinding.NotApplicable("A compatible server has no settings of accounts.");
        }

        var blocks = S3Exposure.Blocks(bucket.Read("accountPublicAccessBlock"));
        return CheckFinding.Of(
            blocks is { BlockPublicAcls: true, IgnorePublicAcls: true, BlockPublicPolicy: true, RestrictPublicBuckets: true },
            "The account blocks public access in all four ways.",
            "The account does not block public access in all four ways.");
    }
}
