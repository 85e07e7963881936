using DlpDashboard.Providers;
using DlpDashboard.Providers.Azure;
using DlpDashboard.Tests.Testing;

namespace DlpDashboard.Tests.Providers;

/// <summary>How the Azure store goes on, gives up and tells why.</summary>
public sealed class AzureRetryTests : IAsyncLifetime
{
    private readonly HurriedTime _time = new();
    private readonly ProviderOptions _options = new() { StallTimeout = TimeSpan.FromMilliseconds(200), FirstByteTimeout = TimeSpan.FromSeconds(20), ConnectTimeout = TimeSpan.FromSeconds(20) };
    private MisbehavingAzure _server = null!;
    private IObjectStore _store = null!;

    public async Task InitializeAsync()
    {
        _server = await MisbehavingAzure.StartAsync();
        _store = Open(_server.Connection());
    }

    public async Task DisposeAsync()
    {
        await _store.DisposeAsync();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task Throttling_is_waited_out_with_growing_jittered_waits()
    {
        _server.Objects["x"] = "x"u8.ToArray();
        _server.Before = async (context, number) => number <= 4 && await MisbehavingAzure.FailAsync(context, 503, "ServerBusy");

        Assert.Equal("x", Assert.Single(await _store.ListAllAsync("bucket")).Key);
        Assert.Equal(4, _time.Waits.Count);
        for (var i = 0; i < 4; i++)
        {
            Assert.InRange(_time.Waits[i], TimeSpan.Zero, TimeSpan.FromMilliseconds(500 * (1 << i)));
        }
    }

    [Fact]
    public async Task The_wait_a_server_asks_for_is_kept_within_reason()
    {
        _server.Before = async (context, number) =>
        {
            context.Response.Headers.RetryAfter = number == 1 ? "7" : "86400";
            return number <= 2 && await MisbehavingAzure.FailAsync(context, 429, "TooManyRequests");
        };

        await _store.ListAllAsync("bucket");
        Assert.Equal([TimeSpan.FromSeconds(7), TimeSpan.FromSeconds(60)], _time.Waits);
    }

    [Fact]
    public async Task Endless_throttling_ends_with_a_fault_within_the_attempts_and_the_budget()
    {
        _server.Before = (context, _) => MisbehavingAzure.FailAsync(context, 503, "ServerBusy");

        var failure = await Assert.ThrowsAsync<ObjectStoreException>(() => _store.ListAllAsync("bucket"));
        Assert.Equal((StoreFault.Throttled, "ServerBusy", true), (failure.Fault, failure.ProviderCode, failure.EndsScan));
        Assert.Equal(_options.MaxAttempts, _server.Requests);
        Assert.True(_time.Waits.Aggregate((sum, wait) => sum + wait) <= _options.RetryBudget);
    }

    [Fact]
    public async Task A_server_in_trouble_meets_fewer_requests_once_the_shared_tokens_are_used_up()
    {
        _server.Before = (context, _) => MisbehavingAzure.FailAsync(context, 500, "InternalError");
        for (var i = 0; i < 60; i++)
        {
            Assert.Equal(StoreFault.Unreachable, await Stores.FaultOfAsync(() => _store.ListAllAsync("bucket")));
        }

        // 1,000 tokens at 5 a retry: 200 retries among 60 first attempts, and not 9 x 60.
        Assert.Equal(260, _server.Requests);
        _server.Before = (_, _) => Task.FromResult(false);
        Assert.Empty(await _store.ListAllAsync("bucket"));
    }

    [Fact]
    public async Task A_person_who_waits_gets_the_answer_after_two_attempts()
    {
        _server.Before = (context, _) => MisbehavingAzure.FailAsync(context, 503, "ServerBusy");
        await using var store = Stores.Factory(_options, _time).Open(_server.Connection(), StorePatience.Person);

        Assert.Equal(StoreFault.Throttled, await Stores.FaultOfAsync(() => store.ListAllAsync("bucket")));
        Assert.Equal(2, _server.Requests);
    }

    [Fact]
    public async Task A_server_that_never_answers_is_unreachable_after_a_few_attempts()
    {
        _server.Before = async (context, _) =>
        {
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
            return true;
        };
        (_options.FirstByteTimeout, _options.ConnectTimeout) = (TimeSpan.FromMilliseconds(150), TimeSpan.FromMilliseconds(150));
        await using var store = Open(_server.Connection());

        Assert.Equal(StoreFault.Unreachable, await Stores.FaultOfAsync(() => store.ListAllAsync("bucket")));
        Assert.Equal(6, _server.Requests);
    }

    [Theory]
    [InlineData(403, "AuthenticationFailed", StoreFault.SignInFailed, "key")]
    [InlineData(403, "KeyBasedAuthenticationNotPermitted", StoreFault.SignInFailed, "managed identity")]
    [InlineData(403, "AuthorizationServiceMismatch", StoreFault.SignInFailed, "blob service")]
    [InlineData(403, "AuthorizationSourceIPMismatch", StoreFault.SignInFailed, "address")]
    [InlineData(403, "AuthorizationProtocolMismatch", StoreFault.Misconfigured, "https")]
    [InlineData(400, "AccountRequiresHttps", StoreFault.Misconfigured, "https")]
    [InlineData(403, "AuthorizationFailure", StoreFault.Denied, "networking")]
    [InlineData(403, "AuthorizationPermissionMismatch", StoreFault.Denied, "Storage Blob Data Reader")]
    [InlineData(403, "AuthorizationResourceTypeMismatch", StoreFault.Denied, "container")]
    [InlineData(409, "PublicAccessNotPermitted", StoreFault.Denied, "anonymous")]
    [InlineData(409, "BlobUsesCustomerSpecifiedEncryption", StoreFault.Denied, "encrypted")]
    [InlineData(409, "BlobArchived", StoreFault.Cold, "Restore")]
    [InlineData(409, "ContainerBeingDeleted", StoreFault.Vanished, "deleted")]
    [InlineData(404, "ContainerNotFound", StoreFault.Vanished, "container")]
    [InlineData(404, "BlobNotFound", StoreFault.Vanished, "no longer")]
    [InlineData(412, "ConditionNotMet", StoreFault.Changed, "changed")]
    [InlineData(416, "InvalidRange", StoreFault.Changed, "shorter")]
    [InlineData(302, "Found", StoreFault.Misconfigured, "elsewhere")]
    [InlineData(501, "APINotImplemented", StoreFault.Misconfigured, "offer")]
    [InlineData(401, "Whatever", StoreFault.SignInFailed, "key")]
    [InlineData(403, "Whatever", StoreFault.Denied, "networking")]
    [InlineData(400, "<b>", StoreFault.Unreadable, "refused")]
    public async Task Each_error_of_the_server_becomes_a_fault_and_a_sentence_that_helps(int status, string code, StoreFault fault, string word)
    {
        _server.Objects["x"] = Bytes(10);
        var listed = Assert.Single(await _store.ListAllAsync("bucket"));
        _server.Before = (context, _) => MisbehavingAzure.FailAsync(context, status, System.Net.WebUtility.HtmlEncode(code));

        var failure = await Assert.ThrowsAsync<ObjectStoreException>(() => _store.OpenAsync(listed, null, default));
        Assert.Equal(fault, failure.Fault);
        Assert.Contains(word, failure.Sentence, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<", failure.Sentence);
        Assert.DoesNotContain("U0VDUkVU", failure.ToString());
        Assert.Equal(2, _server.Requests);
    }

    [Theory]
    [InlineData("Signature not valid in the specified time frame: Start [x] - Expiry [y] - Current [z]", "expired")]
    [InlineData("Lifetime validation failed. The token is expired.", "expired")]
    [InlineData("Request date header too old: 'Mon, 01 Jan 2024 00:00:00 GMT'", "clock")]
    [InlineData("The MAC signature found in the HTTP request is not the same", "key")]
    public async Task What_is_wrong_with_the_sign_in_is_told_apart(string detail, string word)
    {
        _server.Before = (context, _) => MisbehavingAzure.FailAsync(context, 403, "AuthenticationFailed", $"<AuthenticationErrorDetail>{detail}</AuthenticationErrorDetail>");
        var failure = await Assert.ThrowsAsync<ObjectStoreException>(() => _store.SignInAsync(default));
        Assert.Equal(StoreFault.SignInFailed, failure.Fault);
        Assert.Contains(word, failure.Sentence);
    }

    [Theory]
    [InlineData("http://127.0.0.1:1", "refuses")]
    [InlineData("http://no-such-host.invalid", "name")]
    public async Task A_server_that_cannot_be_reached_is_told_apart(string url, string word)
    {
        var connection = _server.Connection();
        await using var store = Open(connection with { Settings = new Dictionary<string, string>(connection.Settings) { [AzureFields.ServiceUrl] = url } });
        var failure = await Assert.ThrowsAsync<ObjectStoreException>(() => store.ListAllAsync("bucket"));
        Assert.Equal(StoreFault.Unreachable, failure.Fault);
        Assert.Contains(word, failure.Sentence);
    }

    [Fact]
    public async Task A_plain_server_behind_a_secure_url_is_told_apart()
    {
        var connection = _server.Connection();
        await using var store = Open(connection with { Settings = new Dictionary<string, string>(connection.Settings) { [AzureFields.ServiceUrl] = _server.Url.Replace("http:", "https:") } });
        var failure = await Assert.ThrowsAsync<ObjectStoreException>(() => store.ListAllAsync("bucket"));
        Assert.Equal(StoreFault.Unreachable, failure.Fault);
        Assert.Contains("certificate", failure.Sentence);
    }

    private IObjectStore Open(StoreConnection connection) => Stores.Factory(_options, _time).Open(connection);

    private static byte[] Bytes(int length)
    {
        var bytes = new byte[length];
        new Random(length).NextBytes(bytes);
        return bytes;
    }
}
