using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using DlpDashboard.Providers.Configurations;

namespace DlpDashboard.Posture.Keeping;

/// <summary>
/// Tells versions of a document apart: SHA-256 of its JSON, the members of objects in order of their names, without what a provider changes by itself (etags, counters, times of change).
/// </summary>
internal static class DocumentHash
{
    private const int MaxDepth = 64;

    private static readonly HashSet<string> Restless = new(StringComparer.OrdinalIgnoreCase) { "etag", "metageneration", "updated", "selfLink", "lastModifiedTime", "remainingRetentionDays", "timeStorageClassUpdated" };

    /// <summary>The hash in hexadecimal; of no content the state's name.</summary>
    public static string Of(ConfigurationDocument document) => document.Json is not { } json
        ? document.State.ToString()
        : Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(Ordered(JsonNode.Parse(json, documentOptions: new JsonDocumentOptions { MaxDepth = MaxDepth, AllowDuplicateProperties = true })))));

    private static JsonNode? Ordered(JsonNode? node) => node switch
    {
        JsonObject members => new JsonObject(members.Where(member => !Restless.Contains(member.Key)).OrderBy(member => member.Key, StringComparer.Ordinal).Select(member => KeyValuePair.Create(member.Key, Ordered(member.Value)))),
        JsonArray items => new JsonArray([.. items.Select(Ordered)]),
        null => null,
        _ => node.DeepClone(),
    };
}
