using DlpDashboard.Providers;
using DlpDashboard.Providers.Azure;
using Microsoft.Extensions.Options;

namespace DlpDashboard.Cli.Scanning;

/// <summary>
/// Azure storage with what the environment holds, by the names the Azure tools use: <c>AZURE_STORAGE_CONNECTION_STRING</c>, else
/// <c>AZURE_STORAGE_KEY</c>, else <c>AZURE_STORAGE_SAS_TOKEN</c>, else the default credential of the machine.
/// </summary>
internal static class AzureAmbient
{
    /// <summary>Opens an account.</summary>
    /// <param name="argument">What the person wrote; for telling.</param>
    /// <param name="account">The account's name.</param>
    /// <param name="endpointUrl">The blob endpoint where it is not the public cloud's, or null.</param>
    /// <exception cref="BadInputException">The environment cannot be used.</exception>
    public static IObjectStore Open(string argument, string account, string? endpointUrl)
    {
        try
        {
            // Whoever sits at the command line may reach any address the machine can.
            var provider = new AzureStoreProvider(Options.Create(new ProviderOptions { AllowLinkLocal = true }), TimeProvider.System);
            return provider.Open(new StoreConnection(provider.Id, SettingsOf(account, endpointUrl)), StorePatience.Scan);
        }
        catch (ObjectStoreException failure)
        {
            throw new BadInputException($"{argument}: {failure.Message}");
        }
    }

    private static Dictionary<string, string> SettingsOf(string account, string? endpointUrl)
    {
        (string Kind, string Field, string? Value)[] found =
        [
            (AzureFields.ByConnectionString, AzureFields.ConnectionString, Variable("AZURE_STORAGE_CONNECTION_STRING")),
            (AzureFields.ByAccountKey, AzureFields.AccountKey, Variable("AZURE_STORAGE_KEY")),
            (AzureFields.BySas, AzureFields.SasToken, Variable("AZURE_STORAGE_SAS_TOKEN")),
            (AzureFields.ByDefault, AzureFields.ClientId, Variable("AZURE_CLIENT_ID") ?? string.Empty),
        ];
        var (kind, field, value) = found.First(one => one.Value is not null);
        return new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [AzureFields.Credentials] = kind,
            [field] = value!,
            [AzureFields.AccountName] = account,
            [AzureFields.ServiceUrl] = endpointUrl ?? Variable("AZURE_STORAGE_SERVICE_ENDPOINT") ?? string.Empty,
        };
    }

    private static string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
