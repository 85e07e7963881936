namespace DlpDashboard.Posture.Judging.S3;

/// <summary>A tag says how sensitive the bucket is.</summary>
internal sealed class S3ClassificationTagCheck() : PostureCheck(
    "s3-classification-tag",
    CheckSeverity.Info,
    "A tag says how sensitive the bucket is",
    new CheckGuidance(
        "Rules and people treat a bucket by its class; without a tag nobody knows which one it has.",
        "S3 console, the bucket, Properties, Tags, Edit: add data-classification",
        "aws s3api put-bucket-tagging --bucket BUCKET --tagging TagSet=[{Key=data-classification,Value=CLASS}]"))
{
    /// <inheritdoc />
    protected override CheckFinding JudgeKnown(BucketConfiguration bucket) => CheckFinding.Of(
            bucket.Read("tagging")?.Items("TagSet.Tag").Any(tag => tag.Text("Key") is { } key && key.Contains("classification", StringComparison.OrdinalIgnoreCase)) == true,
            "A classification is given.",
            "No tag gives a classification.");
}
