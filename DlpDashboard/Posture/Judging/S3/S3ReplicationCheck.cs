namespace DlpDashboard.Posture.Judging.S3;

/// <summary>A copy is kept elsewhere.</summary>
internal sealed class S3ReplicationCheck() : PostureCheck(
    "s3-replication",
    CheckSeverity.Low,
    "A copy is kept elsewhere",
    new CheckGuidance(
        "A second bucket in another region survives a lost region and a deleted bucket.",
        "S3 console, the bucket, Management, Replication rules, Create",
        "aws s3api put-bucket-replication --bucket BUCKET --replication-configuration file://replication.json"),
    "FSBP S3.7")
{
    /// <inheritdoc />
    protected override CheckFinding JudgeKnown(BucketConfiguration bucket) => CheckFinding.Of(bucket.Read("replication")?.Items("Rule").Any(rule => rule.Is("Status", "Enabled")) == true, "A rule of replication is on.", "Nothing is replicated.");
}
