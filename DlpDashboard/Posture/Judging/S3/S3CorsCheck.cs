namespace DlpDashboard.Posture.Judging.S3;

/// <summary>Not every web page may read by a visitor's browser.</summary>
internal sealed class S3CorsCheck() : PostureCheck(
    "s3-cors",
    CheckSeverity.Medium,
    "Not every web page may read by a visitor's browser",
    new CheckGuidance(
        "With every origin allowed, any page a visitor opens can use links and sign-ins of that browser to read the bucket.",
        "S3 console, the bucket, Permissions, Cross-origin resource sharing, Edit: name your own origins",
        "aws s3api put-bucket-cors --bucket BUCKET --cors-configuration file://cors.json"))
{
    /// <inheritdoc />
    protected override CheckFinding JudgeKnown(BucketConfiguration bucket) => CheckFinding.Of(bucket.Read("cors")?.Items("CORSRule").Any(rule => rule.Texts("AllowedOrigin").Contains("*")) != true, "No rule takes every origin.", "A rule takes every origin.");
}
