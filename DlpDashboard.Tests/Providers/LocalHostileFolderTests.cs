using System.Diagnostics;
using System.Text;
using DlpDashboard.Providers;
using DlpDashboard.Providers.Local;

namespace DlpDashboard.Tests.Providers;

/// <summary>What the folder store makes of links, devices, changing files and names made to mislead.</summary>
public sealed class LocalHostileFolderTests : IDisposable
{
    private readonly TemporaryTree _tree = new();

    public void Dispose() => _tree.Dispose();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Links_are_listed_but_never_followed(bool inOneCall)
    {
        var outside = Directory.CreateTempSubdirectory("dlp-outside-").FullName;
        File.WriteAllText(Path.Combine(outside, "secret"), "secret");
        _tree.Write("b/real", "x");
        File.CreateSymbolicLink(Path.Combine(_tree.Root, "b", "out"), Path.Combine(outside, "secret"));
        Directory.CreateSymbolicLink(Path.Combine(_tree.Root, "b", "outdir"), outside);
        File.CreateSymbolicLink(Path.Combine(_tree.Root, "b", "in"), "real");
        Directory.CreateSymbolicLink(Path.Combine(_tree.Root, "b", "loop"), ".");
        Directory.CreateSymbolicLink(Path.Combine(_tree.Root, "bucket-link"), outside);
        await using var store = _tree.Open();
        LinuxFile.UsesOneCall = inOneCall;

        var listed = await store.ListAllAsync("b");
        Assert.Equal(["in", "loop", "out", "outdir", "real"], listed.Select(o => o.Key));
        Assert.Equal([".", "b"], await store.ListBucketNamesAsync());
        Assert.Equal(["bucket-link"], (await store.ListAllAsync(".")).Select(o => o.Key));
        foreach (var link in listed.Where(o => o.Key != "real"))
        {
            Assert.Equal(StoreFault.NeverOpened, link.KnownFault);
            Assert.Equal(StoreFault.NeverOpened, await Stores.FaultOfAsync(() => store.OpenAsync(link, null, default)));
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
        _tree.Write("b/x", "old");
        await using var store = _tree.Open();
        var listed = Assert.Single(await store.ListAllAsync("b"));
        File.Delete(Path.Combine(_tree.Root, "b", "x"));
        File.CreateSymbolicLink(Path.Combine(_tree.Root, "b", "x"), "/etc/passwd");

        Assert.Equal(StoreFault.Unreadable, await Stores.FaultOfAsync(() => store.OpenAsync(listed, null, default)));
    }

    [Fact]
    public async Task Pipes_and_sockets_are_listed_and_never_opened()
    {
        _tree.Write("b/file", "x");
        var pipe = Path.Combine(_tree.Root, "b", "pipe");
        await Process.Start("mkfifo", pipe).WaitForExitAsync();
        using var socket = new System.Net.Sockets.Socket(System.Net.Sockets.AddressFamily.Unix, System.Net.Sockets.SocketType.Stream, System.Net.Sockets.ProtocolType.Unspecified);
        socket.Bind(new System.Net.Sockets.UnixDomainSocketEndPoint(Path.Combine(_tree.Root, "b", "sock")));
        await using var store = _tree.Open();

        var listed = await store.ListAllAsync("b");
        Assert.Equal(["file", "pipe", "sock"], listed.Select(o => o.Key));
        Assert.Equal([null, StoreFault.NeverOpened, StoreFault.NeverOpened], listed.Select(o => o.KnownFault));
        Assert.Equal(StoreFault.Unreadable, await Stores.FaultOfAsync(() => store.OpenAsync(listed[0] with { Key = "pipe" }, null, default)));
        Assert.Equal(StoreFault.NeverOpened, await Stores.FaultOfAsync(() => store.ReadMetadataAsync("b", "pipe", default)));
    }

    [Fact]
    public async Task A_file_that_went_away_or_changed_says_so()
    {
        _tree.Write("b/gone", "x");
        _tree.Write("b/new", "x");
        _tree.Write("b/replaced", "x");
        await using var store = _tree.Open();
        var listed = (await store.ListAllAsync("b")).ToDictionary(o => o.Key);
        File.Delete(Path.Combine(_tree.Root, "b", "gone"));
        File.AppendAllText(Path.Combine(_tree.Root, "b", "new"), "more");
        var replaced = Path.Combine(_tree.Root, "b", "replaced");
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
        _tree.Write("b/x", new string('x', 100_000));
        await using var store = _tree.Open();
        await using var stream = await store.OpenAsync(Assert.Single(await store.ListAllAsync("b")), null, default);
        Assert.Equal(10, await stream.ReadAsync(new byte[10]));
        File.WriteAllText(Path.Combine(_tree.Root, "b", "x"), "short");

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
        _tree.Write("b/c/x", "x");
        _tree.Write("x", "x");
        await using var store = _tree.Open();
        var listed = new StoredObject(bucket, key, 1, "1", DateTime.UnixEpoch);

        Assert.NotEqual(StoreFault.Changed, await Stores.FaultOfAsync(() => store.OpenAsync(listed, null, default)));
    }

    [Fact]
    public async Task Names_that_are_no_text_are_listed_and_read_all_the_same()
    {
        // Shells write the bytes: .NET cannot.
        var script = $"cd '{_tree.Root}' && mkdir -p b && printf x > \"b/$(printf 'caf\\xe9.txt')\" && mkdir \"b/$(printf 'd\\xff')\" && printf y > \"b/$(printf 'd\\xff/in\\\\side')\" && printf z > 'b/caf\\xE9.txt'";
        using var process = Process.Start("bash", ["-c", script]);
        await process.WaitForExitAsync();
        await using var store = _tree.Open();

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
            _tree.Write("b/" + name, name);
        }

        await using var store = _tree.Open();
        foreach (var listed in await store.ListAllAsync("b"))
        {
            Assert.Equal(Encoding.UTF8.GetBytes(listed.Key), await store.ReadAllAsync(listed));
        }
    }

