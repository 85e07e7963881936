using System.Text;
using DlpDashboard.Providers;
using DlpDashboard.Tests.Testing;
using Microsoft.AspNetCore.Http;

namespace DlpDashboard.Tests.Providers;

/// <summary>What the S3 store makes of listings that are damaged, endless or lies.</summary>
public sealed class S3HostileListingTests : IAsyncLifetime
{
    private readonly HurriedTime _time = new();
    private readonly ProviderOptions _options = new() { StallTimeout = TimeSpan.FromMilliseconds(200), FirstByteTimeout = TimeSpan.FromSeconds(20), ConnectTimeout = TimeSpan.FromSeconds(20) };
    private MisbehavingS3 _server = null!;
    private IObjectStore _store = null!;

    public async Task InitializeAsync()
    {
        _server = await MisbehavingS3.StartAsync();
        _store = Open(_server.Connection());
    }

    public async Task DisposeAsync()
    {
        await _store.DisposeAsync();
        await _server.DisposeAsync();
    }

    [Theory]
    [InlineData("not xml at all")]
    [InlineData("")]
    [InlineData("<html><body>Welcome</body></html>")]
    [InlineData("<ListBucketResult><Name>bucket</Name><Contents><Key>a")]
    [InlineData("<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]><ListBucketResult><Name>&b;</Name></ListBucketResult>")]
    [InlineData("<!DOCTYPE x SYSTEM \"file:///etc/passwd\"><ListBucketResult/>")]
    public async Task An_answer_that_is_no_listing_is_a_fault_and_not_an_empty_bucket(string text)
    {
        _server.Before = (context, _) => MisbehavingS3.WriteXmlAsync(context, text);
        Assert.Equal(StoreFault.Misconfigured, await Stores.FaultOfAsync(() => _store.ListAllAsync("bucket")));
    }

    [Fact]
    public async Task A_listing_cut_in_the_middle_is_asked_for_again()
    {
        _server.Objects["x"] = Bytes(10);
        _server.Before = async (context, number) =>
        {
            if (number == 1)
            {
                context.Response.ContentLength = 5000;
                await context.Response.WriteAsync("<ListBucketResult><Name>bucket</Name>");
                await context.Response.Body.FlushAsync();
                context.Abort();
            }

            return number == 1;
        };
        Assert.Single(await _store.ListAllAsync("bucket"));
    }

    [Theory]
    [InlineData("same")]
    [InlineData("other")]
    public async Task A_listing_that_goes_in_circles_ends(string kind)
    {
        _server.Before = (context, number) => MisbehavingS3.WriteXmlAsync(
            context,
            $"<ListBucketResult><Name>bucket</Name>{MisbehavingS3.Entry("a", "1")}<IsTruncated>true</IsTruncated><NextContinuationToken>{(kind == "same" ? 1 : number)}</NextContinuationToken></ListBucketResult>");

        Assert.Equal(StoreFault.Misconfigured, await Stores.FaultOfAsync(() => _store.ListAllAsync("bucket")));
        Assert.InRange(_server.Requests, 2, 3);
    }

    [Fact]
    public async Task Endless_empty_pages_end()
    {
        _server.Before = (context, number) => MisbehavingS3.WriteXmlAsync(
            context, $"<ListBucketResult><Name>bucket</Name><IsTruncated>true</IsTruncated><NextContinuationToken>{number}</NextContinuationToken></ListBucketResult>");
        Assert.Equal(StoreFault.Misconfigured, await Stores.FaultOfAsync(() => _store.ListAllAsync("bucket")));
    }

    [Fact]
    public async Task A_page_that_says_more_follows_but_gives_no_way_there_is_a_fault()
    {
        _server.Before = (context, _) => MisbehavingS3.WriteXmlAsync(
            context, $"<ListBucketResult><Name>bucket</Name>{MisbehavingS3.Entry("a", "1")}<IsTruncated>true</IsTruncated></ListBucketResult>");
        Assert.Equal(StoreFault.Misconfigured, await Stores.FaultOfAsync(() => _store.ListAllAsync("bucket")));
    }

    [Fact]
    public async Task A_negative_size_spoils_one_object_and_an_impossible_one_the_page()
    {
        var size = "-5";
        _server.Before = (context, _) => MisbehavingS3.WriteXmlAsync(
            context, $"<ListBucketResult><Name>bucket</Name><EncodingType>url</EncodingType>{MisbehavingS3.Entry("a", size)}{MisbehavingS3.Entry("b", "1")}<IsTruncated>false</IsTruncated></ListBucketResult>");

        var listed = await _store.ListAllAsync("bucket");
        Assert.Equal([StoreFault.Unreadable, null], listed.Select(o => o.KnownFault));
        Assert.Equal(0, listed[0].Size);
        Assert.Equal(StoreFault.Unreadable, await Stores.FaultOfAsync(() => _store.OpenAsync(listed[0], null, default)));
        size = "99999999999999999999999999";
        Assert.Equal(StoreFault.Misconfigured, await Stores.FaultOfAsync(() => _store.ListAllAsync("bucket")));
    }

