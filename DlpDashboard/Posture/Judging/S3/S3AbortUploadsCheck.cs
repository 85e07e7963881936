namespace DlpDashboard.Posture.Judging.S3;

/// <summary>Incomplete uploads are removed.</summary>
internal sealed class S3AbortUploadsCheck() : PostureCheck(
    "s3-abort-uploads",
    CheckSeverity.Low,
    "Incomplete uploads are removed",
    new CheckGuidance(
        "Parts of uploads that never ended are seen in no listing, are paid for, and hold data all the same.",
        "S3 console, the bucket, Management, Lifecycle rules: add Delete expired object delete markers or incomplete multipart uploads",
        "aws s3api put-bucket-lifecycle-configuration --bucket BUCKET --lifecycle-configuration file://abort-after-7-days.json"),
    "CKV_AWS_300")
{
    /// <inheritdoc />
    protected override CheckFinding JudgeKnown(BucketConfiguration bucket) => CheckFinding.Of(
            bucket.Read("lifecycle")?.Items("Rule").Any(rule => rule.Is("Status", "Enabled") && rule.Number("AbortIncompleteMultipartUpload.DaysAfterInitiation") > 0) == true,
            "A rule removes them.",
            "No rule removes incomplete uploads.");
}
