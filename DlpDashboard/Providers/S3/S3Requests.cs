using Amazon.S3;

namespace DlpDashboard.Providers.S3;

/// <summary>Sends requests of one store: repeated where that helps, within time limits, to the region where the bucket lies.</summary>
/// <param name="clients">The SDK's clients.</param>
/// <param name="retries">The store's retries.</param>
/// <param name="options">Time limits.</param>
internal sealed class S3Requests(S3Clients clients, StoreRetries retries, ProviderOptions options)
{
    /// <summary>Silence that ends a body.</summary>
    public TimeSpan StallTimeout => options.StallTimeout;

    /// <summary>Sends a request about a bucket.</summary>
    public Task<T> SendAsync<T>(string bucket, Func<AmazonS3Client, CancellationToken, Task<T>> request, CancellationToken cancellationToken) =>
        SendAsync(() => clients.For(bucket), bucket, request, cancellationToken);

    /// <summary>Sends a request about no bucket.</summary>
    public Task<T> SendAsync<T>(Func<AmazonS3Client, CancellationToken, Task<T>> request, CancellationToken cancellationToken) =>
        SendAsync(() => clients.Home, null, request, cancellationToken);

    private Task<T> SendAsync<T>(
        Func<AmazonS3Client> client, string? bucket, Func<AmazonS3Client, CancellationToken, Task<T>> request, CancellationToken cancellationToken) =>
        retries.RunAsync(
            async token =>
            {
                using var limit = CancellationTokenSource.CreateLinkedTokenSource(token);
                limit.CancelAfter(options.ConnectTimeout + options.FirstByteTimeout);
                try
                {
                    return await request(client(), limit.Token);
                }
                catch (AmazonS3Exception elsewhere) when (bucket is not null && clients.TryMove(bucket, elsewhere))
                {
                    return await request(client(), limit.Token);
                }
            },
            S3Faults.Of,
            cancellationToken);
}
