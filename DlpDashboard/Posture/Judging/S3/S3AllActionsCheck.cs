using DlpDashboard.Posture.Access;

namespace DlpDashboard.Posture.Judging.S3;

/// <summary>No statement gives every action away.</summary>
internal sealed class S3AllActionsCheck() : PostureCheck(
    "s3-all-actions",
    CheckSeverity.High,
    "No statement gives every action away",
    new CheckGuidance(
        "A statement that allows all of S3 also allows to change the policy, to delete the bucket and to open it to everybody.",
        "S3 console, the bucket, Permissions, Bucket policy: list the actions that are needed",
        "aws s3api put-bucket-policy --bucket BUCKET --policy file://policy.json"),
    "FSBP S3.6")
{
    /// <inheritdoc />
    protected override CheckFinding JudgeKnown(BucketConfiguration bucket)
    {
        bucket.Read("policy");
        var own = bucket.Known("account")?.Text("accountId");
        var wide = S3Exposure.StatementsOf(bucket).FirstOrDefault(one => one is { IsDeny: false, IsUnderstood: true, Actions.IsOthers: false }
            && one.Actions.Patterns.Any(pattern => pattern is "*" || pattern.Equals("s3:*", StringComparison.OrdinalIgnoreCase))
            && (one.Principals.TakesAnonymous || one.Principals.Named.Any(named => AwsNames.AccountOf(named.Value) is { } account && account != own)));
        return CheckFinding.Of(wide is null, "No statement gives all actions to others.", $"{wide?.Name} gives all actions to others.");
    }
}
