using DlpDashboard.Posture.Judging;
using DlpDashboard.Providers;
using DlpDashboard.Providers.Azure;
using DlpDashboard.Providers.Configurations;
using DlpDashboard.Tests.Testing;
using Microsoft.AspNetCore.Http;

namespace DlpDashboard.Tests.Posture;

/// <summary>The resource manager's side, against a server that answers as the REST reference writes it: paging, refusals, throttling, other forms.</summary>
public sealed class AzureManagementTests : IDisposable
{
    private const string Subscription = "00000000-1111-2222-3333-444444444444";
    private const string Resource = $"/subscriptions/{Subscription}/resourceGroups/shop/providers/Microsoft.Storage/storageAccounts/shopdata";

    private const string Account =
        $$$"""
        {"id":"{{{Resource}}}","name":"shopdata","location":"westeurope","kind":"StorageV2","sku":{"name":"Standard_LRS","tier":"Standard"},
         "properties":{"allowBlobPublicAccess":true,"supportsHttpsTrafficOnly":true,"minimumTlsVersion":"TLS1_2","publicNetworkAccess":"Enabled","networkAcls":{"defaultAction":"Allow","ipRules":[]} } }
        """;

    private readonly HttpMessageInvoker _connections = new(new SocketsHttpHandler());

    public void Dispose() => _connections.Dispose();

    [Fact]
    public async Task An_account_on_the_second_page_of_the_second_subscription_is_found_and_its_parts_are_read()
    {
        await using var server = await RecordedServer.StartAsync(context => AnswerAsync(context, _ => null));
        var documents = (await ReadAsync(server)).ToDictionary(document => document.Name);
        Assert.Equal(AzureManagement.AccountDocuments.Order(), documents.Keys.Order());
        Assert.Equal(DocumentState.Present, documents["account"].State);
        Assert.Equal(DocumentState.Present, documents["blobService"].State);
        Assert.Equal(DocumentState.NotConfigured, documents["managementPolicy"].State);
        Assert.All(server.Authorizations, header => Assert.Equal("Bearer a-token", header));
        Assert.All(server.Asked, asked => Assert.StartsWith("GET ", asked, StringComparison.Ordinal));
        Assert.All(server.Asked, asked => Assert.Contains("api-version=", asked, StringComparison.Ordinal));

        var bucket = new BucketConfiguration("azure", "web", documents.Values, DateTimeOffset.UnixEpoch);
        Assert.Equal(CheckVerdict.Pass, CheckCatalogue.Find("azure-https-only")!.Judge(bucket).Verdict);
        Assert.Equal(CheckVerdict.Fail, CheckCatalogue.Find("azure-default-deny")!.Judge(bucket).Verdict);
        Assert.Equal(CheckVerdict.Fail, CheckCatalogue.Find("azure-account-anonymous")!.Judge(bucket).Verdict);
    }

    [Theory]
    [InlineData(403, DocumentState.Unknown, "Reader")]
    [InlineData(401, DocumentState.Unknown, "Reader")]
    [InlineData(404, DocumentState.NotConfigured, null)]
    [InlineData(409, DocumentState.Unknown, "409")]
    public async Task A_part_that_is_refused_is_a_state_of_its_own(int status, DocumentState expected, string? says)
    {
        await using var server = await RecordedServer.StartAsync(context => AnswerAsync(context, path => path.EndsWith("/fileServices/default", StringComparison.Ordinal) ? status : null));
        var part = (await ReadAsync(server)).Single(document => document.Name == "fileService");
        Assert.Equal(expected, part.State);
        Assert.True(says is null || part.Reason!.Contains(says, StringComparison.Ordinal), part.Reason);
    }

