using DlpDashboard.Posture.Access;

namespace DlpDashboard.Posture.Judging.S3;

/// <summary>TLS older than 1.2 is denied.</summary>
internal sealed class S3TlsVersionCheck() : PostureCheck(
    "s3-tls-version",
    CheckSeverity.Low,
    "TLS older than 1.2 is denied",
    new CheckGuidance(
        "Old versions of TLS have known breaks; the service still takes some unless a policy says no.",
        "S3 console, the bucket, Permissions, Bucket policy: deny all actions where s3:TlsVersion is less than 1.2",
        "aws s3api put-bucket-policy --bucket BUCKET --policy file://tls-version.json"))
{
    /// <inheritdoc />
    protected override CheckFinding JudgeKnown(BucketConfiguration bucket)
    {
        bucket.Read("policy");
        var statement = S3Exposure.StatementsOf(bucket).FirstOrDefault(one => one is { IsDeny: true, IsUnderstood: true } && one.Principals.TakesAnonymous && one.Actions.Takes("s3:GetObject") && one.Actions.Takes("s3:PutObject") && one.Conditions is [var only] && IsWanted(only));
        return CheckFinding.Of(statement is not null, $"{statement?.Name} denies old versions of TLS.", "No statement denies TLS older than 1.2.");

        static bool IsWanted(AccessCondition condition) => condition is { Key: "s3:tlsversion", Operator.Kind: ComparisonKind.Numeric } && condition.Values is ["1.2" or "1.3"];
    }
}
