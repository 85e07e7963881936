using DlpDashboard.Kernel;
using Microsoft.Extensions.Options;

namespace DlpDashboard.Providers.Local;

/// <summary>Folders of the machine the app runs on, or shares mounted there.</summary>
/// <param name="options">Which folders are allowed.</param>
internal sealed class LocalStoreProvider(IOptions<ProviderOptions> options) : IStoreProvider
{
    /// <summary>The provider's id.</summary>
    public const string ProviderId = "local";

    /// <summary>The one setting: an absolute path.</summary>
    public const string Root = "root";

    /// <inheritdoc />
    public string Id => ProviderId;

    /// <inheritdoc />
    public string DisplayName => "Folder";

    /// <inheritdoc />
    public bool NeedsSignIn => false;

    /// <inheritdoc />
    public IReadOnlyList<StoreField> Fields { get; } =
    [
        new(Root, "Folder", StoreFieldKind.Text, "An absolute path on the machine the app runs on, below the folders the configuration allows.", IsRequired: true),
    ];

    /// <inheritdoc />
    public string AddressOf(StoreConnection connection) => "/" + (connection.Read(Root) ?? string.Empty).Trim('/');

    /// <inheritdoc />
    public Problem? Check(StoreConnection connection)
    {
        var path = connection.Read(Root)!;
        return path.StartsWith('/') && !path.Split('/').Contains("..") && path.Length <= LinuxFile.MaxPathBytes / 2
            ? null
            : Problem.Invalid("providers.root-unusable", "The folder must be an absolute path without '..'.", Root);
    }

    /// <inheritdoc />
    public IObjectStore Open(StoreConnection connection, StorePatience patience) =>
        new LocalObjectStore(new LocalRoots(options.Value.LocalRoots).Open(connection.Read(Root)!));
}
