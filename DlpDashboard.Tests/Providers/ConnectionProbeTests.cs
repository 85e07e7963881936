using DlpDashboard.Providers;
using DlpDashboard.Providers.S3;
using DlpDashboard.Tests.Testing;

namespace DlpDashboard.Tests.Providers;

[Collection(RadosGatewayTests.Name)]
public sealed class ConnectionProbeTests(RadosGateway gateway)
{
    private const ProbeState Ok = ProbeState.Ok;
    private const ProbeState Failed = ProbeState.Failed;
    private const ProbeState Skipped = ProbeState.Skipped;

    [Fact]
    public async Task A_good_connection_passes_every_step_and_tells_each_at_once()
    {
        var bucket = await BucketWithObjectAsync();
        var told = new List<ProbeStep>();
        var steps = await new ConnectionProbe(Stores.Factory(), TimeProvider.System).TestAsync(gateway.Connection(bucket), told.Add, default);

        Assert.Equal(["reach", "signIn", "list", "read"], steps.Select(step => step.Name));
        Assert.Equal([Ok, Ok, Ok, Ok], steps.Select(step => step.State));
        Assert.Equal(steps, told);
    }

    [Theory]
    [InlineData("DLPKEY", "WRONG")]
    [InlineData("NOSUCHKEY", "WRONG")]
    public async Task A_wrong_key_fails_the_sign_in_and_says_what_to_check_even_where_the_server_only_says_denied(string key, string secret)
    {
        var steps = await TestAsync(gateway.Connection(await BucketWithObjectAsync(), null, key, secret));
        Assert.Equal([Ok, Failed, Skipped, Skipped], steps.Select(step => step.State));
        Assert.Contains("access key", steps[1].Sentence);
        Assert.DoesNotContain("WRONG", string.Concat(steps.Select(step => step.Sentence)));
    }

    [Fact]
    public async Task A_bucket_of_another_account_fails_the_listing()
    {
        var steps = await TestAsync(gateway.Connection(await BucketWithObjectAsync(), null, "OTHERKEY", "OTHERSECRET"));
        Assert.Equal([Ok, Ok, Failed, Skipped], steps.Select(step => step.State));
        Assert.Contains("s3:ListBucket", steps[2].Sentence);
    }

    [Fact]
    public async Task An_empty_bucket_leaves_reading_untried()
    {
        var steps = await TestAsync(gateway.Connection(await gateway.NewBucketAsync()));
        Assert.Equal([Ok, Ok, Ok, Skipped], steps.Select(step => step.State));
    }

    [Fact]
    public async Task A_missing_bucket_and_a_filter_that_matches_none_fail_the_listing()
    {
        foreach (var filter in new[] { "no-such-bucket-anywhere", "no-such-*" })
        {
            var steps = await TestAsync(gateway.Connection(filter));
            Assert.Equal([Ok, Ok, Failed, Skipped], steps.Select(step => step.State));
            Assert.Contains("bucket", steps[2].Sentence);
        }
    }

    [Theory]
    [InlineData("http://127.0.0.1:1")]
    [InlineData("http://no-such-host.invalid")]
    [InlineData("http://169.254.169.254/latest")]
    [InlineData("ftp://127.0.0.1")]
    public async Task A_server_that_is_not_there_or_not_allowed_fails_the_first_step(string url)
    {
        var connection = gateway.Connection();
        var steps = await TestAsync(connection with { Settings = new Dictionary<string, string>(connection.Settings) { [S3Fields.ServiceUrl] = url } });
        Assert.Equal([Failed, Skipped, Skipped, Skipped], steps.Select(step => step.State));
    }

    [Fact]
    public async Task A_key_that_may_only_read_a_named_bucket_is_good_although_it_may_list_none()
    {
        await using var server = await MisbehavingS3.StartAsync();
        server.Objects["x"] = [1];
        server.Before = async (context, _) => context.Request.Path == "/" && await MisbehavingS3.FailAsync(context, 403, "AccessDenied");

        Assert.Equal([Ok, Ok, Ok, Ok], (await TestAsync(server.Connection())).Select(step => step.State));
        Assert.Equal([Ok, Failed, Skipped, Skipped], (await TestAsync(server.Connection(buckets: null))).Select(step => step.State));
    }

    [Fact]
    public async Task Listing_without_reading_fails_the_last_step()
    {
        await using var server = await MisbehavingS3.StartAsync();
        server.Objects["x"] = [1];
        server.Before = async (context, _) => MisbehavingS3.IsGet(context) && await MisbehavingS3.FailAsync(context, 403, "AccessDenied");

        var steps = await TestAsync(server.Connection());
        Assert.Equal([Ok, Ok, Ok, Failed], steps.Select(step => step.State));
        Assert.Contains("s3:GetObject", steps[3].Sentence);
    }

    [Fact]
    public async Task A_folder_needs_no_sign_in_and_a_missing_one_says_so()
    {
        var root = Directory.CreateTempSubdirectory("dlp-probe-").FullName;
        File.WriteAllText(Path.Combine(root, "x"), "x");
        var probe = new ConnectionProbe(Stores.Factory(new ProviderOptions { LocalRoots = [root] }), TimeProvider.System);

        Assert.Equal([Ok, Skipped, Ok, Ok], (await probe.TestAsync(Folder(root), null, default)).Select(step => step.State));
        foreach (var path in new[] { root + "/missing", "/etc" })
        {
            Assert.Equal([Failed, Skipped, Skipped, Skipped], (await probe.TestAsync(Folder(path), null, default)).Select(step => step.State));
        }

        Directory.Delete(root, recursive: true);
    }

    private static StoreConnection Folder(string path) => new("local", new Dictionary<string, string> { ["root"] = path });

    private static Task<IReadOnlyList<ProbeStep>> TestAsync(StoreConnection connection) =>
        new ConnectionProbe(Stores.Factory(), TimeProvider.System).TestAsync(connection, null, default);

    private async Task<string> BucketWithObjectAsync()
    {
        var bucket = await gateway.NewBucketAsync();
        using var client = gateway.Client();
        await client.PutObjectAsync(new Amazon.S3.Model.PutObjectRequest { BucketName = bucket, Key = "x", ContentBody = "x", UseChunkEncoding = false });
        return bucket;
    }
}