    [Fact]
    public async Task An_identity_that_sees_no_subscription_is_told_what_to_make_it()
    {
        await using var server = await RecordedServer.StartAsync(context => RecordedServer.SayAsync(context, 403, """{"error":{"code":"AuthorizationFailed","message":"no"}}"""));
        var documents = await ReadAsync(server);
        Assert.All(documents, document => Assert.Equal(DocumentState.Unknown, document.State));
        Assert.All(documents, document => Assert.Contains("Reader", document.Reason!, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_server_that_asks_to_slow_down_is_asked_again_and_one_that_keeps_asking_ends_the_reading()
    {
        var busy = 2;
        await using (var server = await RecordedServer.StartAsync(context => Interlocked.Decrement(ref busy) >= 0 ? RecordedServer.SayAsync(context, 429, "{}") : AnswerAsync(context, _ => null)))
        {
            Assert.Equal(DocumentState.Present, (await ReadAsync(server))[0].State);
        }

        await using var stubborn = await RecordedServer.StartAsync(context => RecordedServer.SayAsync(context, 429, "{}"));
        var failure = await Assert.ThrowsAsync<ObjectStoreException>(() => ReadAsync(stubborn));
        Assert.Equal(StoreFault.Throttled, failure.Fault);
    }

    [Fact]
    public async Task The_token_follows_no_link_to_another_server_and_no_id_of_another_form_is_asked_for()
    {
        await using var thief = await RecordedServer.StartAsync(context => RecordedServer.SayAsync(context, 200, """{"value":[]}"""));
        await using var server = await RecordedServer.StartAsync(context => RecordedServer.SayAsync(context, 200, context.Request.Path.Value!.EndsWith("storageAccounts", StringComparison.Ordinal)
            ? """{"value":[{"name":"shopdata","id":"/subscriptions/x/../../secrets"},{"name":7},[],null]}"""
            : $$"""{"value":[{"subscriptionId":"{{Subscription}}"},{"subscriptionId":"../../else"},{"subscriptionId":5}],"nextLink":"{{thief.Address}}subscriptions?api-version=1"}"""));
        Assert.All(await ReadAsync(server), document => Assert.Equal(DocumentState.Unknown, document.State));
        Assert.Empty(thief.Asked);
        Assert.DoesNotContain(server.Asked, asked => asked.Contains("else", StringComparison.Ordinal) || asked.Contains("secrets", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_container_is_asked_for_below_its_account()
    {
        await using var server = await RecordedServer.StartAsync(context => AnswerAsync(context, _ => null));
        var management = Management(server);
        Assert.Equal(DocumentState.Unknown, (await management.ReadContainerAsync("web", CancellationToken.None)).State);
        await management.ReadAccountAsync(CancellationToken.None);
        Assert.Equal(DocumentState.Present, (await management.ReadContainerAsync("we b/..", CancellationToken.None)).State);
        Assert.Contains(server.Asked, asked => asked.Contains("/containers/we", StringComparison.Ordinal));
    }

    private static Task AnswerAsync(HttpContext context, Func<string, int?> refuse)
    {
        var path = context.Request.Path.Value!;
        var page = context.Request.Query["page"].ToString();
        if (refuse(path) is { } status)
        {
            return RecordedServer.SayAsync(context, status, """{"error":{"code":"Refused","message":"no"}}""");
        }

        var here = $"{context.Request.Scheme}://{context.Request.Host}";
        return path switch
        {
            "/subscriptions" when page.Length == 0 => RecordedServer.SayAsync(context, 200, $$"""{"value":[{"subscriptionId":"99999999-1111-2222-3333-444444444444"}],"nextLink":"{{here}}/subscriptions?api-version=2022-12-01&page=2"}"""),
            "/subscriptions" => RecordedServer.SayAsync(context, 200, $$"""{"value":[{"subscriptionId":"{{Subscription}}"}]}"""),
            _ when path.StartsWith("/subscriptions/99999999", StringComparison.Ordinal) => RecordedServer.SayAsync(context, 200, """{"value":[{"name":"other","id":"/x"}]}"""),
            _ when path.EndsWith("/storageAccounts", StringComparison.Ordinal) && page.Length == 0 =>
                RecordedServer.SayAsync(context, 200, $$"""{"value":[],"nextLink":"{{here}}{{path}}?api-version=2023-05-01&page=2"}"""),
            _ when path.EndsWith("/storageAccounts", StringComparison.Ordinal) => RecordedServer.SayAsync(context, 200, $$$"""{"value":[{{{Account}}}]}"""),
            _ when path.EndsWith("/managementPolicies/default", StringComparison.Ordinal) => RecordedServer.SayAsync(context, 404, """{"error":{"code":"ManagementPolicyNotFound","message":"none"}}"""),
            _ => RecordedServer.SayAsync(context, 200, """{"properties":{}}"""),
        };
    }

    private Task<IReadOnlyList<ConfigurationDocument>> ReadAsync(RecordedServer server) => Management(server).ReadAccountAsync(CancellationToken.None);

    private AzureManagement Management(RecordedServer server)
    {
        var options = new ProviderOptions { MaxAttempts = 4, RetryBudget = TimeSpan.FromSeconds(5) };
        return new AzureManagement("shopdata", server.Address, _ => Task.FromResult("a-token"), _connections, new StoreRetries(options, StorePatience.Scan, TimeProvider.System), options);
    }
}
