using System.CommandLine;
using System.Text.Json;
using Amazon.Runtime;
using Amazon.Runtime.Credentials;
using Amazon.S3;
using Amazon.S3.Model;
using DlpDashboard.Cli.Bench;
using DlpDashboard.Providers;
using DlpDashboard.Providers.S3;
using Microsoft.Extensions.Options;

namespace DlpDashboard.Cli;

/// <summary>
/// <c>bench-s3</c>, not in the help: objects a second from an S3 server through the app's store, beside a bare downloader of the same server, in
/// turns; the median of the rounds. For docs/performance.md, run by scripts/measure-s3.sh.
/// </summary>
internal static class S3BenchCommand
{
    private const string Region = "us-east-1";

    public static Command Create()
    {
        var url = new Option<string>("--endpoint-url") { Description = "The server.", Required = true };
        var bucket = new Option<string>("--bucket") { Description = "The bucket.", Required = true };
        var fill = new Option<int>("--fill") { Description = "First put this many objects there." };
        var size = new Option<int>("--size") { Description = "Bytes of each.", DefaultValueFactory = _ => 16 * 1024 };
        var readers = new Option<int>("--readers") { Description = "Objects read at a time.", DefaultValueFactory = _ => 32 };
        var rounds = new Option<int>("--rounds") { Description = "Rounds of each.", DefaultValueFactory = _ => 5 };
        var command = new Command("bench-s3", "Measures reading from an S3 server.") { url, bucket, fill, size, readers, rounds };
        command.Hidden = true;
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var bench = new S3Bench(Math.Clamp(parsed.GetValue(readers), 1, 1024));
            using var client = ClientOf(parsed.GetValue(url)!);
            var name = parsed.GetValue(bucket)!;
            if (parsed.GetValue(fill) is > 0 and var count)
            {
                await bench.FillAsync(client, name, count, parsed.GetValue(size), cancellationToken);
            }

            await MeasureAsync(bench, client, parsed.GetValue(url)!, name, Math.Clamp(parsed.GetValue(rounds), 1, 100), cancellationToken);
            return 0;
        });
        return command;
    }

    private static async Task MeasureAsync(S3Bench bench, AmazonS3Client client, string url, string bucket, int rounds, CancellationToken cancellationToken)
    {
        var settings = new Dictionary<string, string> { [S3Fields.ServiceUrl] = url, [S3Fields.PathStyle] = "true", [S3Fields.Credentials] = S3Fields.ByEnvironment };
        await using var store = new S3StoreProvider(Options.Create(new ProviderOptions()), TimeProvider.System)
            .Open(new StoreConnection(S3StoreProvider.ProviderId, settings), StorePatience.Scan);
        var addresses = await AddressesAsync(store, client, bucket, cancellationToken);
        await bench.ReadByStoreAsync(store, bucket, cancellationToken);
        await bench.ReadBareAsync(addresses, cancellationToken);
        var results = new List<S3BenchResult>();
        for (var round = 0; round < rounds; round++)
        {
            results.Add(await bench.ReadByStoreAsync(store, bucket, cancellationToken));
            results.Add(await bench.ReadBareAsync(addresses, cancellationToken));
        }

        var byReader = results.GroupBy(result => result.Reader).ToDictionary(group => group.Key, group => group.OrderBy(result => result.Took).ElementAt(rounds / 2));
        await Console.Out.WriteLineAsync(JsonSerializer.Serialize(new
        {
            objects = byReader["store"].Objects,
            bytes = byReader["store"].Bytes,
            rounds,
            storeObjectsPerSecond = Math.Round(byReader["store"].ObjectsPerSecond),
            bareObjectsPerSecond = Math.Round(byReader["bare"].ObjectsPerSecond),
            storeMbPerSecond = Math.Round(byReader["store"].MegabytesPerSecond, 1),
            bareMbPerSecond = Math.Round(byReader["bare"].MegabytesPerSecond, 1),
        }));
    }

    private static async Task<List<Uri>> AddressesAsync(IObjectStore store, AmazonS3Client client, string bucket, CancellationToken cancellationToken)
    {
        var addresses = new List<Uri>();
        await foreach (var listed in store.ListObjectsAsync(bucket, null, null, cancellationToken))
        {
            var request = new GetPreSignedUrlRequest { BucketName = bucket, Key = listed.Key, Expires = TimeProvider.System.GetUtcNow().UtcDateTime.AddHours(6), Protocol = Protocol.HTTP };
            addresses.Add(new Uri(await client.GetPreSignedURLAsync(request)));
        }

        return addresses;
    }

    private static AmazonS3Client ClientOf(string url) => new(
        DefaultAWSCredentialsIdentityResolver.GetCredentials(),
        new AmazonS3Config
        {
            ServiceURL = url,
            ForcePathStyle = true,
            AuthenticationRegion = Region,
            RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED,
            ResponseChecksumValidation = ResponseChecksumValidation.WHEN_REQUIRED,
        });
}
