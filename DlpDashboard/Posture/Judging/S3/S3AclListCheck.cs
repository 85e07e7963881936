namespace DlpDashboard.Posture.Judging.S3;

/// <summary>No list lets everybody see the names of objects.</summary>
internal sealed class S3AclListCheck() : PostureCheck(
    "s3-acl-list",
    CheckSeverity.Critical,
    "No list lets everybody see the names of objects",
    new CheckGuidance(
        "Names of objects tell what is stored and are the way to each of them.",
        "S3 console, the bucket, Permissions, Access control list, Edit: take List from Everyone",
        "aws s3api put-bucket-acl --bucket BUCKET --acl private"),
    "FSBP S3.2",
    "CKV_AWS_375",
    "CKV2_AWS_43")
{
    /// <inheritdoc />
    protected override CheckFinding JudgeKnown(BucketConfiguration bucket)
    {
        var acl = bucket.Read("acl") ?? throw new UnreadDocumentException("The access control list could not be read.");
        var grants = S3Exposure.GrantsOf(acl).Where(grant => grant.IsAllUsers && grant.Permission is "READ" or "FULL_CONTROL").ToList();
        if (grants.Count == 0)
        {
            return CheckFinding.Pass("The access control list lets strangers list nothing.");
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
