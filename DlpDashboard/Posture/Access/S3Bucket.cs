using System.Text.Json;

namespace DlpDashboard.Posture.Access;

/// <summary>What decides on access to an S3 bucket; everything may be missing.</summary>
/// <param name="AccountId">The account it belongs to, twelve digits.</param>
/// <param name="Bucket">Its name.</param>
/// <param name="Policy">Its policy.</param>
/// <param name="Grants">The grants of its access control list.</param>
/// <param name="Ownership">Its object ownership; <c>BucketOwnerEnforced</c> switches access control lists off.</param>
/// <param name="Blocks">Its block of public access, joined with the account's: the stricter of both applies.</param>
internal sealed record S3Bucket(string AccountId, string Bucket, JsonElement? Policy, IReadOnlyList<AclGrant> Grants, string? Ownership, PublicBlocks Blocks)
{
    /// <summary>Whether access control lists decide on anything.</summary>
    public bool HasAcls => Ownership != "BucketOwnerEnforced";
}

/// <summary>A grant of an access control list.</summary>
/// <param name="Grantee">A canonical id, or the address of a group.</param>
/// <param name="Permission">READ, WRITE, READ_ACP, WRITE_ACP or FULL_CONTROL.</param>
internal sealed record AclGrant(string Grantee, string Permission)
{
    /// <summary>Whether everybody is meant.</summary>
    public bool IsAllUsers => Grantee.EndsWith("AllUsers", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether everybody with any account is meant.</summary>
    public bool IsAuthenticatedUsers => Grantee.EndsWith("AuthenticatedUsers", StringComparison.OrdinalIgnoreCase);
}

/// <summary>The four settings of a block of public access.</summary>
/// <param name="BlockPublicAcls">New public access control lists are refused.</param>
/// <param name="IgnorePublicAcls">Public access control lists count for nothing.</param>
/// <param name="BlockPublicPolicy">New public policies are refused.</param>
/// <param name="RestrictPublicBuckets">A public policy lets in only the own account and services.</param>
internal sealed record PublicBlocks(bool BlockPublicAcls, bool IgnorePublicAcls, bool BlockPublicPolicy, bool RestrictPublicBuckets)
{
    /// <summary>The stricter of both, setting by setting.</summary>
    public PublicBlocks With(PublicBlocks other) => new(
        BlockPublicAcls || other.BlockPublicAcls, IgnorePublicAcls || other.IgnorePublicAcls, BlockPublicPolicy || other.BlockPublicPolicy, RestrictPublicBuckets || other.RestrictPublicBuckets);
}
