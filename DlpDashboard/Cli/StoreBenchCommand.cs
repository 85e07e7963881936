using System.CommandLine;
using System.Text.Json;
using DlpDashboard.Cli.Bench;

namespace DlpDashboard.Cli;

/// <summary>
/// <c>bench-store</c>, not in the help: objects a second listed and read from a server through the app's store, beside the provider's own
/// client (listing) and a bare downloader (reading) of the same server, in turns; the median of the rounds. For docs/performance.md, run by
/// scripts/measure-store.sh.
/// </summary>
internal static class StoreBenchCommand
{
    public static Command Create()
    {
        var provider = new Option<string>("--provider") { Description = "s3, azure or google.", Required = true };
        var url = new Option<string>("--endpoint-url") { Description = "The server; Azure's stands in AZURE_STORAGE_CONNECTION_STRING." };
        var bucket = new Option<string>("--bucket") { Description = "The bucket.", Required = true };
        var fill = new Option<int>("--fill") { Description = "First put this many objects there." };
        var size = new Option<int>("--size") { Description = "Bytes of each.", DefaultValueFactory = _ => 16 * 1024 };
        var readers = new Option<int>("--readers") { Description = "Objects read at a time.", DefaultValueFactory = _ => 32 };
        var rounds = new Option<int>("--rounds") { Description = "Rounds of each; 0 only lists, once.", DefaultValueFactory = _ => 5 };
        var command = new Command("bench-store", "Measures listing and reading a server.") { provider, url, bucket, fill, size, readers, rounds };
        command.Hidden = true;
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var bench = new StoreBench(Math.Clamp(parsed.GetValue(readers), 1, 1024));
            using var target = TargetOf(parsed.GetValue(provider)!, parsed.GetValue(url), parsed.GetValue(bucket)!);
            if (parsed.GetValue(fill) is > 0 and var count)
            {
                await bench.FillAsync(target, count, parsed.GetValue(size), cancellationToken);
            }

            await MeasureAsync(bench, target, Math.Clamp(parsed.GetValue(rounds), 0, 100), cancellationToken);
            return 0;
        });
        return command;
    }

    private static StoreBenchTarget TargetOf(string provider, string? url, string bucket) => provider switch
    {
        "s3" when url is not null => new S3BenchTarget(url) { Bucket = bucket },
        "google" when url is not null => new GoogleBenchTarget(url) { Bucket = bucket },
        "azure" when Environment.GetEnvironmentVariable("AZURE_STORAGE_CONNECTION_STRING") is { } text => new AzureBenchTarget(text) { Bucket = bucket },
        _ => throw new BadInputException("Give --provider s3 or google with --endpoint-url, or azure with AZURE_STORAGE_CONNECTION_STRING."),
    };

    private static async Task MeasureAsync(StoreBench bench, StoreBenchTarget target, int rounds, CancellationToken cancellationToken)
    {
        await using var store = target.Open();
        if (rounds == 0)
        {
            var list = await StoreBench.ListAsync("list", store.ListObjectsAsync(target.Bucket, null, null, cancellationToken));
            var bare = await StoreBench.ListAsync("bareList", target.ListBareAsync(cancellationToken));
            await Console.Out.WriteLineAsync(JsonSerializer.Serialize(new { objects = list.Objects, listedPerSecond = Math.Round(list.ObjectsPerSecond), bareListedPerSecond = Math.Round(bare.ObjectsPerSecond) }));
            return;
        }

        var addresses = new List<Uri>();
        await foreach (var listed in store.ListObjectsAsync(target.Bucket, null, null, cancellationToken))
        {
            addresses.Add(target.Sign(listed.Key));
        }

        var results = new List<StoreBenchResult>();
        for (var round = 0; round <= rounds; round++)
        {
            // The first round warms up.
            if (round == 1)
            {
                results.Clear();
            }

            results.Add(await StoreBench.ListAsync("list", store.ListObjectsAsync(target.Bucket, null, null, cancellationToken)));
            results.Add(await StoreBench.ListAsync("bareList", target.ListBareAsync(cancellationToken)));
            results.Add(await bench.ReadByStoreAsync(store, target.Bucket, cancellationToken));
            results.Add(await bench.ReadBareAsync(addresses, cancellationToken));
        }

        var byReader = results.GroupBy(result => result.Reader).ToDictionary(group => group.Key, group => group.OrderBy(result => result.Took).ElementAt(rounds / 2));
        await Console.Out.WriteLineAsync(JsonSerializer.Serialize(new
        {
            objects = byReader["store"].Objects,
            bytes = byReader["store"].Bytes,
            rounds,
            listedPerSecond = Math.Round(byReader["list"].ObjectsPerSecond),
            bareListedPerSecond = Math.Round(byReader["bareList"].ObjectsPerSecond),
            storeObjectsPerSecond = Math.Round(byReader["store"].ObjectsPerSecond),
            bareObjectsPerSecond = Math.Round(byReader["bare"].ObjectsPerSecond),
            storeMbPerSecond = Math.Round(byReader["store"].MegabytesPerSecond, 1),
            bareMbPerSecond = Math.Round(byReader["bare"].MegabytesPerSecond, 1),
        }));
    }
}
