using Azure.Core;
using Azure.Identity;
using DlpDashboard.Kernel;
using DlpDashboard.Providers.Network;
using Microsoft.Extensions.Options;

namespace DlpDashboard.Providers.Azure;

/// <summary>Azure Blob Storage, sovereign clouds and emulators.</summary>
/// <param name="options">Limits.</param>
/// <param name="time">The clock of waits between attempts.</param>
internal sealed class AzureStoreProvider(IOptions<ProviderOptions> options, TimeProvider time) : IStoreProvider
{
    /// <summary>The provider's id.</summary>
    public const string ProviderId = "azure";

    /// <inheritdoc />
    public string Id => ProviderId;

    /// <inheritdoc />
    public string DisplayName => "Azure Blob Storage";

    /// <inheritdoc />
    public bool NeedsSignIn => true;

    /// <inheritdoc />
    public IReadOnlyList<StoreField> Fields => AzureFields.All;

    /// <inheritdoc />
    public string AddressOf(StoreConnection connection)
    {
        // Whatever the options, an address that was saved is told.
        var settings = AzureStoreSettings.Read(connection, new ProviderOptions { AllowLinkLocal = true });
        if (!settings.Succeeded)
        {
            return DisplayName;
        }

        var by = settings.Value switch
        {
            { Key: not null } => "account key",
            { Sas: not null } => "SAS",
            { ClientId: { } id } => $"identity {id}",
            _ => "this machine",
        };
        return $"{settings.Value.Endpoint.GetLeftPart(UriPartial.Path).TrimEnd('/')} · {by}";
    }

    /// <inheritdoc />
    public Problem? Check(StoreConnection connection) => AzureStoreSettings.Read(connection, options.Value).Problem;

    /// <inheritdoc />
    public IObjectStore Open(StoreConnection connection, StorePatience patience)
    {
        var settings = AzureStoreSettings.Read(connection, options.Value);
        return settings.Succeeded
            ? new AzureObjectStore(settings.Value, CredentialOf(settings.Value), StoreConnections.Create(options.Value), options.Value, patience, time)
            : throw new ObjectStoreException(StoreFault.Misconfigured, settings.Problem.Sentence, settings.Problem.Code);
    }

    private static DefaultAzureCredential? CredentialOf(AzureStoreSettings settings) => settings.Key is not null || settings.Sas is not null
        ? null
        : new DefaultAzureCredential(new DefaultAzureCredentialOptions { ExcludeInteractiveBrowserCredential = true, ManagedIdentityClientId = settings.ClientId });
}
