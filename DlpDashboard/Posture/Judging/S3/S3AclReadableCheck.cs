namespace DlpDashboard.Posture.Judging.S3;

/// <summary>No list shows the grants to everybody.</summary>
internal sealed class S3AclReadableCheck() : PostureCheck(
    "s3-acl-readable",
    CheckSeverity.Medium,
    "No list shows the grants to everybody",
    new CheckGuidance(
        "Who reads the grants learns whose accounts to attack and what is open already.",
        "S3 console, the bucket, Permissions, Access control list, Edit: take Bucket ACL Read from Everyone",
        "aws s3api put-bucket-acl --bucket BUCKET --acl private"),
    "FSBP S3.2")
{
    /// <inheritdoc />
    protected override CheckFinding JudgeKnown(BucketConfiguration bucket)
    {
        var acl = bucket.Read("acl") ?? throw new UnreadDocumentException("The access control list could not be read.");
        var grants = S3Exposure.GrantsOf(acl).Where(grant => (grant.IsAllUsers || grant.IsAuthenticatedUsers) && grant.Permission == "READ_ACP").ToList();
        if (grants.Count == 0)
        {
            return CheckFinding.Pass("The access control list shows itself to no stranger.");
        }

        if (S3Exposure.OwnershipOf(bucket) == "BucketOwnerEnforced" || S3Exposure.BlocksOf(bucket).IgnorePublicAcls)
        {
            return CheckFinding.Pass("The list has such a grant, but lists count for nothing: they are off or ignored.");
        }

        return bucket.IsUnknown("publicAccessBlock") || bucket.IsUnknown("accountPublicAccessBlock")
            ? CheckFinding.Unknown("The list has such a grant; whether a block makes it count for nothing could not be read.")
            : CheckFinding.Fail($"The access control list grants {string.Join(", ", grants.Select(grant => grant.Permission))} to {(grants.Exists(grant => grant.IsAllUsers) ? "everybody" : "everybody who has any account")}.");
    }
}
