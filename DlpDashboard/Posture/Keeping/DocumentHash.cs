using System.Security.Cryptography;
using System.Text.Json;
using DlpDashboard.Providers.Configurations;

namespace DlpDashboard.Posture.Keeping;

/// <summary>
/// Tells versions of a document apart: SHA-256 of its JSON, the members of objects in order of their names, without what a provider changes by itself (etags, counters, times of change).
/// </summary>
internal static class DocumentHash
{
    private const int MaxDepth = 64;

    private static readonly HashSet<string> Restless = new(StringComparer.OrdinalIgnoreCase) { "etag", "metageneration", "updated", "selfLink", "lastModifiedTime", "remainingRetentionDays", "timeStorageClassUpdated" };

    /// <summary>The hash in hexadecimal; of no content the state's name. Hostile documents may name a member twice: both count.</summary>
    public static string Of(ConfigurationDocument document)
    {
        if (document.Json is not { } json)
        {
            return document.State.ToString();
        }

        using var parsed = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = MaxDepth });
        using var ordered = new MemoryStream(json.Length);
        using (var writer = new Utf8JsonWriter(ordered, new JsonWriterOptions { SkipValidation = true }))
        {
            Write(writer, parsed.RootElement);
        }

        return Convert.ToHexStringLower(SHA256.HashData(ordered.GetBuffer().AsSpan(0, (int)ordered.Length)));
    }

    private static void Write(Utf8JsonWriter writer, JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (var member in element.EnumerateObject().Where(member => !Restless.Contains(member.Name)).OrderBy(member => member.Name, StringComparer.Ordinal))
                {
                    writer.WritePropertyName(member.Name);
                    Write(writer, member.Value);
                }

                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in element.EnumerateArray())
                {
                    Write(writer, item);
                }

                writer.WriteEndArray();
                break;
            default:
                element.WriteTo(writer);
                break;
        }
    }
}
