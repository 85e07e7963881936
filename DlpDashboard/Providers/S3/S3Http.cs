using Amazon.Runtime;
using DlpDashboard.Providers.Network;

namespace DlpDashboard.Providers.S3;

/// <summary>The HTTP client that all SDK clients of one store share.</summary>
internal sealed class S3Http : HttpClientFactory, IDisposable
{
    private readonly HttpClient _client;

    /// <summary>Makes the pool; connects when first used.</summary>
    public S3Http(ProviderOptions options) =>
        _client = new HttpClient(new S3AnswerGuard(StoreConnections.Create(options)), disposeHandler: true) { Timeout = Timeout.InfiniteTimeSpan };

    /// <summary>For requests that the SDK has no client for.</summary>
    public HttpClient Client => _client;

    /// <inheritdoc />
    public override HttpClient CreateHttpClient(IClientConfig clientConfig) => _client;

    /// <inheritdoc />
    public override bool UseSDKHttpClientCaching(IClientConfig clientConfig) => false;

    /// <inheritdoc />
    public override bool DisposeHttpClientsAfterUse(IClientConfig clientConfig) => false;

    /// <inheritdoc />
    public void Dispose() => _client.Dispose();
}
