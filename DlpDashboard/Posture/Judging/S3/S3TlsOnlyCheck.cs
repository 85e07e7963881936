using DlpDashboard.Posture.Access;

namespace DlpDashboard.Posture.Judging.S3;

/// <summary>Requests without TLS are denied.</summary>
internal sealed class S3TlsOnlyCheck() : PostureCheck(
    "s3-tls-only",
    CheckSeverity.Medium,
    "Requests without TLS are denied",
    new CheckGuidance(
        "What travels in the clear can be read and changed by every network between.",
        "S3 console, the bucket, Permissions, Bucket policy: deny all actions to everybody where aws:SecureTransport is false",
        "aws s3api put-bucket-policy --bucket BUCKET --policy file://tls-only.json"),
    "CIS AWS 1.5: 2.1.2",
    "CIS AWS 3.0: 2.1.1",
    "CIS AWS 5.0: 2.1.1",
    "CIS AWS 7.0: 3.1.1",
    "FSBP S3.5",
    "PCI DSS 3.2.1: 4.1",
    "CKV_AWS_379")
{
    /// <inheritdoc />
    protected override CheckFinding JudgeKnown(BucketConfiguration bucket)
    {
        bucket.Read("policy");
        var statement = S3Exposure.StatementsOf(bucket).FirstOrDefault(one => one is { IsDeny: true, IsUnderstood: true } && one.Principals.TakesAnonymous && one.Actions.Takes("s3:GetObject") && one.Actions.Takes("s3:PutObject") && one.Actions.Takes("s3:ListBucket") && one.Resources.Takes($"arn:aws:s3:::{bucket.Name}/x") && one.Conditions is [var only] && IsWanted(only));
        return CheckFinding.Of(statement is not null, $"{statement?.Name} denies requests without TLS.", "No statement denies requests without TLS to everybody for all actions on objects.");

        static bool IsWanted(AccessCondition condition) => condition is { Key: "aws:securetransport", Operator.Kind: ComparisonKind.Bool, Operator.IsNegated: false } && condition.Values is ["false"];
    }
}
