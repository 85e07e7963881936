using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Storage;
using Azure.Storage.Blobs;

namespace DlpDashboard.Providers.Azure;

/// <summary>
/// Sends requests of one store: signed by the SDK's pipeline, repeated where that helps, within time limits. The SDK makes one attempt and
/// sets no limits of its own, so that only <see cref="StoreRetries"/> and <see cref="ProviderOptions"/> decide.
/// </summary>
internal sealed class AzureRequests : IDisposable
{
    private readonly Uri _endpoint;
    private readonly HttpClient _http;
    private readonly HttpPipeline _pipeline;
    private readonly StoreRetries _retries;
    private readonly ProviderOptions _options;

    /// <summary>Opens nothing yet.</summary>
    /// <param name="settings">Where to go, and key or SAS.</param>
    /// <param name="credential">Gives tokens where there is neither key nor SAS.</param>
    /// <param name="connections">Owned from here on.</param>
    /// <param name="retries">The store's retries.</param>
    /// <param name="options">Time limits.</param>
    public AzureRequests(AzureStoreSettings settings, TokenCredential? credential, HttpMessageHandler connections, StoreRetries retries, ProviderOptions options)
    {
        _endpoint = settings.Endpoint;
        _http = new HttpClient(new AzureAnswerGuard(connections), disposeHandler: true) { Timeout = Timeout.InfiniteTimeSpan };
        _retries = retries;
        _options = options;
        var client = new BlobClientOptions { Transport = new HttpClientTransport(_http) };
        client.Retry.MaxRetries = 0;
        client.Retry.NetworkTimeout = Timeout.InfiniteTimeSpan;
        client.Diagnostics.IsLoggingEnabled = false;
        client.Diagnostics.IsDistributedTracingEnabled = false;
        client.Diagnostics.IsTelemetryEnabled = false;
        _pipeline = SigningClient.PipelineOf(settings switch
        {
            { Key: { } key } => new BlobServiceClient(_endpoint, new StorageSharedKeyCredential(settings.Account, key), client),
            { Sas: { } sas } => new BlobServiceClient(_endpoint, new AzureSasCredential(sas), client),
            _ => new BlobServiceClient(_endpoint, credential, client),
        });
    }

    /// <summary>Silence that ends a body.</summary>
    public TimeSpan StallTimeout => _options.StallTimeout;

    /// <summary>Sends a request and reads its short answer; reading belongs to the attempt.</summary>
    public async Task<T> ReadAsync<T>(AzureRequest request, Func<Response, T> read, CancellationToken cancellationToken)
    {
        return await _retries.RunAsync(
            async token =>
            {
                using var message = await AttemptAsync(request, isStreamed: false, token);
                return read(message.Response);
            },
            AzureFaults.Of,
            cancellationToken);
    }

    /// <summary>Sends a request for a blob's bytes; whoever gets the answer disposes of it.</summary>
    public Task<HttpMessage> OpenAsync(AzureRequest request, CancellationToken cancellationToken) =>
        _retries.RunAsync(token => AttemptAsync(request, isStreamed: true, token), AzureFaults.Of, cancellationToken);

    /// <inheritdoc />
    public void Dispose() => _http.Dispose();

    private async Task<HttpMessage> AttemptAsync(AzureRequest request, bool isStreamed, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(_options.ConnectTimeout + _options.FirstByteTimeout);
        var message = _pipeline.CreateMessage();
        try
        {
            message.BufferResponse = !isStreamed;
            request.Write(message.Request, _endpoint);
            await _pipeline.SendAsync(message, limit.Token);
            return message.Response.Status is >= 200 and < 300 ? message : throw AzureFaults.OfAnswer(message.Response);
        }
        catch
        {
            message.Dispose();
            throw;
        }
    }

    // The pipeline that signs is open to derived clients only.
    private sealed class SigningClient : BlobServiceClient
    {
        public static HttpPipeline PipelineOf(BlobServiceClient client) => GetHttpPipeline(client);
    }
}
