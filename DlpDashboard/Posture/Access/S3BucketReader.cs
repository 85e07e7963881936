using System.Text.Json;

namespace DlpDashboard.Posture.Access;

/// <summary>Reads a bucket's configuration from JSON: <c>accountId, bucket, policy, acl, ownership, publicAccessBlock, accountPublicAccessBlock</c>.</summary>
internal static class S3BucketReader
{
    private const int MostGrants = 1000;

    /// <summary>The bucket; what is missing is as if it were not set.</summary>
    /// <exception cref="FormatException">Something is of the wrong kind; the message says what and where.</exception>
    public static S3Bucket Read(JsonElement input) => new(
        JsonInput.Text(input, "accountId") ?? "",
        JsonInput.Text(input, "bucket") ?? "",
        PolicyOf(input),
        Grants(input),
        JsonInput.Text(input, "ownership"),
        Blocks(input, "publicAccessBlock").With(Blocks(input, "accountPublicAccessBlock")));

    // Policies come as objects, and from the provider's own answers as texts.
    private static JsonElement? PolicyOf(JsonElement input)
    {
        if (JsonInput.Part(input, "policy") is not { } policy)
        {
            return null;
        }

        if (policy.ValueKind != JsonValueKind.String)
        {
            return policy.ValueKind == JsonValueKind.Object ? policy : throw new FormatException("policy is neither an object nor a text nor null.");
        }

        try
        {
            return JsonDocument.Parse(policy.GetString()!).RootElement;
        }
        catch (JsonException wrong)
        {
            throw new FormatException($"policy is a text that is no JSON: line {wrong.LineNumber + 1}, byte {wrong.BytePositionInLine + 1}.", wrong);
        }
    }

    private static List<AclGrant> Grants(JsonElement input)
    {
        if (JsonInput.Part(input, "acl") is not { } acl || JsonInput.Part(acl, "grants") is not { } grants)
        {
            return [];
        }

        if (grants.ValueKind != JsonValueKind.Array || grants.GetArrayLength() > MostGrants)
        {
            throw new FormatException($"acl.grants is no list of at most {MostGrants} grants.");
        }

        return [.. grants.EnumerateArray().Select(grant => new AclGrant(GranteeOf(grant), JsonInput.Text(grant, "permission") ?? ""))];
    }

    private static string GranteeOf(JsonElement grant) => JsonInput.Part(grant, "grantee") switch
    {
        { ValueKind: JsonValueKind.String } name => name.GetString()!,
        { ValueKind: JsonValueKind.Object } party => JsonInput.Text(party, "uri") ?? JsonInput.Text(party, "URI") ?? JsonInput.Text(party, "id") ?? JsonInput.Text(party, "ID") ?? "",
        _ => "",
    };

    private static PublicBlocks Blocks(JsonElement input, string name) => JsonInput.Part(input, name) is { } blocks
        ? new PublicBlocks(JsonInput.Flag(blocks, "blockPublicAcls") ?? false, JsonInput.Flag(blocks, "ignorePublicAcls") ?? false, JsonInput.Flag(blocks, "blockPublicPolicy") ?? false, JsonInput.Flag(blocks, "restrictPublicBuckets") ?? false)
        : new PublicBlocks(false, false, false, false);
}