    [Fact]
    public async Task Folders_nested_too_deep_are_listed_as_unreadable_and_the_rest_goes_on()
    {
        var deep = $"cd '{_tree.Root}' && mkdir b && cd b && for i in $(seq 1 400); do mkdir d && cd d; done && printf x > bottom";
        using var process = Process.Start("bash", ["-c", deep]);
        await process.WaitForExitAsync();
        _tree.Write("b/z", "x");
        await using var store = _tree.Open();

        var listed = await store.ListAllAsync("b");
        Assert.Equal(2, listed.Count);
        Assert.Equal((StoreFault.Unreadable, "too-deep"), (listed[0].KnownFault, listed[0].Version));
        Assert.Equal("z", listed[1].Key);
    }

    [Fact]
    public void Only_folders_below_the_allowed_roots_open_whatever_links_say()
    {
        var allowed = Directory.CreateDirectory(Path.Combine(_tree.Root, "allowed")).FullName;
        var outside = Directory.CreateDirectory(Path.Combine(_tree.Root, "allowed-not")).FullName;
        Directory.CreateDirectory(Path.Combine(allowed, "in"));
        Directory.CreateSymbolicLink(Path.Combine(allowed, "out"), outside);
        Directory.CreateSymbolicLink(Path.Combine(_tree.Root, "alias"), allowed);
        var roots = new LocalRoots([Path.Combine(_tree.Root, "alias")]);

        roots.Open(Path.Combine(allowed, "in")).Dispose();
        roots.Open(Path.Combine(_tree.Root, "alias", "in")).Dispose();
        foreach (var path in new[] { outside, Path.Combine(allowed, "out"), Path.Combine(allowed, "missing"), "/etc", _tree.Root })
        {
            Assert.Equal(StoreFault.Misconfigured, Assert.Throws<ObjectStoreException>(() => roots.Open(path)).Fault);
        }

        Assert.Throws<ObjectStoreException>(() => new LocalRoots([]).Open(allowed));
    }
}
