using System.Text.Json.Nodes;
using DlpDashboard.Providers;
using DlpDashboard.Providers.Gcs;
using DlpDashboard.Tests.Testing;

namespace DlpDashboard.Tests.Providers;

/// <summary>Signing in to Google: keys that may be used, keys that may not, tokens.</summary>
public sealed class GcsSignInTests : IAsyncLifetime
{
    private readonly HurriedTime _time = new();
    private GoogleStorage _server = null!;

    public async Task InitializeAsync()
    {
        _server = await GoogleStorage.StartAsync();
        _server.WantsToken = true;
        _server.Objects["x"] = "signed";
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task A_service_account_signs_in_once_for_many_requests()
    {
        await using var store = Open(_server.SignedConnection());
        await store.SignInAsync(default);
        var listed = Assert.Single(await store.ListAllAsync("bucket"));
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => store.ReadAllAsync(listed)));
        Assert.Equal(1, _server.Account.Given);
    }

    [Fact]
    public async Task A_token_the_service_no_longer_takes_is_replaced_once()
    {
        await using var store = Open(_server.SignedConnection());
        await store.ListAllAsync("bucket");
        _server.Account.Revoked = 1;
        Assert.Single(await store.ListAllAsync("bucket"));
        Assert.Equal(2, _server.Account.Given);
        _server.Account.Revoked = 1000;
        Assert.Equal(StoreFault.SignInFailed, await Stores.FaultOfAsync(() => store.ListAllAsync("bucket")));
        Assert.Equal(3, _server.Account.Given);
    }

    [Fact]
    public async Task Without_a_token_the_service_says_no()
    {
        await using var store = Open(_server.Connection());
        Assert.Equal(StoreFault.SignInFailed, await Stores.FaultOfAsync(() => store.SignInAsync(default)));
    }

    [Fact]
    public async Task A_key_of_another_account_is_refused_with_a_sentence()
    {
        using var other = new GoogleAccount { TokenUri = _server.Account.TokenUri };
        await using var store = Open(_server.Connection("bucket", (GcsFields.Credentials, GcsFields.ByServiceAccount), (GcsFields.ServiceAccountJson, other.Json())));
        var failure = await Assert.ThrowsAsync<ObjectStoreException>(() => store.SignInAsync(default));
        Assert.Equal((StoreFault.SignInFailed, "invalid_grant"), (failure.Fault, failure.ProviderCode));
        Assert.DoesNotContain("PRIVATE KEY", failure.ToString());
    }

    [Theory]
    [InlineData("invalid_grant", "Invalid JWT: Token must be a short-lived token (60 minutes) and in a reasonable timeframe.", "clock")]
    [InlineData("invalid_grant", "Invalid JWT Signature.", "deleted or disabled")]
    [InlineData("invalid_grant", "Invalid grant: account not found", "no such service account")]
    [InlineData("unauthorized_client", "x", "disabled")]
    [InlineData("<b>", "x", "token server")]
    public async Task Each_refusal_of_the_token_server_becomes_a_sentence_that_helps(string error, string description, string word)
    {
        _server.Before = async (context, _) => context.Request.Path == "/token" && await GoogleAccount.RefuseAsync(context, error, description);
        await using var store = Open(_server.SignedConnection());
        var failure = await Assert.ThrowsAsync<ObjectStoreException>(() => store.ListAllAsync("bucket"));
        Assert.Equal(StoreFault.SignInFailed, failure.Fault);
        Assert.Contains(word, failure.Sentence, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<", failure.Sentence);
        Assert.Equal(1, _server.Requests);
    }

    [Fact]
    public async Task A_token_server_in_trouble_is_asked_again()
    {
        _server.Before = async (context, number) => number <= 2 && await GoogleStorage.FailAsync(context, 503, "backendError");
        await using var store = Open(_server.SignedConnection());
        Assert.Single(await store.ListAllAsync("bucket"));
        Assert.Equal(1, _server.Account.Given);
    }

    [Theory]
    [InlineData("https://evil.example/token")]
    [InlineData("http://oauth2.googleapis.com/token")]
    [InlineData("https://oauth2.googleapis.com.evil.example/token")]
    [InlineData("https://oauth2.googleapis.com@evil.example/token")]
    [InlineData("https://evil.storage.googleapis.com/token")]
    [InlineData("https://oauth2.googleapis.com:8443/token")]
    [InlineData("http://169.254.169.254/token")]
    [InlineData("http://127.0.0.1:1/token")]
    [InlineData("file:///etc/passwd")]
    [InlineData("//evil.example")]
    public void A_key_that_asks_for_tokens_elsewhere_is_refused_with_and_without_an_endpoint(string uri)
    {
        Assert.Equal("providers.token-uri", Check(_server.Account.Json(("token_uri", uri)), _server.Url)?.Code);
        Assert.Equal("providers.token-uri", Check(_server.Account.Json(("token_uri", uri)), null)?.Code);
    }

    [Fact]
    public void Google_keys_are_taken_for_google_and_never_for_plain_http()
    {
        var key = _server.Account.Json(("token_uri", ServiceAccountKey.GoogleTokenUri));
        Assert.Null(Check(key, null));
        Assert.Null(Check(key, "https://storage.internal.example"));
        Assert.Equal("providers.endpoint-in-the-clear", Check(key, _server.Url)?.Code);
        Assert.Null(Check(_server.Account.Json(("token_uri", null)), null));
        Assert.Equal("providers.token-uri", Check(_server.Account.Json(), null)?.Code);
    }

    [Fact]
    public void Documents_that_are_no_usable_key_are_refused_with_the_field()
    {
        string[] documents =
        [
            "", "x", "{", "[]", "null", "7", "\"text\"", new string('[', 5000), "{\"type\":\"service_account\"}", "{\"type\":\"service_account\",\"type\":\"x\"}",
            _server.Account.Json(("type", "external_account")), _server.Account.Json(("type", "authorized_user")), _server.Account.Json(("type", 1)),
            _server.Account.Json(("client_email", "nobody")), _server.Account.Json(("client_email", "a@b\r\nHost: x")), _server.Account.Json(("client_email", null)),
            _server.Account.Json(("private_key", null)), _server.Account.Json(("private_key", "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n")),
            _server.Account.Json(("private_key", "file:///etc/passwd")), _server.Account.Json(("private_key", new JsonArray())), "{\"type\":\"\\ud800\"}",
        ];
        Assert.All(documents, document => Assert.Equal(GcsFields.ServiceAccountJson, Check(document, null)?.Field));
    }

    [Theory]
    [InlineData("credentials=none", "credentials")]
    [InlineData("credentials=magic", "credentials")]
    [InlineData("credentials=none;endpointUrl=ftp://x", "endpointUrl")]
    [InlineData("credentials=none;endpointUrl=http://169.254.169.254", "endpointUrl")]
    [InlineData("credentials=none;endpointUrl=http://user:word@host", "endpointUrl")]
    [InlineData("credentials=ambient;endpointUrl=http://host", "endpointUrl")]
    [InlineData("credentials=none;endpointUrl=http://host;projectId=A B", "projectId")]
    [InlineData("credentials=none;endpointUrl=http://host;userProject=../x", "userProject")]
    public void Settings_that_lead_nowhere_are_refused_with_the_field(string settings, string field)
    {
        var pairs = settings.Split(';').Select(pair => pair.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1]);
        Assert.Equal(field, Stores.Factory().Check(new StoreConnection("gcp", pairs))?.Field);
    }

    [Fact]
    public void The_machines_credentials_are_forbidden_where_the_configuration_says_so()
    {
        var connection = new StoreConnection("gcp", new Dictionary<string, string> { [GcsFields.Credentials] = GcsFields.ByAmbient });
        Assert.Null(Stores.Factory().Check(connection));
        Assert.Equal("providers.server-credentials", Stores.Factory(new ProviderOptions { AllowServerCredentials = false }).Check(connection)?.Code);
    }

    [Fact]
    public void The_address_names_the_account_and_no_secret()
    {
        var address = Stores.Factory().Find("gcp")!.AddressOf(_server.SignedConnection());
        Assert.Equal($"{_server.Url} · {GoogleAccount.Email} · {GoogleStorage.Project}", address);
    }

    private DlpDashboard.Kernel.Problem? Check(string json, string? url)
    {
        var settings = new Dictionary<string, string> { [GcsFields.ServiceAccountJson] = json };
        if (url is not null)
        {
            settings[GcsFields.EndpointUrl] = url;
        }

        return Stores.Factory().Check(new StoreConnection("gcp", settings));
    }

    private IObjectStore Open(StoreConnection connection) => Stores.Factory(null, _time).Open(connection);
}
