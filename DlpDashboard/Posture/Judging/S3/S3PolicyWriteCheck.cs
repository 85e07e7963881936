namespace DlpDashboard.Posture.Judging.S3;

/// <summary>No policy lets strangers write.</summary>
internal sealed class S3PolicyWriteCheck() : PostureCheck(
    "s3-policy-write",
    CheckSeverity.Critical,
    "No policy lets strangers write",
    new CheckGuidance(
        "A bucket that strangers write to serves their files under your name, and loses yours.",
        "S3 console, the bucket, Permissions, Bucket policy, Edit: remove the writing actions from the statement for everybody",
        "aws s3api delete-bucket-policy --bucket BUCKET"),
    "CIS AWS 7.0: 2.21",
    "FSBP S3.3",
    "CKV_AWS_70")
{
    /// <inheritdoc />
    protected override CheckFinding JudgeKnown(BucketConfiguration bucket)
    {
        bucket.Read("policy");
        if (!bucket.Exposure.Verdict.AnonymousAccess.Contains("write"))
        {
            return CheckFinding.Pass("No request without a sign-in can write.");
        }

        var why = Reasons(bucket.Exposure.Verdict.Reasons.Where(reason => reason.Text.Contains("change it", StringComparison.Ordinal)));
        return bucket.Exposure.Undecided.Count > 0 ? CheckFinding.Unknown($"{why} {bucket.Exposure.Undecided[0]}")
            : why.Length > 0 ? CheckFinding.Fail(why) : CheckFinding.Pass("No policy lets strangers write; what the access control list does is told by its own check.");
    }
}
