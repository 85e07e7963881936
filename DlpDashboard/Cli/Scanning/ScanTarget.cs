using DlpDashboard.Providers;
using DlpDashboard.Providers.Gcs;
using DlpDashboard.Providers.Local;
using DlpDashboard.Providers.S3;
using Microsoft.Extensions.Options;

namespace DlpDashboard.Cli.Scanning;

/// <summary>What one argument of <c>scan</c> names, opened: a store, and which of its objects.</summary>
/// <param name="store">Disposed with the target.</param>
/// <param name="bucket">The bucket.</param>
/// <param name="prefix">The prefix of keys, or null.</param>
/// <param name="onlyKey">The one key meant: a file; or null.</param>
/// <param name="label">What stands before a key in the object's name.</param>
internal sealed class ScanTarget(IObjectStore store, string bucket, string? prefix, string? onlyKey, string label) : IAsyncDisposable
{
    // Whoever sits at the command line may reach any address the machine can.
    private static readonly IOptions<ProviderOptions> AnyAddress = Options.Create(new ProviderOptions { AllowLinkLocal = true });

    /// <summary>The store.</summary>
    public IObjectStore Store { get; } = store;

    /// <summary>Opens an argument.</summary>
    /// <param name="argument">A path, <c>s3://bucket/prefix</c>, <c>gs://bucket/prefix</c> or <c>az://account/container/prefix</c>.</param>
    /// <param name="isOnly">Whether it is the only argument: then keys stand alone, else the argument stands before them.</param>
    /// <param name="endpointUrl">Of a compatible server or emulator, or null.</param>
    /// <exception cref="BadInputException">It names nothing that can be scanned.</exception>
    public static ScanTarget Open(string argument, bool isOnly, string? endpointUrl)
    {
        var scheme = argument.IndexOf("://", StringComparison.Ordinal);
        if (scheme < 0)
        {
            return OpenPath(argument, isOnly);
        }

        var (name, rest) = (argument[..scheme], argument[(scheme + 3)..]);
        var bucket = rest.Split('/', 2)[0];
        if (name == "az")
        {
            return OpenAzure(argument, rest, isOnly, endpointUrl);
        }

        if (name is not ("s3" or "gs") || bucket.Length == 0)
        {
            throw new BadInputException($"{argument}: give a path, s3://bucket/prefix, gs://bucket/prefix or az://account/container/prefix.");
        }

        var prefix = rest.Length > bucket.Length + 1 ? rest[(bucket.Length + 1)..] : null;
        return new ScanTarget(name == "s3" ? OpenS3(argument, endpointUrl) : OpenGoogle(argument, endpointUrl), bucket, prefix, null, isOnly ? "" : $"{name}://{bucket}/");
    }

    /// <summary>The object's name in results.</summary>
    public string NameOf(StoredObject listed) => label + listed.Key;

    /// <summary>The objects, in order of key.</summary>
    public async IAsyncEnumerable<StoredObject> ListAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (onlyKey is not null)
        {
            yield return (await Store.ReadMetadataAsync(bucket, onlyKey, cancellationToken)).Listed;
            yield break;
        }

        await foreach (var listed in Store.ListObjectsAsync(bucket, prefix, null, cancellationToken))
        {
            yield return listed;
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => Store.DisposeAsync();

    private static ScanTarget OpenPath(string argument, bool isOnly)
    {
        var isFolder = Directory.Exists(argument);
        if (!isFolder && !File.Exists(argument))
        {
            throw new BadInputException($"{argument}: no such file or folder.");
        }

        try
        {
            if (isFolder)
            {
                return new ScanTarget(LocalObjectStore.OpenTree(Path.GetFullPath(argument)), LocalObjectStore.RootBucket, null, null, isOnly ? "" : argument.TrimEnd('/') + "/");
            }

            // A link given by name is meant.
            var file = File.ResolveLinkTarget(argument, returnFinalTarget: true)?.FullName ?? Path.GetFullPath(argument);
            var name = Path.GetFileName(file);
            var store = LocalObjectStore.OpenTree(Path.GetDirectoryName(file)!);
            return new ScanTarget(store, LocalObjectStore.RootBucket, null, name, argument.EndsWith(name, StringComparison.Ordinal) ? argument[..^name.Length] : "");
        }
        catch (ObjectStoreException failure)
        {
            throw new BadInputException($"{argument}: {failure.Message}");
        }
    }

    private static ScanTarget OpenAzure(string argument, string rest, bool isOnly, string? endpointUrl)
    {
        var parts = rest.Split('/', 3);
        if (parts.Length < 2 || parts[0].Length == 0 || parts[1].Length == 0)
        {
            throw new BadInputException($"{argument}: give az://account/container/prefix.");
        }

        var prefix = parts.Length == 3 && parts[2].Length > 0 ? parts[2] : null;
        return new ScanTarget(AzureAmbient.Open(argument, parts[0], endpointUrl), parts[1], prefix, null, isOnly ? "" : $"az://{parts[0]}/{parts[1]}/");
    }

    private static IObjectStore OpenS3(string argument, string? endpointUrl)
    {
        var settings = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [S3Fields.Credentials] = S3Fields.ByEnvironment,
            [S3Fields.Region] = Environment.GetEnvironmentVariable("AWS_REGION") ?? Environment.GetEnvironmentVariable("AWS_DEFAULT_REGION") ?? "us-east-1",
        };
        if ((endpointUrl ?? Environment.GetEnvironmentVariable("AWS_ENDPOINT_URL_S3") ?? Environment.GetEnvironmentVariable("AWS_ENDPOINT_URL")) is { Length: > 0 } url)
        {
            settings[S3Fields.ServiceUrl] = url;
            settings[S3Fields.PathStyle] = "true";
        }

        return Open(argument, new S3StoreProvider(AnyAddress, TimeProvider.System), settings);
    }

    private static IObjectStore OpenGoogle(string argument, string? endpointUrl)
    {
        var settings = new Dictionary<string, string>(StringComparer.Ordinal) { [GcsFields.Credentials] = GcsFields.ByAmbient };
        if ((endpointUrl ?? Environment.GetEnvironmentVariable("STORAGE_EMULATOR_HOST")) is { Length: > 0 } place)
        {
            // The variable mostly holds host and port alone; an emulator on plain http gets no token of Google's.
            var url = place.Contains("://", StringComparison.Ordinal) ? place : $"http://{place}";
            settings[GcsFields.EndpointUrl] = url;
            settings[GcsFields.Credentials] = url.StartsWith("http://", StringComparison.OrdinalIgnoreCase) ? GcsFields.ByNone : GcsFields.ByAmbient;
        }

        return Open(argument, new GcsStoreProvider(AnyAddress, TimeProvider.System), settings);
    }

    private static IObjectStore Open(string argument, IStoreProvider provider, Dictionary<string, string> settings)
    {
        try
        {
            return provider.Open(new StoreConnection(provider.Id, settings), StorePatience.Scan);
        }
        catch (ObjectStoreException failure)
        {
            throw new BadInputException($"{argument}: {failure.Message}");
        }
    }
}
