using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using System.Text.Json;
using DlpDashboard.Providers;
using DlpDashboard.Providers.Gcs;
using Microsoft.Extensions.Options;

namespace DlpDashboard.Cli.Bench;

/// <summary>A bucket of an emulator of Google Cloud Storage that asks for no credentials; its bare client is an HTTP client.</summary>
/// <param name="url">The emulator.</param>
internal sealed class GoogleBenchTarget(string url) : StoreBenchTarget
{
    private readonly HttpClient _http = new();

    private string Objects => $"{url.TrimEnd('/')}/storage/v1/b/{Uri.EscapeDataString(Bucket)}/o";

    /// <inheritdoc />
    public override IObjectStore Open() => new GcsStoreProvider(Options.Create(new ProviderOptions()), TimeProvider.System).Open(
        new StoreConnection(GcsStoreProvider.ProviderId, new Dictionary<string, string> { [GcsFields.EndpointUrl] = url, [GcsFields.Credentials] = GcsFields.ByNone }), StorePatience.Scan);

    /// <summary>Nothing: emulators make a bucket with its first object.</summary>
    public override Task CreateBucketAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc />
    public override async Task PutAsync(string key, byte[] bytes, CancellationToken cancellationToken)
    {
        using var body = new ByteArrayContent(bytes) { Headers = { ContentType = new MediaTypeHeaderValue("application/octet-stream") } };
        var place = new Uri($"{url.TrimEnd('/')}/upload/storage/v1/b/{Uri.EscapeDataString(Bucket)}/o?uploadType=media&name={Uri.EscapeDataString(key)}");
        using var answer = await _http.PostAsync(place, body, cancellationToken);
        answer.EnsureSuccessStatusCode();
    }

    /// <inheritdoc />
    public override async IAsyncEnumerable<string> ListBareAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var token = string.Empty; token is not null;)
        {
            await using var body = await _http.GetStreamAsync(new Uri($"{Objects}?maxResults=1000&pageToken={Uri.EscapeDataString(token)}"), cancellationToken);
            using var page = await JsonDocument.ParseAsync(body, cancellationToken: cancellationToken);
            foreach (var item in page.RootElement.GetProperty("items").EnumerateArray())
            {
                yield return item.GetProperty("name").GetString()!;
            }

            token = page.RootElement.TryGetProperty("nextPageToken", out var next) ? next.GetString() : null;
        }
    }

    /// <inheritdoc />
    public override Uri Sign(string key) => new($"{Objects}/{Uri.EscapeDataString(key)}?alt=media");

    /// <inheritdoc />
    public override void Dispose()
    {
        _http.Dispose();
        base.Dispose();
    }
}
