namespace DlpDashboard.Posture.Judging.S3;

/// <summary>Nobody without a sign-in reaches the bucket.</summary>
internal sealed class S3PublicCheck() : PostureCheck(
    "s3-public",
    CheckSeverity.Critical,
    "Nobody without a sign-in reaches the bucket",
    new CheckGuidance(
        "Whoever knows or guesses the name of an open bucket reads, lists or changes what lies in it; searching for such names is automated.",
        "S3 console, the bucket, Permissions: remove the statement or grant that the reason names, then switch Block public access on",
        "aws s3api put-public-access-block --bucket BUCKET --public-access-block-configuration BlockPublicAcls=true,IgnorePublicAcls=true,BlockPublicPolicy=true,RestrictPublicBuckets=true"),
    "FSBP S3.2",
    "PCI DSS 3.2.1: 7.2.1")
{
    /// <inheritdoc />
    protected override CheckFinding JudgeKnown(BucketConfiguration bucket) => bucket.Exposure.Finding("No policy and no list lets strangers in.");
}
