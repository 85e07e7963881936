using System.Diagnostics;
using System.Threading.Channels;
using DlpDashboard.Providers;

namespace DlpDashboard.Cli.Bench;

/// <summary>
/// Reads every object of a bucket and throws the bytes away: once through the app's own store, once by a bare HTTP client over addresses
/// signed beforehand, so that what the store adds can be told from what the server takes.
/// </summary>
/// <param name="readers">Objects read at a time.</param>
internal sealed class StoreBench(int readers)
{
    private const int BufferSize = 128 * 1024;

    /// <summary>Puts numbered objects of random bytes into the bucket, made where it is missing.</summary>
    public async Task FillAsync(StoreBenchTarget target, int count, int size, CancellationToken cancellationToken)
    {
        await target.CreateBucketAsync(cancellationToken);
        var bytes = new byte[size];
        Random.Shared.NextBytes(bytes);
        var limit = new ParallelOptions { MaxDegreeOfParallelism = readers, CancellationToken = cancellationToken };
        await Parallel.ForAsync(0, count, limit, (number, token) => new ValueTask(target.PutAsync($"objects/{number:d8}", bytes, token)));
    }

    /// <summary>Lists and reads nothing.</summary>
    public static async Task<StoreBenchResult> ListAsync<T>(string reader, IAsyncEnumerable<T> listing)
    {
        var clock = Stopwatch.GetTimestamp();
        var objects = await listing.LongCountAsync();
        return new StoreBenchResult(reader, objects, 0, Stopwatch.GetElapsedTime(clock));
    }

    /// <summary>Lists and reads through the store.</summary>
    public async Task<StoreBenchResult> ReadByStoreAsync(IObjectStore store, string bucket, CancellationToken cancellationToken)
    {
        var clock = Stopwatch.GetTimestamp();
        var listed = Channel.CreateBounded<StoredObject>(2048);
        var reading = ReadAllAsync(listed.Reader, (one, token) => store.OpenAsync(one, null, token), cancellationToken);
        await foreach (var one in store.ListObjectsAsync(bucket, null, null, cancellationToken))
        {
            await listed.Writer.WriteAsync(one, cancellationToken);
        }

        listed.Writer.Complete();
        var (objects, bytes) = await reading;
        return new StoreBenchResult("store", objects, bytes, Stopwatch.GetElapsedTime(clock));
    }

    /// <summary>Reads addresses signed beforehand.</summary>
    public async Task<StoreBenchResult> ReadBareAsync(IReadOnlyList<Uri> addresses, CancellationToken cancellationToken)
    {
        using var handler = new SocketsHttpHandler { MaxConnectionsPerServer = readers, ActivityHeadersPropagator = null };
        using var client = new HttpClient(handler);
        var clock = Stopwatch.GetTimestamp();
        var queue = Channel.CreateUnbounded<Uri>();
        foreach (var address in addresses)
        {
            queue.Writer.TryWrite(address);
        }

        queue.Writer.Complete();
        var (objects, bytes) = await ReadAllAsync(queue.Reader, client.GetStreamAsync, cancellationToken);
        return new StoreBenchResult("bare", objects, bytes, Stopwatch.GetElapsedTime(clock));
    }

    private async Task<(long Objects, long Bytes)> ReadAllAsync<T>(ChannelReader<T> queue, Func<T, CancellationToken, Task<Stream>> open, CancellationToken cancellationToken)
    {
        long objects = 0, bytes = 0;
        await Task.WhenAll(Enumerable.Range(0, readers).Select(_ => Task.Run(
            async () =>
            {
                var buffer = new byte[BufferSize];
                await foreach (var one in queue.ReadAllAsync(cancellationToken))
                {
                    await using var stream = await open(one, cancellationToken);
                    for (int read; (read = await stream.ReadAsync(buffer, cancellationToken)) > 0;)
                    {
                        Interlocked.Add(ref bytes, read);
                    }

                    Interlocked.Increment(ref objects);
                }
            },
            cancellationToken)));
        return (objects, bytes);
    }
}
