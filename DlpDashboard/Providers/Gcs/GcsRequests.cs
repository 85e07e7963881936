using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using DlpDashboard.Providers.Network;

namespace DlpDashboard.Providers.Gcs;

/// <summary>Sends the requests of one store: signed, repeated where that helps, within time limits. All of them are reads.</summary>
internal sealed class GcsRequests : IDisposable
{
    private const int MaxErrorBytes = 64 * 1024;
    private readonly GcsStoreSettings _settings;
    private readonly ProviderOptions _options;
    private readonly GcsTokens _tokens;
    private readonly StoreRetries _retries;
    private readonly HttpClient _http;
    private readonly string _root;

    /// <summary>Connects when first used.</summary>
    public GcsRequests(GcsStoreSettings settings, GcsTokens tokens, StoreRetries retries, ProviderOptions options)
    {
        _settings = settings;
        _options = options;
        _tokens = tokens;
        _retries = retries;
        _http = new HttpClient(StoreConnections.Create(options)) { Timeout = Timeout.InfiniteTimeSpan };
        _root = settings.EndpointUrl.AbsoluteUri.TrimEnd('/') + "/storage/v1/";
    }

    /// <summary>Silence that ends a body.</summary>
    public TimeSpan StallTimeout => _options.StallTimeout;

    /// <summary>Proves that the credentials give a token.</summary>
    public Task SignInAsync(CancellationToken cancellationToken) => RunAsync(_tokens.ReadAsync, cancellationToken);

    /// <summary>Asks for a resource or a page of them.</summary>
    /// <param name="path">Below the API's version; its parts escaped.</param>
    /// <param name="query">Names and values; those without value are left out.</param>
    /// <param name="form">How the answer is read.</param>
    /// <param name="cancellationToken">Ends attempts and waits.</param>
    public Task<T> ReadAsync<T>(string path, (string Name, string? Value)[] query, JsonTypeInfo<T> form, CancellationToken cancellationToken) => RunAsync(
        async token =>
        {
            using var answer = await SendAsync(UriOf(path, query), null, token);
            await SmallAnswers.LoadAsync(answer, "The server's answer is too large for a page of a listing. Check that the endpoint URL leads to Cloud Storage.", token);
            return JsonSerializer.Deserialize(await answer.Content.ReadAsByteArrayAsync(token), form) ?? throw new JsonException();
        },
        cancellationToken);

    /// <summary>Asks for bytes; the body is not read yet. The answer is the caller's to dispose.</summary>
    /// <param name="path">Of the object; its parts escaped.</param>
    /// <param name="query">As above.</param>
    /// <param name="shape">Sets the range and what encodings are taken.</param>
    /// <param name="cancellationToken">Ends attempts and waits.</param>
    public Task<HttpResponseMessage> OpenAsync(string path, (string Name, string? Value)[] query, Action<HttpRequestHeaders> shape, CancellationToken cancellationToken) =>
        RunAsync(token => SendAsync(UriOf(path, query), shape, token), cancellationToken);

    /// <summary>Asks without any sign-in, as a stranger would, and gives the answer's status.</summary>
    public Task<int> AskUnsignedAsync(string path, (string Name, string? Value)[] query, CancellationToken cancellationToken) => RunAsync(
        async token =>
        {
            using var answer = await SendAsync(UriOf(path, query), null, null, token);
            return (int)answer.StatusCode;
        },
        cancellationToken);

    /// <summary>A part of a path: an object's name is one part, its slashes and dots too.</summary>
    public static string Escape(string part) => part is "." or ".." ? part.Replace(".", "%2E", StringComparison.Ordinal) : Uri.EscapeDataString(part);

    /// <inheritdoc />
    public void Dispose() => _http.Dispose();

    private Task<T> RunAsync<T>(Func<CancellationToken, Task<T>> attempt, CancellationToken cancellationToken) => _retries.RunAsync(
        async token =>
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(token);
            limit.CancelAfter(_options.ConnectTimeout + _options.FirstByteTimeout);
            return await attempt(limit.Token);
        },
        GcsFaults.Of,
        cancellationToken);

    private async Task<HttpResponseMessage> SendAsync(Uri uri, Action<HttpRequestHeaders>? shape, CancellationToken cancellationToken)
    {
        var access = await _tokens.ReadAsync(cancellationToken);
        var answer = await SendAsync(uri, shape, access, cancellationToken);
        if (answer.StatusCode == HttpStatusCode.Unauthorized && access is not null && await RenewAsync(answer, access, cancellationToken) is { } other)
        {
            answer = await SendAsync(uri, shape, other, cancellationToken);
        }

        return answer.IsSuccessStatusCode ? answer : throw await FailureOfAsync(answer, isOfObject: uri.AbsolutePath.Contains("/o/", StringComparison.Ordinal), cancellationToken);
    }

    private async Task<string?> RenewAsync(HttpResponseMessage refusal, string refused, CancellationToken cancellationToken)
    {
        var other = await _tokens.RenewAsync(refused, cancellationToken);
        if (other is not null)
        {
            refusal.Dispose();
        }

        return other;
    }

    private async Task<HttpResponseMessage> SendAsync(Uri uri, Action<HttpRequestHeaders>? shape, string? access, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, uri);
        request.Headers.UserAgent.Add(new ProductInfoHeaderValue("DlpDashboard", "1.0"));
        request.Headers.Authorization = access is null ? null : new AuthenticationHeaderValue("Bearer", access);
        shape?.Invoke(request.Headers);
        return await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
    }

    private static async Task<GcsAnswerException> FailureOfAsync(HttpResponseMessage answer, bool isOfObject, CancellationToken cancellationToken)
    {
        using (answer)
        {
            byte[] body = [];
            try
            {
                await answer.Content.LoadIntoBufferAsync(MaxErrorBytes, cancellationToken);
                body = await answer.Content.ReadAsByteArrayAsync(cancellationToken);
            }
            catch (HttpRequestException)
            {
                // The status alone must do.
            }

            return new GcsAnswerException(GcsFaults.OfAnswer((int)answer.StatusCode, body, isOfObject, answer.Headers.RetryAfter?.Delta));
        }
    }

    // Not canonical: a dot that is escaped must stay so.
    private Uri UriOf(string path, (string Name, string? Value)[] query)
    {
        var text = new StringBuilder(_root).Append(path);
        var separator = '?';
        foreach (var (name, value) in query.Append(("userProject", _settings.UserProject)))
        {
            if (!string.IsNullOrEmpty(value))
            {
                text.Append(separator).Append(name).Append('=').Append(Uri.EscapeDataString(value));
                separator = '&';
            }
        }

        return new Uri(text.ToString(), new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });
    }
}
