using DlpDashboard.Kernel;

namespace DlpDashboard.Providers.Azure;

/// <summary>What a storage connection string says (Azure Storage documentation, "Configure Azure Storage connection strings").</summary>
/// <param name="Endpoint">The blob service's address as written or as its parts lead to; unchecked.</param>
/// <param name="Account">The account's name, or null where only an endpoint is given.</param>
/// <param name="Key">An account key, or null.</param>
/// <param name="Sas">A shared access signature, or null.</param>
internal sealed record AzureConnectionString(string Endpoint, string? Account, string? Key, string? Sas)
{
    private const string EmulatorAccount = "devstoreaccount1";

    // Published by Microsoft for the emulator on one's own machine; not a secret.
    private const string EmulatorKey = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw" + "==";

    /// <summary>Takes a connection string apart.</summary>
    public static Outcome<AzureConnectionString> Read(string text)
    {
        var parts = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var part in text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var at = part.IndexOf('=', StringComparison.Ordinal);
            if (at <= 0 || !parts.TryAdd(part[..at].Trim(), part[(at + 1)..].Trim()))
            {
                return Unusable();
            }
        }

        var (account, key, sas) = (parts.GetValueOrDefault("AccountName"), parts.GetValueOrDefault("AccountKey"), parts.GetValueOrDefault("SharedAccessSignature"));
        if (string.Equals(parts.GetValueOrDefault("UseDevelopmentStorage"), "true", StringComparison.OrdinalIgnoreCase))
        {
            (account, key) = (account ?? EmulatorAccount, key ?? EmulatorKey);
            parts.TryAdd("BlobEndpoint", $"http://127.0.0.1:10000/{EmulatorAccount}");
        }

        var endpoint = parts.GetValueOrDefault("BlobEndpoint")
            ?? (account is null ? null : $"{parts.GetValueOrDefault("DefaultEndpointsProtocol") ?? "https"}://{account}.blob.{parts.GetValueOrDefault("EndpointSuffix") ?? "core.windows.net"}");
        return endpoint is null || (key is null && sas is null) || (key is not null && account is null)
            ? Unusable()
            : new AzureConnectionString(endpoint, account, sas is null ? key : null, sas);
    }

    /// <summary>Nothing of it: it holds a secret.</summary>
    public override string ToString() => nameof(AzureConnectionString);

    private static Problem Unusable() => Problem.Invalid(
        "providers.connection-string",
        "This is no storage connection string. Copy it whole from the portal: it begins with DefaultEndpointsProtocol= or BlobEndpoint= and holds a key or a shared access signature.",
        AzureFields.ConnectionString);
}
