using System.Security.Cryptography;
using System.Text.Json;
using DlpDashboard.Kernel;
using Microsoft.AspNetCore.DataProtection;

namespace DlpDashboard.Endpoints;

/// <summary>
/// Encrypts the secret settings of endpoints. The purpose holds the organisation and the endpoint, so ciphertext copied into another
/// row cannot be read there.
/// </summary>
/// <param name="protection">The keys.</param>
public sealed class EndpointSecrets(IDataProtectionProvider protection)
{
    private const string Purpose = "DlpDashboard.Endpoints.Secrets.v1";

    /// <summary>Encrypts them together; empty values are left out.</summary>
    internal KeptSecrets Protect(Guid organisationId, Guid endpointId, IReadOnlyDictionary<string, string> secrets)
    {
        var given = secrets.Where(pair => pair.Value.Length > 0).OrderBy(pair => pair.Key, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        return given.Count == 0
            ? new KeptSecrets([], null)
            : new KeptSecrets([.. given.Keys], ProtectorOf(organisationId, endpointId).Protect(JsonSerializer.Serialize(given)));
    }

    /// <summary>Reads them back. Fails where the keys are gone or the ciphertext was made for another row.</summary>
    internal Outcome<IReadOnlyDictionary<string, string>> Unprotect(StorageEndpoint endpoint)
    {
        if (endpoint.ProtectedSecrets is not { } kept)
        {
            return Outcome<IReadOnlyDictionary<string, string>>.Of(new Dictionary<string, string>(StringComparer.Ordinal));
        }

        try
        {
            var json = ProtectorOf(endpoint.OrganisationId, endpoint.Id).Unprotect(kept);
            return Outcome<IReadOnlyDictionary<string, string>>.Of(JsonSerializer.Deserialize<Dictionary<string, string>>(json)!);
        }
        catch (CryptographicException)
        {
            return EndpointProblems.SecretUnreadable;
        }
    }

    private IDataProtector ProtectorOf(Guid organisationId, Guid endpointId) =>
        protection.CreateProtector(Purpose, organisationId.ToString("N"), endpointId.ToString("N"));
}
