using System.Security.Cryptography;
using System.Text.Json;

namespace DlpDashboard.Providers.Gcs;

/// <summary>
/// A service account's key, read from the document people paste. Only the kind <c>service_account</c> is taken: other kinds of Google's
/// credential files name programs to run, files to read or hosts to ask.
/// </summary>
/// <param name="Email">Who signs in.</param>
/// <param name="KeyId">The key's id, or null.</param>
/// <param name="ProjectId">The account's project, or null.</param>
/// <param name="TokenUri">Where tokens are asked for, as written.</param>
/// <param name="PrivateKey">PKCS #8 in PEM; an RSA key.</param>
internal sealed record ServiceAccountKey(string Email, string? KeyId, string? ProjectId, string TokenUri, string PrivateKey)
{
    /// <summary>Where Google gives out tokens.</summary>
    public const string GoogleTokenUri = "https://oauth2.googleapis.com/token";

    private const int MaxDepth = 4;
    private const int SmallestKeyBits = 1024;
    private const int LargestKeyBits = 8192;

    // Whole names: below storage.googleapis.com and others lie hosts that anybody can have.
    private static readonly string[] GoogleHosts = ["oauth2.googleapis.com", "accounts.google.com", "www.googleapis.com"];

    /// <summary>Reads a document; the sentence tells what is wrong with it.</summary>
    public static ServiceAccountKey? Read(string json, out string wrong)
    {
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = MaxDepth, AllowDuplicateProperties = false });
            return Read(document.RootElement, out wrong);
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException)
        {
            wrong = "The service account key is no JSON document. Paste the whole file, from the first brace to the last.";
            return null;
        }
    }

    /// <summary>The private key; dispose it.</summary>
    public RSA OpenPrivateKey()
    {
        var key = RSA.Create();
        try
        {
            key.ImportFromPem(PrivateKey);
            return key;
        }
        catch
        {
            key.Dispose();
            throw;
        }
    }

    /// <summary>Whether tokens are asked for where Google gives them out, over TLS.</summary>
    public bool IsOfGoogle =>
        Uri.TryCreate(TokenUri, UriKind.Absolute, out var url) && url.Scheme == Uri.UriSchemeHttps && url.IsDefaultPort && url.UserInfo.Length == 0
        && GoogleHosts.Contains(url.Host, StringComparer.OrdinalIgnoreCase);

    /// <summary>The account alone: the key is secret.</summary>
    public override string ToString() => Email;

    private static ServiceAccountKey? Read(JsonElement root, out string wrong)
    {
        if (root.ValueKind != JsonValueKind.Object || TextOf(root, "type") != "service_account")
        {
            wrong = "This is no service account key: its \"type\" must be \"service_account\". Make a key of the kind JSON for a service account in Google Cloud.";
            return null;
        }

        var key = new ServiceAccountKey(
            TextOf(root, "client_email") ?? string.Empty, TextOf(root, "private_key_id"), TextOf(root, "project_id"), TextOf(root, "token_uri") ?? GoogleTokenUri, TextOf(root, "private_key") ?? string.Empty);
        wrong = key.Email.Length is < 3 or > 320 || !key.Email.Contains('@') || key.Email.Any(letter => char.IsControl(letter) || char.IsWhiteSpace(letter))
            ? "The service account key has no usable \"client_email\". Paste the whole file as Google gave it out."
            : key.PrivateKeyIsUsable() ? string.Empty : "The service account key's \"private_key\" cannot be read as an RSA key. Paste the whole file as Google gave it out.";
        return wrong.Length == 0 ? key : null;
    }

    private bool PrivateKeyIsUsable()
    {
        if (!PrivateKey.TrimStart().StartsWith("-----BEGIN PRIVATE KEY-----", StringComparison.Ordinal))
        {
            return false;
        }

        try
        {
            using var key = OpenPrivateKey();
            return key.KeySize is >= SmallestKeyBits and <= LargestKeyBits;
        }
        catch (Exception unusable) when (unusable is CryptographicException or ArgumentException)
        {
            return false;
        }
    }

    private static string? TextOf(JsonElement root, string name) =>
        root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text ? text : null;
}
