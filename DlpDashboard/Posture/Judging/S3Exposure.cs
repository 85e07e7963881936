using System.Text.Json;
using DlpDashboard.Posture.Access;

namespace DlpDashboard.Posture.Judging;

/// <summary>Hands an S3 bucket's documents to the evaluator. A block that could not be read matters only where something is open without it.</summary>
internal static class S3Exposure
{
    private static readonly string[] Openers = ["policy", "acl"];
    private static readonly string[] Shutters = ["publicAccessBlock", "accountPublicAccessBlock"];
    private static readonly PublicBlocks None = new(false, false, false, false);

    public static BucketExposure Of(BucketConfiguration bucket)
    {
        var verdict = S3Access.Judge(BucketOf(bucket), bucket.Now);
        var undecided = new List<string>();
        foreach (var name in Openers.Where(bucket.IsUnknown))
        {
            undecided.Add(BucketExposure.Unread(bucket, name));
        }

        if (verdict.IsPublic || verdict.AnonymousAccess.Count > 0)
        {
            undecided.AddRange(Shutters.Where(bucket.IsUnknown).Select(name => BucketExposure.Unread(bucket, name)));
        }

        // What restricts a public policy leaves the provider's status as it is, but nobody gets in.
        var isShut = BlocksOf(bucket).RestrictPublicBuckets && verdict.AnonymousAccess.Count == 0;
        return new BucketExposure(isShut ? verdict with { IsPublic = false } : verdict, undecided);
    }

    /// <summary>The blocks of bucket and account together, as far as they are known.</summary>
    public static PublicBlocks BlocksOf(BucketConfiguration bucket) => Blocks(bucket.Known("publicAccessBlock")).With(Blocks(bucket.Known("accountPublicAccessBlock")));

    /// <summary>One block.</summary>
    public static PublicBlocks Blocks(JsonElement? document) => document is not { } block ? None : new PublicBlocks(
        block.Flag("BlockPublicAcls") ?? false, block.Flag("IgnorePublicAcls") ?? false, block.Flag("BlockPublicPolicy") ?? false, block.Flag("RestrictPublicBuckets") ?? false);

    /// <summary>The object ownership, or null where it is not set or not known.</summary>
    public static string? OwnershipOf(BucketConfiguration bucket) => bucket.Known("ownership")?.Items("Rule") is [var rule, ..] ? rule.Text("ObjectOwnership") : null;

    /// <summary>The grants of the bucket's access control list.</summary>
    public static IReadOnlyList<AclGrant> GrantsOf(JsonElement acl) =>
        [.. acl.Items("AccessControlList.Grant").Select(grant => new AclGrant(grant.Text("Grantee.URI") ?? grant.Text("Grantee.ID") ?? "", grant.Text("Permission") ?? ""))];

    /// <summary>The statements of the policy; none where there is none or it is not known.</summary>
    public static IReadOnlyList<AccessStatement> StatementsOf(BucketConfiguration bucket) => bucket.Known("policy") is { } policy ? PolicyReader.Read(policy) : [];

    private static S3Bucket BucketOf(BucketConfiguration bucket) => new(
        bucket.Known("account")?.Text("accountId") ?? "",
        bucket.Name,
        bucket.Known("policy"),
        bucket.Known("acl") is { } acl ? GrantsOf(acl) : [],
        OwnershipOf(bucket),
        BlocksOf(bucket));
}
