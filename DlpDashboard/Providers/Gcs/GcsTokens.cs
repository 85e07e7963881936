using DlpDashboard.Providers.Network;
using Google.Apis.Auth.OAuth2;
using Google.Apis.Http;

namespace DlpDashboard.Providers.Gcs;

/// <summary>The access tokens of one store: asked for when first needed, kept until shortly before they expire, anew where the service refuses one.</summary>
/// <param name="settings">Who signs in.</param>
/// <param name="options">Limits of the token requests.</param>
/// <param name="time">Tells a token's age.</param>
internal sealed class GcsTokens(GcsStoreSettings settings, ProviderOptions options, TimeProvider time) : IDisposable
{
    private const string Scope = "https://www.googleapis.com/auth/devstorage.read_only";
    private readonly SemaphoreSlim _opening = new(1, 1);
    private readonly TokenHttp _http = new(options);
    private ITokenAccess? _source;

    /// <summary>Whether requests carry a token.</summary>
    public bool IsSigned => settings.Credentials != GcsFields.ByNone;

    /// <summary>The project of the machine's credentials, where they tell; known after the first token.</summary>
    public string? ProjectId => settings.Credentials != GcsFields.ByAmbient ? null
        : ((_source as GoogleCredential)?.UnderlyingCredential as ServiceAccountCredential)?.ProjectId ?? Environment.GetEnvironmentVariable("GOOGLE_CLOUD_PROJECT");

    /// <summary>A token that is good for some minutes; null where none is needed.</summary>
    /// <exception cref="ObjectStoreException">The machine has no credentials.</exception>
    public async Task<string?> ReadAsync(CancellationToken cancellationToken)
    {
        if (!IsSigned)
        {
            return null;
        }

        var source = _source ?? await OpenAsync(cancellationToken);
        return await source.GetAccessTokenForRequestAsync(null, cancellationToken);
    }

    /// <summary>Another token in place of one that the service refused; null where none can be had.</summary>
    public async Task<string?> RenewAsync(string refused, CancellationToken cancellationToken)
    {
        if (_source is not ServiceAccountCredential account)
        {
            return null;
        }

        var now = await account.GetAccessTokenForRequestAsync(null, cancellationToken);
        if (now == refused)
        {
            await account.RequestAccessTokenAsync(cancellationToken);
            now = account.Token.AccessToken;
        }

        return now == refused ? null : now;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        (_source as IDisposable)?.Dispose();
        _opening.Dispose();
        _http.Dispose();
    }

    private async Task<ITokenAccess> OpenAsync(CancellationToken cancellationToken)
    {
        await _opening.WaitAsync(cancellationToken);
        try
        {
            return _source ??= settings.Key is { } key ? OfKey(key) : await OfMachineAsync(cancellationToken);
        }
        finally
        {
            _opening.Release();
        }
    }

    private ServiceAccountCredential OfKey(ServiceAccountKey key) => new(
        new ServiceAccountCredential.Initializer(key.Email, key.TokenUri)
        {
            Scopes = [Scope],
            Key = key.OpenPrivateKey(),
            KeyId = key.KeyId,
            HttpClientFactory = _http,
            Clock = new Watch(time),
            DefaultExponentialBackOffPolicy = ExponentialBackOffPolicy.None,
        });

    private static async Task<ITokenAccess> OfMachineAsync(CancellationToken cancellationToken)
    {
        try
        {
            return (await GoogleCredential.GetApplicationDefaultAsync(cancellationToken)).CreateScoped(Scope);
        }
        catch (Exception missing) when (missing is InvalidOperationException or IOException or Newtonsoft.Json.JsonException)
        {
            throw new ObjectStoreException(
                StoreFault.SignInFailed, "The machine has no application default credentials. Set GOOGLE_APPLICATION_CREDENTIALS for the app's system user, attach a service account to the machine, or use a service account key.", inner: missing);
        }
    }

    /// <summary>Asks for tokens over the store's kind of connections: no redirection, no forbidden address, no answer without end.</summary>
    private sealed class TokenHttp(ProviderOptions options) : Google.Apis.Http.IHttpClientFactory, IDisposable
    {
        private const int MaxAnswerBytes = 1024 * 1024;
        private readonly SocketsHttpHandler _connections = StoreConnections.Create(options);

        public ConfigurableHttpClient CreateHttpClient(CreateHttpClientArgs args) =>
            new(new ConfigurableMessageHandler(_connections) { NumTries = 1, FollowRedirect = false, ApplicationName = "DlpDashboard" })
            {
                Timeout = options.ConnectTimeout + options.FirstByteTimeout,
                MaxResponseContentBufferSize = MaxAnswerBytes,
            };

        public void Dispose() => _connections.Dispose();
    }

    private sealed class Watch(TimeProvider time) : Google.Apis.Util.IClock
    {
        public DateTime Now => time.GetLocalNow().DateTime;

        public DateTime UtcNow => time.GetUtcNow().UtcDateTime;
    }
}
