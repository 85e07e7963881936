using Amazon.S3.Model;
using DlpDashboard.Tests.Testing;

namespace DlpDashboard.Tests.Scans;

/// <summary>A storage of some provider, filled with small texts, and the connection that leads to it.</summary>
/// <param name="Provider">The provider's id.</param>
/// <param name="Settings">As REST takes them.</param>
/// <param name="Buckets">The bucket filter; empty for all.</param>
internal sealed record FilledStore(string Provider, IReadOnlyDictionary<string, string> Settings, string Buckets)
{
    /// <summary>Fills a storage of the provider with objects <c>00/00000.txt</c> and on, 500 a folder.</summary>
    /// <param name="provider">Which.</param>
    /// <param name="folder">For local files: <c>tree</c> in it becomes the root.</param>
    /// <param name="count">Objects.</param>
    /// <param name="textOf">The text of each, by its number.</param>
    public static Task<FilledStore> FillAsync(string provider, TemporaryFolder folder, int count, Func<int, string> textOf) => provider switch
    {
        "aws" => FillS3Async(count, textOf),
        "local" => FillLocalAsync(folder.At("tree"), count, textOf),
        "azure" => FillAzureAsync(count, textOf),
        "gcp" => FillGoogleAsync(count, textOf),
        _ => throw new ArgumentOutOfRangeException(nameof(provider), provider, "No such provider is filled here."),
    };

    private static async Task<FilledStore> FillLocalAsync(string root, int count, Func<int, string> textOf)
    {
        for (var at = 0; at < count; at++)
        {
            var file = Path.Combine(root, "bucket", KeyOf(at));
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            await File.WriteAllTextAsync(file, textOf(at));
        }

        return new FilledStore("local", new Dictionary<string, string> { ["root"] = root }, string.Empty);
    }

    private static async Task<FilledStore> FillS3Async(int count, Func<int, string> textOf)
    {
        var gateway = new RadosGateway();
        await gateway.InitializeAsync();
        var bucket = await gateway.NewBucketAsync();
        using var client = gateway.Client();
        await Parallel.ForAsync(0, count, new ParallelOptions { MaxDegreeOfParallelism = 32 }, async (at, cancellationToken) =>
            await client.PutObjectAsync(new PutObjectRequest { BucketName = bucket, Key = KeyOf(at), ContentBody = textOf(at), UseChunkEncoding = false }, cancellationToken));
        var connection = gateway.Connection(bucket);
        return new FilledStore(connection.Provider, connection.Settings, bucket);
    }

    private static async Task<FilledStore> FillAzureAsync(int count, Func<int, string> textOf)
    {
        var azurite = new Azurite();
        await azurite.InitializeAsync();
        var container = await azurite.NewContainerAsync();
        await Parallel.ForAsync(0, count, new ParallelOptions { MaxDegreeOfParallelism = 32 }, async (at, cancellationToken) =>
            await container.GetBlobClient(KeyOf(at)).UploadAsync(BinaryData.FromString(textOf(at)), cancellationToken));
        var connection = azurite.Connection(container.Name);
        return new FilledStore(connection.Provider, connection.Settings, container.Name);
    }

    private static async Task<FilledStore> FillGoogleAsync(int count, Func<int, string> textOf)
    {
        // Ends with the test process, as the others do.
        var server = await GoogleStorage.StartAsync();
        server.WantsToken = true;
        for (var at = 0; at < count; at++)
        {
            server.Objects[KeyOf(at)] = textOf(at);
        }

        var connection = server.SignedConnection();
        return new FilledStore(connection.Provider, connection.Settings, connection.Buckets!);
    }

    private static string KeyOf(int at) => $"{at / 500:D2}/{at:D5}.txt";
}
