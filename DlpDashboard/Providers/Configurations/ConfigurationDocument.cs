using System.Text;
using System.Text.Json;

namespace DlpDashboard.Providers.Configurations;

/// <summary>One document of a configuration: a bucket's policy, its encryption, an account's properties.</summary>
/// <param name="Name">What it is, such as <c>policy</c>; the provider's part of docs/posture.md lists them.</param>
/// <param name="State">What reading it came to.</param>
/// <param name="Json">The document as the provider gave it, XML turned into JSON; null unless present. At most <see cref="MaxBytes"/>.</param>
/// <param name="Reason">Why it is not known, as a sentence; null unless unknown.</param>
public sealed record ConfigurationDocument(string Name, DocumentState State, string? Json, string? Reason)
{
    /// <summary>Largest document that is kept, in UTF-8 bytes. A bucket policy has at most 20 KB, an access control list 100 grants.</summary>
    public const int MaxBytes = 512 * 1024;

    private const int MaxDepth = 64;

    /// <summary>A document as the provider wrote it; unknown where it is too large or no JSON.</summary>
    public static ConfigurationDocument Present(string name, string json)
    {
        if (json.Length > MaxBytes || Encoding.UTF8.GetByteCount(json) > MaxBytes)
        {
            return Unknown(name, "It is larger than 512 KB, more than any such document may be.");
        }

        try
        {
            using var parsed = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = MaxDepth });

            // Databases keep no NUL character, not even an escaped one in a JSON text that is shown again.
            return json.Contains("\\u0000", StringComparison.Ordinal) ? Unknown(name, "It holds a NUL character.") : new ConfigurationDocument(name, DocumentState.Present, json, null);
        }
        catch (JsonException)
        {
            return Unknown(name, "The server's answer is no JSON document.");
        }
    }

    /// <summary>It was never set.</summary>
    public static ConfigurationDocument NotConfigured(string name) => new(name, DocumentState.NotConfigured, null, null);

    /// <summary>It could not be read.</summary>
    public static ConfigurationDocument Unknown(string name, string reason) => new(name, DocumentState.Unknown, null, reason);
}
