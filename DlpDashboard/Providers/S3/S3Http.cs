using Amazon.Runtime;

namespace DlpDashboard.Providers.S3;

/// <summary>
/// The connections of one store: pooled, limited in number, each renewed after ten minutes so that a changed address is noticed, never
/// following a redirection by themselves, and no answer but an object's own bytes larger than <see cref="MaxAnswerBytes"/>.
/// </summary>
internal sealed class S3Http : HttpClientFactory, IDisposable
{
    /// <summary>Largest answer read into memory: a page of 1,000 keys of 1,024 bytes, each byte as three characters, fits five times.</summary>
    public const long MaxAnswerBytes = 16 * 1024 * 1024;

    private readonly HttpClient _client;

    /// <summary>Makes the pool; connects when first used.</summary>
    public S3Http(ProviderOptions options)
    {
        var pool = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            AutomaticDecompression = System.Net.DecompressionMethods.None,
            ConnectTimeout = options.ConnectTimeout,
            MaxConnectionsPerServer = options.MaxConnections,
            PooledConnectionLifetime = TimeSpan.FromMinutes(10),
            PooledConnectionIdleTimeout = TimeSpan.FromMinutes(1),
            ActivityHeadersPropagator = null,
            ConnectCallback = (context, cancellationToken) =>
                ServiceAddress.ConnectAsync(context.DnsEndPoint, options.AllowLinkLocal, cancellationToken),
        };
        _client = new HttpClient(new S3AnswerGuard(pool), disposeHandler: true) { Timeout = Timeout.InfiniteTimeSpan };
    }

    /// <inheritdoc />
    public override HttpClient CreateHttpClient(IClientConfig clientConfig) => _client;

    /// <inheritdoc />
    public override bool UseSDKHttpClientCaching(IClientConfig clientConfig) => false;

    /// <inheritdoc />
    public override bool DisposeHttpClientsAfterUse(IClientConfig clientConfig) => false;

    /// <inheritdoc />
    public void Dispose() => _client.Dispose();
}
