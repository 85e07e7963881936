using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using DlpDashboard.Providers.Gcs;
using Microsoft.AspNetCore.Http;

namespace DlpDashboard.Tests.Testing;

/// <summary>A service account and the token endpoint that knows it: RFC 7523, signatures checked with the account's public key.</summary>
public sealed class GoogleAccount : IDisposable
{
    public const string Email = "scanner@test-project.iam.gserviceaccount.com";
    private readonly RSA _key = RSA.Create(2048);
    private int _given;

    /// <summary>Where tokens are given out.</summary>
    public string TokenUri { get; set; } = string.Empty;

    /// <summary>Tokens given out.</summary>
    public int Given => Volatile.Read(ref _given);

    /// <summary>Tokens up to this number are no longer taken.</summary>
    public int Revoked { get; set; }

    /// <summary>The key as Google gives it out, with some members told otherwise.</summary>
    public string Json(params (string Name, JsonNode? Value)[] otherwise)
    {
        var json = new JsonObject
        {
            ["type"] = "service_account",
            ["project_id"] = GoogleStorage.Project,
            ["private_key_id"] = "1",
            ["private_key"] = _key.ExportPkcs8PrivateKeyPem(),
            ["client_email"] = Email,
            ["token_uri"] = TokenUri,
        };
        foreach (var (name, value) in otherwise)
        {
            json[name] = value;
        }

        return json.ToJsonString(new JsonSerializerOptions { WriteIndented = true });
    }

    /// <summary>Whether an Authorization header holds a token given out and not revoked.</summary>
    public bool Knows(string authorization) =>
        authorization.StartsWith("Bearer token-", StringComparison.Ordinal) && int.Parse(authorization["Bearer token-".Length..], System.Globalization.CultureInfo.InvariantCulture) is var number && number > Revoked && number <= Given;

    /// <summary>Answers a request for a token.</summary>
    public async Task<bool> AnswerAsync(HttpContext context)
    {
        var form = await context.Request.ReadFormAsync();
        if (WhatIsWrong(form["assertion"].ToString(), form["grant_type"].ToString()) is { } wrong)
        {
            return await RefuseAsync(context, "invalid_grant", $"Invalid JWT: {wrong}.");
        }

        var number = Interlocked.Increment(ref _given);
        return await GoogleStorage.WriteAsync(context, $$"""{"access_token":"token-{{number}}","expires_in":3599,"token_type":"Bearer"}""");
    }

    /// <summary>Refuses as RFC 6749 says.</summary>
    public static async Task<bool> RefuseAsync(HttpContext context, string error, string description)
    {
        context.Response.StatusCode = 400;
        return await GoogleStorage.WriteAsync(context, new JsonObject { ["error"] = error, ["error_description"] = description }.ToJsonString());
    }

    public void Dispose() => _key.Dispose();

    private string? WhatIsWrong(string assertion, string grant)
    {
        var parts = assertion.Split('.');
        if (parts.Length != 3 || !_key.VerifyData(Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}"), Base64Url.DecodeFromChars(parts[2]), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1))
        {
            return "signature";
        }

        var claims = JsonDocument.Parse(Base64Url.DecodeFromChars(parts[1])).RootElement;
        return grant != "urn:ietf:params:oauth:grant-type:jwt-bearer" ? "grant"
            : claims.GetProperty("iss").GetString() != Email ? "issuer"
            : claims.GetProperty("aud").GetString() is not { } audience || (audience != TokenUri && audience != ServiceAccountKey.GoogleTokenUri) ? "audience"
            : !claims.GetProperty("scope").GetString()!.EndsWith("devstorage.read_only", StringComparison.Ordinal) ? "scope"
            : claims.GetProperty("exp").GetInt64() - claims.GetProperty("iat").GetInt64() > 3600 ? "lifetime"
            : null;
    }
}
