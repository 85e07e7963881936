namespace DlpDashboard.Posture.Judging.S3;

/// <summary>No list is for everybody with any account.</summary>
internal sealed class S3AclAuthenticatedCheck() : PostureCheck(
    "s3-acl-authenticated",
    CheckSeverity.Critical,
    "No list is for everybody with any account",
    new CheckGuidance(
        "Any account means every customer of the provider, not those of your organisation; an account is free.",
        "S3 console, the bucket, Permissions, Access control list, Edit: take all from Authenticated users group",
        "aws s3api put-bucket-acl --bucket BUCKET --acl private"),
    "FSBP S3.2",
    "CKV_AWS_375")
{
    /// <inheritdoc />
    protected override CheckFinding JudgeKnown(BucketConfiguration bucket)
    {
        var acl = bucket.Read("acl") ?? throw new UnreadDocumentException("The access control list could not be read.");
        var grants = S3Exposure.GrantsOf(acl).Where(grant => grant.IsAuthenticatedUsers).ToList();
        if (grants.Count == 0)
        {
            return CheckFinding.Pass("The access control list names no group of all accounts.");
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
