using System.Diagnostics;
using System.Threading.Channels;
using Amazon.S3;
using Amazon.S3.Model;
using DlpDashboard.Providers;

namespace DlpDashboard.Cli.Bench;

/// <summary>
/// Reads every object of a bucket and throws the bytes away: once through the app's own store, once by a bare HTTP client over addresses
/// signed beforehand, so that what the store adds can be told from what the server takes.
/// </summary>
/// <param name="readers">Objects read at a time.</param>
internal sealed class S3Bench(int readers)
{
    private const int BufferSize = 128 * 1024;

    /// <summary>Puts numbered objects of random bytes into a bucket, made where it is missing.</summary>
    public async Task FillAsync(AmazonS3Client client, string bucket, int count, int size, CancellationToken cancellationToken)
    {
        await client.PutBucketAsync(bucket, cancellationToken);
        var bytes = new byte[size];
        Random.Shared.NextBytes(bytes);
        var limit = new ParallelOptions { MaxDegreeOfParallelism = readers, CancellationToken = cancellationToken };
        await Parallel.ForAsync(0, count, limit, async (number, token) =>
        {
            using var content = new MemoryStream(bytes, writable: false);
            await client.PutObjectAsync(new PutObjectRequest { BucketName = bucket, Key = $"objects/{number:d8}", InputStream = content, UseChunkEncoding = false }, token);
        });
    }

    /// <summary>Lists and reads through the store.</summary>
    public async Task<S3BenchResult> ReadByStoreAsync(IObjectStore store, string bucket, CancellationToken cancellationToken)
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
        return new S3BenchResult("store", objects, bytes, Stopwatch.GetElapsedTime(clock));
    }

    /// <summary>Reads addresses signed beforehand.</summary>
    public async Task<S3BenchResult> ReadBareAsync(IReadOnlyList<Uri> addresses, CancellationToken cancellationToken)
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
        return new S3BenchResult("bare", objects, bytes, Stopwatch.GetElapsedTime(clock));
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
