using System.IO.Compression;
using System.Text;
using DlpDashboard.Providers;
using DlpDashboard.Providers.Gcs;
using DlpDashboard.Tests.Testing;

namespace DlpDashboard.Tests.Providers;

/// <summary>The Google store against a server that answers as the API's reference says.</summary>
public sealed class GcsObjectStoreTests : IAsyncLifetime
{
    private GoogleStorage _server = null!;
    private IObjectStore _store = null!;

    public async Task InitializeAsync()
    {
        _server = await GoogleStorage.StartAsync();
        _store = Stores.Factory().Open(_server.Connection());
    }

    public async Task DisposeAsync()
    {
        await _store.DisposeAsync();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task Buckets_of_the_project_are_listed_page_by_page()
    {
        foreach (var number in Enumerable.Range(1, 5))
        {
            _server.Buckets[$"b{number}"] = GoogleStorage.NewBucket();
        }

        _server.PageSize = 2;
        await using var all = Stores.Factory().Open(_server.Connection(null));
        Assert.Equal(["b1", "b2", "b3", "b4", "b5", "bucket"], await all.ListBucketNamesAsync());
        await using var other = Stores.Factory().Open(_server.Connection(null, (GcsFields.ProjectId, "another")));
        Assert.Equal(StoreFault.Denied, await Stores.FaultOfAsync(other.ListBucketNamesAsync));
    }

    [Fact]
    public async Task Without_a_project_buckets_must_be_named()
    {
        await using var store = Stores.Factory().Open(_server.Connection(null, (GcsFields.ProjectId, "")));
        var failure = await Assert.ThrowsAsync<ObjectStoreException>(store.ListBucketNamesAsync);
        Assert.Equal(StoreFault.Misconfigured, failure.Fault);
        Assert.Contains("project id", failure.Sentence);
    }

    [Fact]
    public async Task A_listing_over_many_pages_is_whole_in_order_and_resumes_after_any_key()
    {
        foreach (var number in Enumerable.Range(0, 12_345))
        {
            _server.Objects[$"folder/{number:000000}"] = "x";
        }

        _server.Objects["\uFF5E wide"] = "x";
        _server.Objects["\U0001F600 later in bytes, earlier in UTF-16"] = "x";
        _server.Objects["folder/"] = "";
        var listed = await _store.ListAllAsync("bucket");
        Assert.Equal(_server.Objects.Keys, listed.Select(o => o.Key));
        Assert.InRange(_server.Requests, 13, 13);
        Assert.Equal(("1", new DateTime(2024, 2, 3, 4, 5, 6, 789, DateTimeKind.Utc), "STANDARD"), (listed[0].Version, listed[0].ModifiedUtc, listed[0].StorageClass));

        Assert.Equal(listed.Skip(11_001).Select(o => o.Key), (await _store.ListAllAsync("bucket", null, listed[11_000].Key)).Select(o => o.Key));
        Assert.Equal(10, (await _store.ListAllAsync("bucket", "folder/00123")).Count);
        Assert.Equal(3, (await _store.ListAllAsync("bucket", "folder/00123", "folder/001236")).Count);
        Assert.Empty(await _store.ListAllAsync("bucket", null, listed[^1].Key));
    }

    [Fact]
    public async Task Objects_are_read_whole_and_in_parts()
    {
        var bytes = new byte[300_001];
        new Random(1).NextBytes(bytes);
        _server.Objects["a/b c.bin"] = bytes;
        _server.Objects["empty"] = "";
        var listed = await _store.ListAllAsync("bucket");

        Assert.Equal(bytes, await _store.ReadAllAsync(listed[0]));
        Assert.Equal(bytes[100_000..100_010], await _store.ReadAllAsync(listed[0], new ByteRange(100_000, 10)));
        Assert.Equal(bytes[300_000..], await _store.ReadAllAsync(listed[0], new ByteRange(300_000, 10)));
        Assert.Empty(await _store.ReadAllAsync(listed[0], new ByteRange(400_000, 10)));
        Assert.Empty(await _store.ReadAllAsync(listed[1]));
        var metadata = await _store.ReadMetadataAsync("bucket", "a/b c.bin", default);
        Assert.Equal((listed[0], "text/plain", "sales"), (metadata.Listed, metadata.ContentType, metadata.UserMetadata["owner"]));
    }

    [Fact]
    public async Task An_object_replaced_since_it_was_listed_is_changed_and_one_deleted_has_vanished()
    {
        _server.Objects["a"] = "before";
        _server.Objects["b"] = "gone";
        var listed = await _store.ListAllAsync("bucket");
        _server.Objects["a"] = new GoogleObject(Encoding.UTF8.GetBytes("after!"), Generation: 2);
        _server.Objects.Remove("b");

        Assert.Equal(StoreFault.Changed, await Stores.FaultOfAsync(() => _store.OpenAsync(listed[0], null, default)));
        Assert.Equal(StoreFault.Vanished, await Stores.FaultOfAsync(() => _store.OpenAsync(listed[1], null, default)));
        Assert.Equal(StoreFault.Vanished, await Stores.FaultOfAsync(() => _store.ReadMetadataAsync("bucket", "b", default)));
    }

    [Fact]
    public async Task Objects_stored_as_gzip_are_read_as_they_are_stored()
    {
        using var packed = new MemoryStream();
        await using (var zip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            await zip.WriteAsync(Encoding.UTF8.GetBytes(new string('x', 50_000)));
        }

        var bytes = packed.ToArray();
        _server.Objects["log"] = new GoogleObject(bytes, ContentEncoding: "gzip");
        var listed = Assert.Single(await _store.ListAllAsync("bucket"));
        Assert.Equal(bytes.Length, listed.Size);
        Assert.Equal(bytes, await _store.ReadAllAsync(listed));
        Assert.Equal(bytes[5..20], await _store.ReadAllAsync(listed, new ByteRange(5, 15)));
    }

    [Fact]
    public async Task Archived_classes_are_readable_and_objects_under_an_owners_key_are_listed_but_not_opened()
    {
        _server.Objects["archived"] = new GoogleObject("x"u8.ToArray(), StorageClass: "ARCHIVE");
        _server.Objects["locked"] = new GoogleObject("x"u8.ToArray(), IsLocked: true);
        var listed = await _store.ListAllAsync("bucket");

        Assert.Equal(("ARCHIVE", false, null), (listed[0].StorageClass, listed[0].IsCold, listed[0].KnownFault));
        Assert.Equal("x", await _store.ReadTextAsync(listed[0]));
        Assert.Equal(StoreFault.Denied, listed[1].KnownFault);
        var failure = await Assert.ThrowsAsync<ObjectStoreException>(() => _store.OpenAsync(listed[1], null, default));
        Assert.Contains("a key its owner keeps", failure.Sentence);
    }

    [Fact]
    public async Task Whoever_must_pay_is_named_with_each_request()
    {
        _server.Objects["x"] = "paid";
        _server.Payer = "payer";
        var failure = await Assert.ThrowsAsync<ObjectStoreException>(() => _store.ListAllAsync("bucket"));
        Assert.Equal(StoreFault.Denied, failure.Fault);
        Assert.Contains("project that pays", failure.Sentence);
        await using var paying = Stores.Factory().Open(_server.Connection("bucket", (GcsFields.UserProject, "payer")));
        Assert.Equal("paid", await paying.ReadTextAsync(Assert.Single(await paying.ListAllAsync("bucket"))));
    }

    [Fact]
    public async Task A_bucket_that_is_not_there_and_one_no_bucket_can_be_called_are_told_apart()
    {
        await using var store = Stores.Factory().Open(_server.Connection("none,../secret"));
        Assert.Equal(StoreFault.Vanished, await Stores.FaultOfAsync(() => store.ListAllAsync("none")));
        Assert.Equal(StoreFault.Misconfigured, await Stores.FaultOfAsync(() => store.ListAllAsync("../secret")));
    }
}