    [Fact]
    public async Task An_answer_without_end_is_not_read_into_memory()
    {
        _server.Before = async (context, _) =>
        {
            var block = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("<a>xxxxxxxxxxx</a>", 4000)));
            context.Response.ContentType = "application/xml";
            while (!context.RequestAborted.IsCancellationRequested)
            {
                await context.Response.Body.WriteAsync(block, context.RequestAborted);
            }

            return true;
        };
        _options.FirstByteTimeout = TimeSpan.FromSeconds(60);
        await using var store = Open(_server.Connection());
        Assert.Equal(StoreFault.Misconfigured, await Stores.FaultOfAsync(() => store.ListAllAsync("bucket")));
        Assert.Equal(1, _server.Requests);
    }

    [Fact]
    public async Task A_redirection_to_another_host_is_not_followed()
    {
        await using var thief = await MisbehavingS3.StartAsync();
        _server.Before = async (context, _) =>
        {
            context.Response.Headers.Location = thief.Url + context.Request.Path + context.Request.QueryString;
            return await MisbehavingS3.FailAsync(context, 307, "TemporaryRedirect", $"<Endpoint>{thief.Url["http://".Length..]}</Endpoint>");
        };

        Assert.Equal(StoreFault.Misconfigured, await Stores.FaultOfAsync(() => _store.ListAllAsync("bucket")));
        Assert.Equal(0, thief.Requests);
    }

    [Fact]
    public async Task A_bucket_in_another_region_is_asked_there_from_then_on()
    {
        _server.Objects["x"] = Bytes(3);
        var scopes = new List<string>();
        _server.Before = async (context, _) =>
        {
            var scope = context.Request.Headers.Authorization.ToString().Split('/')[2];
            lock (scopes)
            {
                scopes.Add(scope);
            }

            context.Response.Headers["x-amz-bucket-region"] = "eu-central-1";
            return scope != "eu-central-1" && await MisbehavingS3.FailAsync(context, 301, "PermanentRedirect");
        };

        var listed = Assert.Single(await _store.ListAllAsync("bucket"));
        await _store.ReadAllAsync(listed);
        Assert.Equal(["us-east-1", "eu-central-1", "eu-central-1"], scopes);
    }

    [Fact]
    public async Task Hostile_keys_of_any_kind_round_trip()
    {
        string[] keys =
        [
            "/leading", "//", "a//b", "..", "../x", "a/../../b", ".", "./x", "<script>alert('x')</script>", "\"&';--", "\u0001\u001B[2J", "\u202Egnp.exe", "line\r\nbreak",
            "x".PadLeft(1024, 'x'), "%2F%2e", "plus+ space", "\\..\\x", "é\U0001F600", "?versionId=1", "#fragment", "a%00b", "~!*'()", "trailing/",
        ];
        foreach (var key in keys)
        {
            _server.Objects[key] = Encoding.UTF8.GetBytes("of " + key);
        }

        var listed = await _store.ListAllAsync("bucket");
        Assert.Equal(_server.Objects.Keys, listed.Select(o => o.Key));
        foreach (var one in listed)
        {
            Assert.Equal("of " + one.Key, await _store.ReadTextAsync(one));
            Assert.Equal(keys.Where(key => string.CompareOrdinal(key, one.Key) > 0).Order(StringComparer.Ordinal), (await _store.ListAllAsync("bucket", null, one.Key)).Select(o => o.Key));
        }
    }

    [Fact]
    public async Task Archived_objects_are_marked_cold_unless_they_are_restored()
    {
        _server.Before = (context, _) => MisbehavingS3.WriteXmlAsync(
            context,
            $"<ListBucketResult><Name>bucket</Name>{MisbehavingS3.Entry("a", "1", storageClass: "GLACIER")}{MisbehavingS3.Entry("b", "1", storageClass: "DEEP_ARCHIVE")}{MisbehavingS3.Entry("c", "1", storageClass: "GLACIER_IR")}{MisbehavingS3.Entry("d", "1")}{MisbehavingS3.Entry("e", "1", storageClass: "GLACIER").Replace("</Contents>", "<RestoreStatus><IsRestoreInProgress>false</IsRestoreInProgress><RestoreExpiryDate>2030-01-01T00:00:00Z</RestoreExpiryDate></RestoreStatus></Contents>")}</ListBucketResult>");
        Assert.Equal([true, true, false, false, false], (await _store.ListAllAsync("bucket")).Select(o => o.IsCold));
    }

    private IObjectStore Open(StoreConnection connection) => Stores.Factory(_options, _time).Open(connection);

    private static byte[] Bytes(int length)
    {
        var bytes = new byte[length];
        new Random(length).NextBytes(bytes);
        return bytes;
    }
}
