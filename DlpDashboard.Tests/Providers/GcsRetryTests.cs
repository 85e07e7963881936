using DlpDashboard.Providers;
using DlpDashboard.Providers.Gcs;
using DlpDashboard.Tests.Testing;

namespace DlpDashboard.Tests.Providers;

/// <summary>What the Google store repeats, how it waits, and what it says in the end.</summary>
public sealed class GcsRetryTests : IAsyncLifetime
{
    private readonly HurriedTime _time = new();
    private readonly ProviderOptions _options = new() { FirstByteTimeout = TimeSpan.FromSeconds(20), ConnectTimeout = TimeSpan.FromSeconds(20) };
    private GoogleStorage _server = null!;
    private IObjectStore _store = null!;

    public async Task InitializeAsync()
    {
        _server = await GoogleStorage.StartAsync();
        _store = Stores.Factory(_options, _time).Open(_server.Connection());
    }

    public async Task DisposeAsync()
    {
        await _store.DisposeAsync();
        await _server.DisposeAsync();
    }

    [Theory]
    [InlineData(408, "uploadBrokenConnection")]
    [InlineData(429, "rateLimitExceeded")]
    [InlineData(403, "userRateLimitExceeded")]
    [InlineData(500, "internalError")]
    [InlineData(502, "badGateway")]
    [InlineData(503, "backendError")]
    [InlineData(504, "gatewayTimeout")]
    public async Task Passing_trouble_is_asked_again_with_growing_waits(int status, string reason)
    {
        _server.Objects["x"] = "there";
        _server.Before = async (context, number) => number % 4 != 0 && await GoogleStorage.FailAsync(context, status, reason);
        var listed = Assert.Single(await _store.ListAllAsync("bucket"));
        Assert.Equal("there", await _store.ReadTextAsync(listed));
        Assert.Equal((8, 6), (_server.Requests, _time.Waits.Count(wait => wait < TimeSpan.FromSeconds(10))));
    }

    [Fact]
    public async Task The_wait_the_service_asks_for_is_kept_up_to_a_minute()
    {
        _server.Before = async (context, number) =>
        {
            context.Response.Headers.RetryAfter = number == 1 ? "7" : "86400";
            return number <= 2 && await GoogleStorage.FailAsync(context, 429, "rateLimitExceeded");
        };
        await _store.ListAllAsync("bucket");
        Assert.Equal([TimeSpan.FromSeconds(7), TimeSpan.FromSeconds(60)], _time.Waits);
    }

    [Fact]
    public async Task Endless_throttling_ends_with_a_fault_within_the_attempts_and_the_budget()
    {
        _server.Before = (context, _) => GoogleStorage.FailAsync(context, 429, "rateLimitExceeded");
        var failure = await Assert.ThrowsAsync<ObjectStoreException>(() => _store.ListAllAsync("bucket"));
        Assert.Equal((StoreFault.Throttled, "rateLimitExceeded", true), (failure.Fault, failure.ProviderCode, failure.EndsScan));
        Assert.Equal(_options.MaxAttempts, _server.Requests);
        Assert.True(_time.Waits.Aggregate((sum, wait) => sum + wait) <= _options.RetryBudget);
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
        await using var store = Stores.Factory(_options, _time).Open(_server.Connection());

        Assert.Equal(StoreFault.Unreachable, await Stores.FaultOfAsync(() => store.ListAllAsync("bucket")));
        Assert.Equal(6, _server.Requests);
    }

    [Theory]
    [InlineData(401, "authError", "", StoreFault.SignInFailed, "token")]
    [InlineData(403, "forbidden", "x does not have storage.objects.get access", StoreFault.Denied, "Storage Object Viewer")]
    [InlineData(403, "accountDisabled", "", StoreFault.Misconfigured, "billing")]
    [InlineData(403, "forbidden", "The billing account for the owning project is disabled", StoreFault.Misconfigured, "billing")]
    [InlineData(403, "accessNotConfigured", "", StoreFault.Misconfigured, "API is not enabled")]
    [InlineData(403, "SERVICE_DISABLED", "", StoreFault.Misconfigured, "API is not enabled")]
    [InlineData(403, "forbidden", "Request is prohibited by organization's policy. vpcServiceControlsUniqueIdentifier: x", StoreFault.Denied, "perimeter")]
    [InlineData(403, "quotaExceeded", "", StoreFault.Throttled, "quota")]
    [InlineData(403, "userProjectAccessDenied", "", StoreFault.Misconfigured, "serviceusage")]
    [InlineData(400, "userProjectMissing", "", StoreFault.Denied, "project that pays")]
    [InlineData(400, "resourceIsEncryptedWithCustomerEncryptionKey", "", StoreFault.Denied, "owner keeps")]
    [InlineData(403, "forbidden", "Permission denied on Cloud KMS key", StoreFault.Denied, "KMS")]
    [InlineData(404, "notFound", "", StoreFault.Vanished, "no longer")]
    [InlineData(412, "conditionNotMet", "", StoreFault.Changed, "changed")]
    [InlineData(416, "requestedRangeNotSatisfiable", "", StoreFault.Changed, "changed")]
    [InlineData(301, "x", "", StoreFault.Misconfigured, "elsewhere")]
    [InlineData(501, "notImplemented", "", StoreFault.Misconfigured, "offer")]
    [InlineData(400, "<b>", "<script>", StoreFault.Unreadable, "refused")]
    public async Task Each_error_of_the_service_becomes_a_fault_and_a_sentence_that_helps(int status, string reason, string message, StoreFault fault, string word)
    {
        _server.Objects["x"] = "1234567890";
        var listed = Assert.Single(await _store.ListAllAsync("bucket"));
        _server.Before = (context, _) => GoogleStorage.FailAsync(context, status, reason, message);
        var failure = await Assert.ThrowsAsync<ObjectStoreException>(() => _store.OpenAsync(listed, null, default));
        Assert.Equal(fault, failure.Fault);
        Assert.Contains(word, failure.Sentence, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<", failure.Sentence);
        Assert.Equal(2, _server.Requests);
    }

    [Theory]
    [InlineData("http://127.0.0.1:1", "refuses")]
    [InlineData("http://no-such-host.invalid", "name")]
    public async Task A_server_that_cannot_be_reached_is_told_apart(string url, string word)
    {
        await using var store = Stores.Factory(_options, _time).Open(_server.Connection("bucket", (GcsFields.EndpointUrl, url)));
        var failure = await Assert.ThrowsAsync<ObjectStoreException>(() => store.ListAllAsync("bucket"));
        Assert.Equal(StoreFault.Unreachable, failure.Fault);
        Assert.Contains(word, failure.Sentence);
    }

    [Fact]
    public async Task A_plain_server_behind_a_secure_url_is_told_apart()
    {
        await using var store = Stores.Factory(_options, _time).Open(_server.Connection("bucket", (GcsFields.EndpointUrl, _server.Url.Replace("http:", "https:"))));
        var failure = await Assert.ThrowsAsync<ObjectStoreException>(() => store.ListAllAsync("bucket"));
        Assert.Contains("certificate", failure.Sentence);
    }
}
