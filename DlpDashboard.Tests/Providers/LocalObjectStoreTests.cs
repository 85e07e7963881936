using System.Diagnostics;
using System.Text;
using DlpDashboard.Providers;
using DlpDashboard.Providers.Local;

namespace DlpDashboard.Tests.Providers;

public sealed class LocalObjectStoreTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("dlp-local-").FullName;

    // .NET cannot delete names that are no text.
    public void Dispose() => Process.Start("rm", ["-rf", _root]).WaitForExit();

    [Fact]
    public async Task Buckets_are_the_sub_folders_and_one_for_what_lies_in_the_root()
    {
        Write("loose.txt", "a");
        Write("sales/q1/report.csv", "b");
        Write("hr/x.txt", "c");
        await using var store = Open();

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
            Write("b/" + name, "x");
        }

        await using var store = Open();
        var keys = (await store.ListAllAsync("b")).Select(o => o.Key).ToList();
        Assert.Equal(names.OrderBy(Encoding.UTF8.GetBytes, Bytes), keys);
    }

    [Fact]
    public async Task Listing_goes_on_after_any_key()
    {
        string[] names = ["a/z", "a-b", "a.txt", "a/b/c", "a0", "a/b.txt", "b/c/d/e", "b/c/d.txt"];
        foreach (var name in names)
        {
            Write("b/" + name, "x");
        }

        await using var store = Open();
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
            Write("b/" + name, "x");
        }

        await using var store = Open();
        Assert.Equal(["logs-old/b", "logs/2025/a", "logs/2026/a"], (await store.ListAllAsync("b", "logs")).Select(o => o.Key));
        Assert.Equal(["logs/2026/a"], (await store.ListAllAsync("b", "logs/2026")).Select(o => o.Key));
        Assert.Empty(await store.ListAllAsync("b", "nothing/here"));
    }

    [Fact]
    public async Task A_hundred_thousand_files_are_listed_in_order_and_once()
    {
        var folder = Directory.CreateDirectory(Path.Combine(_root, "b", "many")).FullName;
        for (var i = 0; i < 100_000; i++)
        {
            File.Create(Path.Combine(folder, $"f{i * 7919 % 100_003}")).Dispose();
        }

        await using var store = Open();
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
            Write($"{i:d4}", "x");
        }

        using var root = LocalRoots.OpenFolder(_root);
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
        Write("b/x", "0123456789");
        await using var store = Open();
        var listed = Assert.Single(await store.ListAllAsync("b"));

        Assert.Equal(10, listed.Size);
        Assert.Equal("0123456789", await store.ReadTextAsync(listed));
        Assert.Equal("234", await store.ReadTextAsync(listed, new ByteRange(2, 3)));
        Assert.Equal("89", await store.ReadTextAsync(listed, new ByteRange(8, 100)));
        Assert.Empty(await store.ReadAllAsync(listed, new ByteRange(10, 5)));
        Assert.Equal(listed, (await store.ReadMetadataAsync("b", "x", default)).Listed);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Links_are_listed_but_never_followed(bool inOneCall)
    {
        var outside = Directory.CreateTempSubdirectory("dlp-outside-").FullName;
        File.WriteAllText(Path.Combine(outside, "secret"), "secret");
        Write("b/real", "x");
        File.CreateSymbolicLink(Path.Combine(_root, "b", "out"), Path.Combine(outside, "secret"));
        Directory.CreateSymbolicLink(Path.Combine(_root, "b", "outdir"), outside);
        File.CreateSymbolicLink(Path.Combine(_root, "b", "in"), "real");
        Directory.CreateSymbolicLink(Path.Combine(_root, "b", "loop"), ".");
        Directory.CreateSymbolicLink(Path.Combine(_root, "bucket-link"), outside);
        await using var store = Open();
        LinuxFile.UsesOneCall = inOneCall;

        var listed = await store.ListAllAsync("b");
        Assert.Equal(["in", "loop", "out", "outdir", "real"], listed.Select(o => o.Key));
        Assert.Equal([".", "b"], await store.ListBucketNamesAsync());
        Assert.Equal(["bucket-link"], (await store.ListAllAsync(".")).Select(o => o.Key));
        foreach (var link in listed.Where(o => o.Key != "real"))
        {
            Assert.Equal(StoreFault.Unreadable, link.KnownFault);
            Assert.Equal(StoreFault.Unreadable, await Stores.FaultOfAsync(() => store.OpenAsync(link, null, default)));
        }

        // Even what claims to be a file is not opened through a link, at the end of its path or in the middle.
        var file = listed.Single(o => o.Key == "real");
        Assert.Equal(StoreFault.Unreadable, await Stores.FaultOfAsync(() => store.OpenAsync(file with { Key = "out" }, null, default)));
        Assert.NotEqual(StoreFault.Changed, await Stores.FaultOfAsync(() => store.OpenAsync(file with { Key = "outdir/secret" }, null, default)));
        await Stores.FaultOfAsync(() => store.OpenAsync(file with { Bucket = "bucket-link", Key = "secret" }, null, default));
        Assert.Equal("x", await store.ReadTextAsync(file));
        LinuxFile.UsesOneCall = true;
        Directory.Delete(outside, recursive: true);
    }

    [Fact]
    public async Task A_file_swapped_for_a_link_after_listing_is_not_read()
    {
        Write("b/x", "old");
        await using var store = Open();
        var listed = Assert.Single(await store.ListAllAsync("b"));
        File.Delete(Path.Combine(_root, "b", "x"));
        File.CreateSymbolicLink(Path.Combine(_root, "b", "x"), "/etc/passwd");

        Assert.Equal(StoreFault.Unreadable, await Stores.FaultOfAsync(() => store.OpenAsync(listed, null, default)));
    }

    [Fact]
    public async Task Pipes_and_sockets_are_listed_and_never_opened()
    {
        Write("b/file", "x");
        var pipe = Path.Combine(_root, "b", "pipe");
        await Process.Start("mkfifo", pipe).WaitForExitAsync();
        using var socket = new System.Net.Sockets.Socket(System.Net.Sockets.AddressFamily.Unix, System.Net.Sockets.SocketType.Stream, System.Net.Sockets.ProtocolType.Unspecified);
        socket.Bind(new System.Net.Sockets.UnixDomainSocketEndPoint(Path.Combine(_root, "b", "sock")));
        await using var store = Open();

        var listed = await store.ListAllAsync("b");
        Assert.Equal(["file", "pipe", "sock"], listed.Select(o => o.Key));
        Assert.Equal([null, StoreFault.Unreadable, StoreFault.Unreadable], listed.Select(o => o.KnownFault));
        Assert.Equal(StoreFault.Unreadable, await Stores.FaultOfAsync(() => store.OpenAsync(listed[0] with { Key = "pipe" }, null, default)));
        Assert.Equal(StoreFault.Unreadable, await Stores.FaultOfAsync(() => store.ReadMetadataAsync("b", "pipe", default)));
    }

    [Fact]
    public async Task A_file_that_went_away_or_changed_says_so()
    {
        Write("b/gone", "x");
        Write("b/new", "x");
        Write("b/replaced", "x");
        await using var store = Open();
        var listed = (await store.ListAllAsync("b")).ToDictionary(o => o.Key);
        File.Delete(Path.Combine(_root, "b", "gone"));
        File.AppendAllText(Path.Combine(_root, "b", "new"), "more");
        var replaced = Path.Combine(_root, "b", "replaced");
        var time = File.GetLastWriteTimeUtc(replaced);
        File.WriteAllText(replaced + "2", "y");
        File.SetLastWriteTimeUtc(replaced + "2", time);
        File.Move(replaced + "2", replaced, overwrite: true);

        Assert.Equal(StoreFault.Vanished, await Stores.FaultOfAsync(() => store.OpenAsync(listed["gone"], null, default)));
        Assert.Equal(StoreFault.Changed, await Stores.FaultOfAsync(() => store.OpenAsync(listed["new"], null, default)));
        Assert.Equal(StoreFault.Changed, await Stores.FaultOfAsync(() => store.OpenAsync(listed["replaced"], null, default)));
    }

    [Fact]
    public async Task A_file_cut_shorter_while_it_is_read_says_so()
    {
        Write("b/x", new string('x', 100_000));
        await using var store = Open();
        await using var stream = await store.OpenAsync(Assert.Single(await store.ListAllAsync("b")), null, default);
        Assert.Equal(10, await stream.ReadAsync(new byte[10]));
        File.WriteAllText(Path.Combine(_root, "b", "x"), "short");

        Assert.Equal(StoreFault.Changed, await Stores.FaultOfAsync(() => stream.CopyToAsync(Stream.Null)));
    }

    [Theory]
    [InlineData("b", "../x")]
    [InlineData("b", "a/../../x")]
    [InlineData("b", "/etc/passwd")]
    [InlineData("b", "a//b")]
    [InlineData("b", "")]
    [InlineData("..", "x")]
    [InlineData(".", "b/x")]
    [InlineData("b", "a\0b")]
    [InlineData("b/c", "x")]
    public async Task Keys_that_lead_elsewhere_are_not_opened(string bucket, string key)
    {
        Write("b/c/x", "x");
        Write("x", "x");
        await using var store = Open();
        var listed = new StoredObject(bucket, key, 1, "1", DateTime.UnixEpoch);

        Assert.NotEqual(StoreFault.Changed, await Stores.FaultOfAsync(() => store.OpenAsync(listed, null, default)));
    }

    [Fact]
    public async Task Names_that_are_no_text_are_listed_and_read_all_the_same()
    {
        // Shells write the bytes: .NET cannot.
        var script = $"cd '{_root}' && mkdir -p b && printf x > \"b/$(printf 'caf\\xe9.txt')\" && mkdir \"b/$(printf 'd\\xff')\" && printf y > \"b/$(printf 'd\\xff/in\\\\side')\" && printf z > 'b/caf\\xE9.txt'";
        using var process = Process.Start("bash", ["-c", script]);
        await process.WaitForExitAsync();
        await using var store = Open();

        var listed = await store.ListAllAsync("b");
        Assert.Equal(["/caf\\xE9.txt", "/d\\xFF/in\\side", "caf\\xE9.txt"], listed.Select(o => o.Key));
        Assert.Equal("x", await store.ReadTextAsync(listed[0]));
        Assert.Equal("y", await store.ReadTextAsync(listed[1]));
        Assert.Equal("z", await store.ReadTextAsync(listed[2]));
        Assert.Equal(listed.Skip(1), await store.ListAllAsync("b", null, listed[0].Key));
    }

    [Fact]
    public async Task Hostile_names_round_trip()
    {
        string[] names = ["<script>alert(1)</script>", "a\nb", "a\u001Bb", "\u202Egnp.exe", "...", " ", "-rf", "a\\b", "x".PadLeft(255, 'x'), "*?[]"];
        foreach (var name in names.Select(name => name.Replace('/', '_')))
        {
            Write("b/" + name, name);
        }

        await using var store = Open();
        foreach (var listed in await store.ListAllAsync("b"))
        {
            Assert.Equal(Encoding.UTF8.GetBytes(listed.Key), await store.ReadAllAsync(listed));
        }
    }

    [Fact]
    public async Task Folders_nested_too_deep_are_listed_as_unreadable_and_the_rest_goes_on()
    {
        var deep = $"cd '{_root}' && mkdir b && cd b && for i in $(seq 1 400); do mkdir d && cd d; done && printf x > bottom";
        using var process = Process.Start("bash", ["-c", deep]);
        await process.WaitForExitAsync();
        Write("b/z", "x");
        await using var store = Open();

        var listed = await store.ListAllAsync("b");
        Assert.Equal(2, listed.Count);
        Assert.Equal((StoreFault.Unreadable, "too-deep"), (listed[0].KnownFault, listed[0].Version));
        Assert.Equal("z", listed[1].Key);
    }

    [Fact]
    public async Task A_tree_as_one_bucket_holds_everything()
    {
        Write("x.txt", "1");
        Write("a/b/y.txt", "2");
        await using var store = LocalObjectStore.OpenTree(_root);

        Assert.Equal(["."], await store.ListBucketNamesAsync());
        var listed = await store.ListAllAsync(".");
        Assert.Equal(["a/b/y.txt", "x.txt"], listed.Select(o => o.Key));
        Assert.Equal("2", await store.ReadTextAsync(listed[0]));
    }

    [Fact]
    public void Only_folders_below_the_allowed_roots_open_whatever_links_say()
    {
        var allowed = Directory.CreateDirectory(Path.Combine(_root, "allowed")).FullName;
        var outside = Directory.CreateDirectory(Path.Combine(_root, "allowed-not")).FullName;
        Directory.CreateDirectory(Path.Combine(allowed, "in"));
        Directory.CreateSymbolicLink(Path.Combine(allowed, "out"), outside);
        Directory.CreateSymbolicLink(Path.Combine(_root, "alias"), allowed);
        var roots = new LocalRoots([Path.Combine(_root, "alias")]);

        roots.Open(Path.Combine(allowed, "in")).Dispose();
        roots.Open(Path.Combine(_root, "alias", "in")).Dispose();
        foreach (var path in new[] { outside, Path.Combine(allowed, "out"), Path.Combine(allowed, "missing"), "/etc", _root })
        {
            Assert.Equal(StoreFault.Misconfigured, Assert.Throws<ObjectStoreException>(() => roots.Open(path)).Fault);
        }

        Assert.Throws<ObjectStoreException>(() => new LocalRoots([]).Open(allowed));
    }

    [Fact]
    public async Task Cancelling_ends_a_listing()
    {
        for (var i = 0; i < 3000; i++)
        {
            Write($"b/{i}", "x");
        }

        await using var store = Open();
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

    private IObjectStore Open() => Stores.Factory(new ProviderOptions { LocalRoots = [_root] })
        .Open(new StoreConnection("local", new Dictionary<string, string> { ["root"] = _root }));

    private void Write(string path, string text)
    {
        var full = Path.Combine(_root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
    }
}
