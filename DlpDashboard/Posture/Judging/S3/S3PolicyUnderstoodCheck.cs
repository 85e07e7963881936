namespace DlpDashboard.Posture.Judging.S3;

/// <summary>Every statement of the policy is understood.</summary>
internal sealed class S3PolicyUnderstoodCheck() : PostureCheck(
    "s3-policy-understood",
    CheckSeverity.Medium,
    "Every statement of the policy is understood",
    new CheckGuidance(
        "A statement with a mistake does something other than its author meant, or nothing; one that this product does not understand must be read by a person.",
        "S3 console, the bucket, Permissions, Bucket policy: read the statement that the reason names",
        "aws accessanalyzer validate-policy --policy-type RESOURCE_POLICY --policy-document file://policy.json"))
{
    /// <inheritdoc />
    protected override CheckFinding JudgeKnown(BucketConfiguration bucket)
    {
        if (bucket.Read("policy") is null)
        {
            return CheckFinding.NotApplicable("There is no policy.");
        }

        var unclear = bucket.Exposure.Verdict.Unknown;
        return CheckFinding.Of(unclear.Count == 0, "All statements are understood.", Reasons(unclear));
    }
}
