using System.Text.RegularExpressions;
using DlpDashboard.Kernel;
using DlpDashboard.Providers.Network;

namespace DlpDashboard.Providers.Azure;

/// <summary>The settings of an Azure connection, checked.</summary>
/// <param name="endpoint">The blob service's address, without a slash at its end.</param>
/// <param name="account">The account's name; empty where a SAS is used at an address of its own.</param>
/// <param name="key">An account key, or null.</param>
/// <param name="sas">A shared access signature without its question mark, or null.</param>
/// <param name="clientId">Of a managed identity, or null.</param>
internal sealed partial class AzureStoreSettings(Uri endpoint, string account, string? key, string? sas, string? clientId)
{
    public Uri Endpoint => endpoint;

    public string Account => account;

    public string? Key => key;

    public string? Sas => sas;

    public string? ClientId => clientId;

    /// <summary>Reads the settings, or tells the first rule broken.</summary>
    public static Outcome<AzureStoreSettings> Read(StoreConnection connection, ProviderOptions options)
    {
        var credentials = connection.Read(AzureFields.Credentials) ?? AzureFields.ByConnectionString;
        var url = connection.Read(AzureFields.ServiceUrl);
        var account = connection.Read(AzureFields.AccountName);
        if (account is not null && !AccountForm().IsMatch(account))
        {
            return Problem.Invalid("providers.account-name", "An account name is 3 to 24 small letters and digits, without the address around it.", AzureFields.AccountName);
        }

        if (credentials == AzureFields.ByConnectionString)
        {
            return OfConnectionString(connection.Read(AzureFields.ConnectionString)!, url, account, options);
        }

        if (credentials == AzureFields.ByDefault && !options.AllowServerCredentials)
        {
            return Problem.Invalid("providers.server-credentials", "The configuration does not allow the machine's own credentials (Providers:AllowServerCredentials). Use an account key or a SAS.", AzureFields.Credentials);
        }

        if (account is null && (url is null || credentials == AzureFields.ByAccountKey))
        {
            return Problem.Invalid("providers.account-missing", "The account name is missing. Give the storage account's name, as in https://NAME.blob.core.windows.net.", AzureFields.AccountName);
        }

        var key = credentials == AzureFields.ByAccountKey ? connection.Read(AzureFields.AccountKey) : null;
        var sas = credentials == AzureFields.BySas ? connection.Read(AzureFields.SasToken) : null;
        var clientId = credentials == AzureFields.ByDefault ? connection.Read(AzureFields.ClientId) : null;
        return Build(url ?? $"https://{account}.blob.core.windows.net", AzureFields.ServiceUrl, account, key, sas, clientId, credentials, options);
    }

    private static Outcome<AzureStoreSettings> OfConnectionString(string text, string? url, string? account, ProviderOptions options)
    {
        var read = AzureConnectionString.Read(text);
        if (!read.Succeeded)
        {
            return read.Problem;
        }

        return account is not null && account != read.Value.Account
            ? Problem.Invalid("providers.account-name", "The connection string is of another account. Leave the account name empty.", AzureFields.AccountName)
            : Build(url ?? read.Value.Endpoint, url is null ? AzureFields.ConnectionString : AzureFields.ServiceUrl, read.Value.Account, read.Value.Key, read.Value.Sas, null, AzureFields.ByConnectionString, options);
    }

    private static Outcome<AzureStoreSettings> Build(
        string url, string urlField, string? account, string? key, string? sas, string? clientId, string credentials, ProviderOptions options)
    {
        var endpoint = ServiceAddress.Parse(url.TrimEnd('/'), options.AllowLinkLocal);
        if (endpoint is null)
        {
            return Problem.Invalid(
                "providers.service-url",
                "The blob endpoint must begin with http:// or https://, hold no user, password or query, and lead to no link-local or cloud metadata address.",
                urlField);
        }

        if (credentials == AzureFields.ByDefault && endpoint.Scheme != Uri.UriSchemeHttps)
        {
            return Problem.Invalid("providers.https-needed", "A managed identity signs in over https only. Give a blob endpoint that begins with https://.", urlField);
        }

        if (key is not null && !IsBase64(key))
        {
            var field = credentials == AzureFields.ByAccountKey ? AzureFields.AccountKey : AzureFields.ConnectionString;
            return Problem.Invalid("providers.account-key", "The account key is no key: it must be the whole text shown under Access keys, its equals signs included.", field);
        }

        var token = sas?.TrimStart('?').Trim();
        if (token is not null && !SasForm().IsMatch(token))
        {
            var field = credentials == AzureFields.BySas ? AzureFields.SasToken : AzureFields.ConnectionString;
            return Problem.Invalid("providers.sas-token", "This is no SAS token. Paste what follows the question mark of the SAS URL: it holds sv= and sig=.", field);
        }

        return new AzureStoreSettings(endpoint, account ?? string.Empty, key, token, clientId);
    }

    private static bool IsBase64(string key) => key.Length >= 4 && Convert.TryFromBase64String(key, new byte[key.Length], out _);

    [GeneratedRegex("^[a-z0-9]{3,24}$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex AccountForm();

    [GeneratedRegex("^[A-Za-z0-9%&=+/_.:~-]*(^|&)sig=[A-Za-z0-9%&=+/_.:~-]+$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex SasForm();
}
