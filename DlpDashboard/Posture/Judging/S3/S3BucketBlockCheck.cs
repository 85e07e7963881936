namespace DlpDashboard.Posture.Judging.S3;

/// <summary>The bucket blocks public access in all four ways.</summary>
internal sealed class S3BucketBlockCheck() : PostureCheck(
    "s3-bucket-block",
    CheckSeverity.High,
    "The bucket blocks public access in all four ways",
    new CheckGuidance(
        "The block refuses public policies and lists when they are written and ignores those that are there; without it one wrong edit opens the bucket.",
        "S3 console, the bucket, Permissions, Block public access, Edit, all four on",
        "aws s3api put-public-access-block --bucket BUCKET --public-access-block-configuration BlockPublicAcls=true,IgnorePublicAcls=true,BlockPublicPolicy=true,RestrictPublicBuckets=true"),
    "CIS AWS 1.5: 2.1.5",
    "CIS AWS 3.0: 2.1.4",
    "CIS AWS 5.0: 2.1.4",
    "CIS AWS 7.0: 3.1.4",
    "FSBP S3.8",
    "CKV_AWS_53",
    "CKV_AWS_54",
    "CKV_AWS_55",
    "CKV_AWS_56",
    "CKV2_AWS_6")
{
    /// <inheritdoc />
    protected override CheckFinding JudgeKnown(BucketConfiguration bucket)
    {
        var account = S3Exposure.Blocks(bucket.Known("accountPublicAccessBlock"));
        if (account is { BlockPublicAcls: true, IgnorePublicAcls: true, BlockPublicPolicy: true, RestrictPublicBuckets: true })
        {
            return CheckFinding.Pass("The account's block covers the bucket.");
        }

        var both = S3Exposure.Blocks(bucket.Read("publicAccessBlock")).With(account);
        if (both is { BlockPublicAcls: true, IgnorePublicAcls: true, BlockPublicPolicy: true, RestrictPublicBuckets: true })
        {
            return CheckFinding.Pass("Public access is blocked in all four ways.");
        }

        return bucket.IsUnknown("accountPublicAccessBlock")
            ? CheckFinding.Unknown("The bucket's own block is not complete, and the account's could not be read.")
            : CheckFinding.Fail($"Not all four ways are blocked: new public lists {Word(both.BlockPublicAcls)}, existing ones {Word(both.IgnorePublicAcls)}, new public policies {Word(both.BlockPublicPolicy)}, existing ones {Word(both.RestrictPublicBuckets)}.");

        static string Word(bool isBlocked) => isBlocked ? "blocked" : "open";
    }
}
