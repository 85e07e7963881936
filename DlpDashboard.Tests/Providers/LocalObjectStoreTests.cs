using System.Text;
using DlpDashboard.Providers;
using DlpDashboard.Providers.Local;

namespace DlpDashboard.Tests.Providers;

/// <summary>Folders as a storage: what is listed, in which order, and what is read.</summary>
public sealed class LocalObjectStoreTests : IDisposable
{
    private readonly TemporaryTree _tree = new();

    public void Dispose() => _tree.Dispose();

    [Fact]
    public async Task Buckets_are_the_sub_folders_and_one_for_what_lies_in_the_root()
    {
        _tree.Write("loose.txt", "a");
        _tree.Write("sales/q1/report.csv", "b");
        _tree.Write("hr/x.txt", "c");
        await using var store = _tree.Open();

        Assert.Equal([".", "hr", "sales"], await store.ListBucketNamesAsync());
        Assert.Equal(["loose.txt"], (await store.ListAllAsync(".")).Select(o => o.Key));
        Assert.Equal(["q1/report.csv"], (await store.ListAllAsync("sales")).Select(o => o.Key));
    }

    [Fact]
    public async Task Keys_come_in_the_order_of_their_bytes_even_where_folders_stand_among_files()
    {
        string[] names = ["a/z", "a-b", "a.txt", "a/b/c", "a0", "ab", "a b", "A", "é", "\U0001F600", "\uFF5E", "a/b.txt", "a/b-c"];
        foreach (var name in names)
        {
            _tree.Write("b/" + name, "x");
        }

        await using var store = _tree.Open();
        var keys = (await store.ListAllAsync("b")).Select(o => o.Key).ToList();
        Assert.Equal(names.OrderBy(Encoding.UTF8.GetBytes, Bytes), keys);
    }

    [Fact]
    public async Task Listing_goes_on_after_any_key()
    {
        string[] names = ["a/z", "a-b", "a.txt", "a/b/c", "a0", "a/b.txt", "b/c/d/e", "b/c/d.txt"];
        foreach (var name in names)
        {
            _tree.Write("b/" + name, "x");
        }

        await using var store = _tree.Open();
        var all = (await store.ListAllAsync("b")).Select(o => o.Key).ToList();
        foreach (var after in all.Concat(["a", "a/", "a/b", "a/b/", "zz", "b/c/d", "\u0001"]))
        {
            var expected = all.Where(key => Bytes.Compare(Encoding.UTF8.GetBytes(key), Encoding.UTF8.GetBytes(after)) > 0);
            Assert.Equal(expected, (await store.ListAllAsync("b", null, after)).Select(o => o.Key));
        }
    }

    [Fact]
    public async Task A_prefix_narrows_the_listing_by_text_and_not_by_folder()
    {
        string[] names = ["logs/2025/a", "logs/2026/a", "logs-old/b", "lo", "other"];
        foreach (var name in names)
        {
            _tree.Write("b/" + name, "x");
        }

        await using var store = _tree.Open();
        Assert.Equal(["logs-old/b", "logs/2025/a", "logs/2026/a"], (await store.ListAllAsync("b", "logs")).Select(o => o.Key));
        Assert.Equal(["logs/2026/a"], (await store.ListAllAsync("b", "logs/2026")).Select(o => o.Key));
        Assert.Empty(await store.ListAllAsync("b", "nothing/here"));
    }

    [Fact]
    public async Task A_hundred_thousand_files_are_listed_in_order_and_once()
    {
        var folder = Directory.CreateDirectory(Path.Combine(_tree.Root, "b", "many")).FullName;
        for (var i = 0; i < 100_000; i++)
        {
            File.Create(Path.Combine(folder, $"f{i * 7919 % 100_003}")).Dispose();
        }

        await using var store = _tree.Open();
        var keys = (await store.ListAllAsync("b")).Select(o => o.Key).ToList();
        Assert.Equal(100_000, keys.Count);
        Assert.Equal(keys.Order(StringComparer.Ordinal), keys);
        Assert.Equal(keys.Skip(77_000), (await store.ListAllAsync("b", null, keys[76_999])).Select(o => o.Key));
    }

    [Fact]
    public void A_folder_larger_than_a_batch_is_read_in_several_passes_without_gaps()
    {
        for (var i = 0; i < 1000; i++)
        {
            _tree.Write($"{i:d4}", "x");
        }

        using var root = LocalRoots.OpenFolder(_tree.Root);
        using var folder = LinuxFile.OpenFolder(root, "."u8);
        var reader = new FolderReader(folder, 64);
        var names = new List<string>();
        while (reader.ReadBatch(_ => true) is { Count: > 0 } batch)
        {
            Assert.True(batch.Count <= 64);
            names.AddRange(batch.Select(entry => Encoding.UTF8.GetString(entry.SortName)));
        }

        Assert.Equal(Enumerable.Range(0, 1000).Select(i => $"{i:d4}"), names);
    }

    [Fact]
    public async Task Bytes_and_ranges_are_read()
    {
        _tree.Write("b/x", "0123456789");
        await using var store = _tree.Open();
        var listed = Assert.Single(await store.ListAllAsync("b"));

        Assert.Equal(10, listed.Size);
        Assert.Equal("0123456789", await store.ReadTextAsync(listed));
        Assert.Equal("234", await store.ReadTextAsync(listed, new ByteRange(2, 3)));
        Assert.Equal("89", await store.ReadTextAsync(listed, new ByteRange(8, 100)));
        Assert.Empty(await store.ReadAllAsync(listed, new ByteRange(10, 5)));
        Assert.Equal(listed, (await store.ReadMetadataAsync("b", "x", default)).Listed);
    }

    [Fact]
    public async Task A_tree_as_one_bucket_holds_everything()
    {
        _tree.Write("x.txt", "1");
        _tree.Write("a/b/y.txt", "2");
        await using var store = LocalObjectStore.OpenTree(_tree.Root);

        Assert.Equal(["."], await store.ListBucketNamesAsync());
        var listed = await store.ListAllAsync(".");
        Assert.Equal(["a/b/y.txt", "x.txt"], listed.Select(o => o.Key));
        Assert.Equal("2", await store.ReadTextAsync(listed[0]));
    }

    [Fact]
    public async Task Cancelling_ends_a_listing()
    {
        for (var i = 0; i < 3000; i++)
        {
            _tree.Write($"b/{i}", "x");
        }

        await using var store = _tree.Open();
        using var cancel = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var unused in store.ListObjectsAsync("b", null, null, cancel.Token))
            {
                await cancel.CancelAsync();
            }
        });
    }

    private static readonly IComparer<byte[]> Bytes = Comparer<byte[]>.Create((left, right) => left.AsSpan().SequenceCompareTo(right));
}
