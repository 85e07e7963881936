namespace DlpDashboard.Posture.Judging.S3;

/// <summary>Other accounts are let in only on purpose.</summary>
internal sealed class S3CrossAccountCheck() : PostureCheck(
    "s3-cross-account",
    CheckSeverity.High,
    "Other accounts are let in only on purpose",
    new CheckGuidance(
        "Each account that a policy names brings all of its own people and programs; nobody of yours sees who they are.",
        "S3 console, the bucket, Permissions, Bucket policy: remove the accounts that are not yours, or accept them with a reason",
        "aws s3api get-bucket-policy --bucket BUCKET --query Policy --output text"),
    "FSBP S3.6")
{
    /// <inheritdoc />
    protected override CheckFinding JudgeKnown(BucketConfiguration bucket)
    {
        bucket.Read("policy");
        var others = bucket.Exposure.Verdict.CrossAccount;
        var own = bucket.Known("account")?.Text("accountId");
        return others.Count == 0 ? CheckFinding.Pass("The policy names no other account.")
            : own is null ? CheckFinding.Unknown($"The policy lets in {string.Join(", ", others)}; which account is the bucket's own is not known.")
            : CheckFinding.Fail($"The policy lets other accounts in: {string.Join(", ", others)}.");
    }
}
