namespace DlpDashboard.Posture.Judging.S3;

/// <summary>Objects can be locked against deletion.</summary>
internal sealed class S3ObjectLockCheck() : PostureCheck(
    "s3-object-lock",
    CheckSeverity.Low,
    "Objects can be locked against deletion",
    new CheckGuidance(
        "A lock keeps backups and records even from an administrator or whoever stole that role.",
        "When a bucket is made: Advanced settings, Object Lock; for existing ones Properties, Object Lock",
        "aws s3api put-object-lock-configuration --bucket BUCKET --object-lock-configuration ObjectLockEnabled=Enabled"),
    "FSBP S3.15",
    "CKV_AWS_143")
{
    /// <inheritdoc />
    protected override CheckFinding JudgeKnown(BucketConfiguration bucket) => CheckFinding.Of(bucket.Read("objectLock")?.Is("ObjectLockEnabled", "Enabled") == true, "Object lock is on.", "Object lock is off.");
}
