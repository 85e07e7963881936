namespace DlpDashboard.Posture.Judging.S3;

/// <summary>Access control lists are off.</summary>
internal sealed class S3AclDisabledCheck() : PostureCheck(
    "s3-acl-disabled",
    CheckSeverity.Medium,
    "Access control lists are off",
    new CheckGuidance(
        "With lists off a bucket has one place that says who may do what, and uploaders cannot open single objects.",
        "S3 console, the bucket, Permissions, Object Ownership, Edit, ACLs disabled",
        "aws s3api put-bucket-ownership-controls --bucket BUCKET --ownership-controls Rules=[{ObjectOwnership=BucketOwnerEnforced}]"),
    "FSBP S3.12",
    "CKV2_AWS_65")
{
    /// <inheritdoc />
    protected override CheckFinding JudgeKnown(BucketConfiguration bucket)
    {
        bucket.Read("ownership");
        var ownership = S3Exposure.OwnershipOf(bucket);
        return CheckFinding.Of(ownership == "BucketOwnerEnforced", "Lists are off: the bucket's owner owns every object.", $"Lists count: object ownership is {ownership ?? "not set"}.");
    }
}
