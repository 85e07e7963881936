using DlpDashboard.Kernel;
using DlpDashboard.Providers.Network;
using Microsoft.Extensions.Options;

namespace DlpDashboard.Providers.Gcs;

/// <summary>Google Cloud Storage over its JSON API.</summary>
/// <param name="options">Limits.</param>
/// <param name="time">The clock of waits between attempts.</param>
internal sealed class GcsStoreProvider(IOptions<ProviderOptions> options, TimeProvider time) : IStoreProvider
{
    /// <summary>The provider's id.</summary>
    public const string ProviderId = "gcp";

    /// <inheritdoc />
    public string Id => ProviderId;

    /// <inheritdoc />
    public string DisplayName => "Google Cloud Storage";

    /// <inheritdoc />
    public bool NeedsSignIn => true;

    /// <inheritdoc />
    public IReadOnlyList<StoreField> Fields => GcsFields.All;

    /// <inheritdoc />
    public string AddressOf(StoreConnection connection)
    {
        var url = connection.Read(GcsFields.EndpointUrl);
        var place = url is null ? "Google Cloud Storage" : ServiceAddress.Parse(url, allowLinkLocal: true)?.GetLeftPart(UriPartial.Path).TrimEnd('/') ?? url;
        var key = ServiceAccountKey.Read(connection.Read(GcsFields.ServiceAccountJson) ?? string.Empty, out _);
        var account = GcsStoreSettings.CredentialsOf(connection) switch
        {
            GcsFields.ByAmbient => "this machine",
            GcsFields.ByNone => "no credentials",
            _ => key?.Email ?? "service account",
        };
        var project = connection.Read(GcsFields.ProjectId);
        return project is null ? $"{place} · {account}" : $"{place} · {account} · {project}";
    }

    /// <inheritdoc />
    public Problem? Check(StoreConnection connection) => GcsStoreSettings.Read(connection, options.Value).Problem;

    /// <inheritdoc />
    public IObjectStore Open(StoreConnection connection, StorePatience patience)
    {
        var settings = GcsStoreSettings.Read(connection, options.Value);
        return settings.Succeeded
            ? new GcsObjectStore(settings.Value, options.Value, patience, time)
            : throw new ObjectStoreException(StoreFault.Misconfigured, settings.Problem.Sentence, settings.Problem.Code);
    }
}
