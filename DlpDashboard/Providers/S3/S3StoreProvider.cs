using DlpDashboard.Kernel;
using DlpDashboard.Providers.Network;
using Microsoft.Extensions.Options;

namespace DlpDashboard.Providers.S3;

/// <summary>Amazon S3 and compatible servers.</summary>
/// <param name="options">Limits.</param>
/// <param name="time">The clock of waits between attempts.</param>
internal sealed class S3StoreProvider(IOptions<ProviderOptions> options, TimeProvider time) : IStoreProvider
{
    /// <summary>The provider's id.</summary>
    public const string ProviderId = "aws";

    /// <inheritdoc />
    public string Id => ProviderId;

    /// <inheritdoc />
    public string DisplayName => "Amazon S3 or compatible";

    /// <inheritdoc />
    public bool NeedsSignIn => true;

    /// <inheritdoc />
    public IReadOnlyList<StoreField> Fields => S3Fields.All;

    /// <inheritdoc />
    public string AddressOf(StoreConnection connection)
    {
        var url = connection.Read(S3Fields.ServiceUrl);
        var place = url is null ? "Amazon S3" : ServiceAddress.Parse(url, allowLinkLocal: true)?.GetLeftPart(UriPartial.Path).TrimEnd('/') ?? url;
        var credentials = connection.Read(S3Fields.Credentials) ?? S3Fields.ByAccessKey;
        var own = credentials switch
        {
            S3Fields.ByAccessKey => connection.Read(S3Fields.AccessKeyId) ?? "no key",
            S3Fields.ByProfile => $"profile {connection.Read(S3Fields.Profile)}",
            _ => "this machine",
        };
        return $"{place} · {connection.Read(S3Fields.RoleArn) ?? own}";
    }

    /// <inheritdoc />
    public Problem? Check(StoreConnection connection) => S3StoreSettings.Read(connection, options.Value).Problem;

    /// <inheritdoc />
    public IObjectStore Open(StoreConnection connection, StorePatience patience)
    {
        var settings = S3StoreSettings.Read(connection, options.Value);
        return settings.Succeeded
            ? new S3ObjectStore(settings.Value, options.Value, patience, time)
            : throw new ObjectStoreException(StoreFault.Misconfigured, settings.Problem.Sentence, settings.Problem.Code);
    }
}
