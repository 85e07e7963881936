namespace DlpDashboard.Posture.Judging.S3;

/// <summary>The log goes to another bucket.</summary>
internal sealed class S3LogTargetCheck() : PostureCheck(
    "s3-log-target",
    CheckSeverity.Medium,
    "The log goes to another bucket",
    new CheckGuidance(
        "A bucket that logs into itself logs its own log without end, and whoever can delete objects deletes the traces.",
        "S3 console, the bucket, Properties, Server access logging, Edit: choose a bucket for logs alone",
        "aws s3api put-bucket-logging --bucket BUCKET --bucket-logging-status file://logging.json"),
    "FSBP S3.9")
{
    /// <inheritdoc />
    protected override CheckFinding JudgeKnown(BucketConfiguration bucket)
    {
        var target = bucket.Read("logging")?.Text("LoggingEnabled.TargetBucket");
        return target is null or "" ? CheckFinding.NotApplicable("Access is not logged.")
            : CheckFinding.Of(!string.Equals(target, bucket.Name, StringComparison.Ordinal), $"The log goes to {target}.", "The bucket logs into itself.");
    }
}
