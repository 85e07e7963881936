namespace DlpDashboard.Posture.Judging.S3;

/// <summary>Access is logged.</summary>
internal sealed class S3LoggingCheck() : PostureCheck(
    "s3-logging",
    CheckSeverity.Medium,
    "Access is logged",
    new CheckGuidance(
        "Without a log nobody can say afterwards who read what.",
        "S3 console, the bucket, Properties, Server access logging, Edit",
        "aws s3api put-bucket-logging --bucket BUCKET --bucket-logging-status file://logging.json"),
    "FSBP S3.9")
{
    /// <inheritdoc />
    protected override CheckFinding JudgeKnown(BucketConfiguration bucket) => CheckFinding.Of(bucket.Read("logging")?.Text("LoggingEnabled.TargetBucket") is { Length: > 0 }, $"Access is logged to {bucket.Known("logging")?.Text("LoggingEnabled.TargetBucket")}.", "Access is not logged.");
}
