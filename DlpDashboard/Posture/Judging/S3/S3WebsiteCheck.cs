namespace DlpDashboard.Posture.Judging.S3;

/// <summary>The bucket is no website.</summary>
internal sealed class S3WebsiteCheck() : PostureCheck(
    "s3-website",
    CheckSeverity.High,
    "The bucket is no website",
    new CheckGuidance(
        "A website bucket is made to be public, answers without TLS and shows whatever somebody puts into it.",
        "S3 console, the bucket, Properties, Static website hosting, Edit, Disable; serve the site by CloudFront",
        "aws s3api delete-bucket-website --bucket BUCKET"))
{
    /// <inheritdoc />
    protected override CheckFinding JudgeKnown(BucketConfiguration bucket) => CheckFinding.Of(bucket.Read("website") is null, "Website hosting is off.", "Website hosting is on.");
}
