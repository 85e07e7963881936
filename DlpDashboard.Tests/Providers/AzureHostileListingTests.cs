using System.Text;
using DlpDashboard.Providers;
using DlpDashboard.Tests.Testing;
using Microsoft.AspNetCore.Http;

namespace DlpDashboard.Tests.Providers;

/// <summary>What the Azure store makes of listings that are damaged, endless or lies.</summary>
public sealed class AzureHostileListingTests : IAsyncLifetime
{
    private static readonly IComparer<string> ByBytes = Comparer<string>.Create((one, other) => Encoding.UTF8.GetBytes(one).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(other)));
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

    [Theory]
    [InlineData("not xml at all")]
    [InlineData("")]
    [InlineData("<EnumerationResults ContainerName=\"other\"><Blobs/><NextMarker/></EnumerationResults>")]
    [InlineData("<Error><Code>None</Code></Error>")]
    [InlineData("<html><body>Welcome</body></html>")]
    [InlineData("<EnumerationResults><Blobs><Blob><Name>a")]
    [InlineData("<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]><EnumerationResults><NextMarker>&b;</NextMarker></EnumerationResults>")]
    [InlineData("<!DOCTYPE x SYSTEM \"file:///etc/passwd\"><EnumerationResults/>")]
    public async Task An_answer_that_is_no_listing_is_a_fault_and_not_an_empty_bucket(string text)
    {
        _server.Before = (context, _) => MisbehavingAzure.WriteXmlAsync(context, text);
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
                await context.Response.WriteAsync("<EnumerationResults ContainerName=\"bucket\"><Blobs>");
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
        _server.Before = (context, number) => MisbehavingAzure.WriteXmlAsync(
            context,
            MisbehavingAzure.Listing(MisbehavingAzure.Entry("a", "1"), kind == "same" ? "1" : $"{number}"));

        Assert.Equal(StoreFault.Misconfigured, await Stores.FaultOfAsync(() => _store.ListAllAsync("bucket")));
        Assert.InRange(_server.Requests, 2, 3);
    }

    [Fact]
    public async Task Endless_empty_pages_end()
    {
        _server.Before = (context, number) => MisbehavingAzure.WriteXmlAsync(
            context, MisbehavingAzure.Listing(string.Empty, $"{number}"));
        Assert.Equal(StoreFault.Misconfigured, await Stores.FaultOfAsync(() => _store.ListAllAsync("bucket")));
    }

    [Fact]
    public async Task A_negative_size_spoils_one_object_and_an_impossible_one_the_page()
    {
        var size = "-5";
        _server.Before = (context, _) => MisbehavingAzure.WriteXmlAsync(
            context, MisbehavingAzure.Listing(MisbehavingAzure.Entry("a", size) + MisbehavingAzure.Entry("b", "1")));

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
        await using var thief = await MisbehavingAzure.StartAsync();
        _server.Before = async (context, _) =>
        {
            context.Response.Headers.Location = thief.Url + context.Request.Path + context.Request.QueryString;
            return await MisbehavingAzure.FailAsync(context, 307, "TemporaryRedirect");
        };

        Assert.Equal(StoreFault.Misconfigured, await Stores.FaultOfAsync(() => _store.ListAllAsync("bucket")));
        Assert.Equal(0, thief.Requests);
    }

    [Fact]
    public async Task Hostile_keys_of_any_kind_round_trip()
    {
        string[] keys =
        [
            "/leading", "//", "a//b", "../x", "a/../../b", "./x", "a/..", "<script>alert('x')</script>", "\"&';--", "\u0001\u001B[2J", "\u202Egnp.exe", "line\r\nbreak",
            "x".PadLeft(1024, 'x'), "%2F%2e", "plus+ space", "\\..\\x", "é\U0001F600", "?versionId=1", "#fragment", "a%00b", "~!*'()", "trailing/",
        ];
        foreach (var key in keys)
        {
            _server.Objects[key] = Encoding.UTF8.GetBytes("of " + key);
        }

        var listed = await _store.ListAllAsync("bucket");
        Assert.Equal(_server.Objects.Keys.Order(ByBytes), listed.Select(o => o.Key));
        foreach (var one in listed)
        {
            Assert.Equal("of " + one.Key, await _store.ReadTextAsync(one));
            Assert.Equal(keys.Where(key => ByBytes.Compare(key, one.Key) > 0).Order(ByBytes), (await _store.ListAllAsync("bucket", null, one.Key)).Select(o => o.Key));
        }
    }

    [Fact]
    public async Task Tiers_and_foreign_keys_are_told_by_the_listing()
    {
        _server.Before = (context, _) => MisbehavingAzure.WriteXmlAsync(context, MisbehavingAzure.Listing(
            MisbehavingAzure.Entry("a", "1", properties: "<AccessTier>Archive</AccessTier><ArchiveStatus>rehydrate-pending-to-hot</ArchiveStatus>")
            + MisbehavingAzure.Entry("b", "1", properties: "<AccessTier>Cool</AccessTier>")
            + MisbehavingAzure.Entry("c", "1", properties: "<CustomerProvidedKeySha256>abc=</CustomerProvidedKeySha256>")
            + MisbehavingAzure.Entry("d", "1", metadata: "<Name>x</Name><Etag>y</Etag><encryptiondata>{}</encryptiondata>")
            + MisbehavingAzure.Entry("e", "1", metadata: "<Name>x</Name><Content-Length>7</Content-Length>")));
        var listed = await _store.ListAllAsync("bucket");
        Assert.Equal(["a", "b", "c", "d", "e"], listed.Select(o => o.Key));
        Assert.Equal([true, false, false, false, false], listed.Select(o => o.IsCold));
        Assert.Equal([null, null, StoreFault.Denied, StoreFault.Denied, null], listed.Select(o => o.KnownFault));
        Assert.Equal(1, listed[4].Size);
        var failure = await Assert.ThrowsAsync<ObjectStoreException>(() => _store.OpenAsync(listed[2], null, default));
        Assert.Contains("encrypted", failure.Sentence);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Keys_come_in_the_order_of_their_bytes_whichever_order_the_server_has(bool isServerByBytes)
    {
        _server.Order = isServerByBytes ? ByBytes : StringComparer.Ordinal;
        _server.PageSize = 3;
        string[] stems = ["", "a", "a/", "\uFF01", "\U0001F600", "z\uE000"];
        string[] ends = ["b", "\uD7FF", "\uE000", "\uFFFD", "\U00010000", "\U0010FFFF", "\U0001F600\uFF01", "\U0001F600\U0001F601"];
        foreach (var key in stems.SelectMany(stem => ends.Select(end => stem + end)))
        {
            _server.Objects[key] = "x"u8.ToArray();
        }

        var inOrder = _server.Objects.Keys.Order(ByBytes).ToList();
        Assert.Equal(inOrder, (await _store.ListAllAsync("bucket")).Select(o => o.Key));
        for (var at = 0; at < inOrder.Count; at++)
        {
            Assert.Equal(inOrder[(at + 1)..], (await _store.ListAllAsync("bucket", null, inOrder[at])).Select(o => o.Key));
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_hierarchical_namespace_is_listed_in_the_order_of_bytes_without_its_folders(bool isTold)
    {
        _server.TellsNamespace = isTold;
        _server.Order = MisbehavingAzure.ByFolder;
        _server.PageSize = 2;
        string[] keys = ["0", "a-b/c", "a.txt", "a/b", "a/b-c", "a/b.txt", "a/c/d/e", "a/c/d/f", "a/c-/g", "a!/x", "a!!/y", "a0", "b/\U0001F600/x", "b/\uFF01/x", "z"];
        foreach (var key in keys)
        {
            _server.Objects[key] = "x"u8.ToArray();
        }

        var inOrder = keys.Order(ByBytes).ToList();
        Assert.Equal(inOrder, (await _store.ListAllAsync("bucket")).Select(o => o.Key));
        Assert.Equal(inOrder.Where(key => key.StartsWith("a/", StringComparison.Ordinal)), (await _store.ListAllAsync("bucket", "a/")).Select(o => o.Key));
        for (var at = 0; at < inOrder.Count; at++)
        {
            Assert.Equal(inOrder[(at + 1)..], (await _store.ListAllAsync("bucket", null, inOrder[at])).Select(o => o.Key));
            Assert.Equal(inOrder[(at + 1)..].Where(key => key.StartsWith("a/", StringComparison.Ordinal)), (await _store.ListAllAsync("bucket", "a/", inOrder[at])).Select(o => o.Key));
        }
    }

    [Theory]
    [InlineData(true, 200)]
    [InlineData(false, 10_000)]
    public async Task A_listing_is_resumed_where_it_ended_without_reading_what_lies_before(bool knowsStartFrom, int mostListed)
    {
        _server.KnowsStartFrom = knowsStartFrom;
        _server.PageSize = 100;
        for (var at = 0; at < 3000; at++)
        {
            _server.Objects[$"k{at:D5}"] = "x"u8.ToArray();
        }

        var rest = await _store.ListAllAsync("bucket", null, "k02899");
        Assert.Equal(("k02900", 100), (rest[0].Key, rest.Count));
        Assert.InRange(_server.Listed, 100, mostListed);
    }

    private IObjectStore Open(StoreConnection connection) => Stores.Factory(_options, _time).Open(connection);

    private static byte[] Bytes(int length)
    {
        var bytes = new byte[length];
        new Random(length).NextBytes(bytes);
        return bytes;
    }
}
