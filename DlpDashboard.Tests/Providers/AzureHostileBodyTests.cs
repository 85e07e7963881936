using DlpDashboard.Providers;
using DlpDashboard.Tests.Testing;
using Microsoft.AspNetCore.Http;

namespace DlpDashboard.Tests.Providers;

/// <summary>What the Azure store makes of bodies that break, fall silent or are not what was asked for.</summary>
public sealed class AzureHostileBodyTests : IAsyncLifetime
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
    public async Task A_body_cut_again_and_again_is_resumed_where_it_broke()
    {
        var bytes = Bytes(1_000_000);
        _server.Objects["big"] = bytes;
        var ranges = new List<int>();
        _server.Before = (context, _) => CutAfterAsync(context, bytes, 90_000, ranges);
        var listed = Assert.Single(await _store.ListAllAsync("bucket"));

        Assert.Equal(bytes, await _store.ReadAllAsync(listed));
        Assert.True(ranges.Count > 5);
        Assert.Equal(ranges.Order(), ranges);
        Assert.Equal(bytes[500_000..700_000], await _store.ReadAllAsync(listed, new ByteRange(500_000, 200_000)));
    }

    [Fact]
    public async Task A_body_that_never_gets_further_ends_with_a_fault()
    {
        var bytes = Bytes(100_000);
        _server.Objects["big"] = bytes;
        _server.Before = (context, _) => CutAfterAsync(context, bytes, 0, []);

        var listed = Assert.Single(await _store.ListAllAsync("bucket"));
        Assert.Equal(StoreFault.Unreachable, await Stores.FaultOfAsync(() => _store.ReadAllAsync(listed)));
        Assert.InRange(_server.Requests, 2, 45);
    }

    [Fact]
    public async Task A_body_that_falls_silent_is_asked_for_anew()
    {
        var bytes = Bytes(50_000);
        _server.Objects["x"] = bytes;
        var silent = 0;
        _server.Before = async (context, _) =>
        {
            if (!MisbehavingAzure.IsGet(context) || silent++ > 0)
            {
                return false;
            }

            context.Response.ContentLength = bytes.Length;
            context.Response.Headers.ETag = $"\"{MisbehavingAzure.TagOf(bytes)}\"";
            await context.Response.Body.WriteAsync(bytes.AsMemory(0, 1000));
            await context.Response.Body.FlushAsync();
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
            return true;
        };

        Assert.Equal(bytes, await _store.ReadAllAsync(Assert.Single(await _store.ListAllAsync("bucket"))));
        Assert.Equal(2, silent);
    }

    [Fact]
    public async Task Cancelling_ends_a_silent_read_at_once_and_is_no_fault()
    {
        _server.Objects["x"] = Bytes(10);
        var listed = Assert.Single(await _store.ListAllAsync("bucket"));
        using var cancel = new CancellationTokenSource();
        _server.Before = async (context, _) =>
        {
            context.Response.ContentLength = 10;
            context.Response.Headers.ETag = $"\"{listed.Version}\"";
            await context.Response.StartAsync();
            await cancel.CancelAsync();
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
            return true;
        };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await using var stream = await _store.OpenAsync(listed, null, cancel.Token);
            await stream.ReadExactlyAsync(new byte[10], cancel.Token);
        });
        Assert.Equal(2, _server.Requests);
    }

    [Fact]
    public async Task A_server_that_ignores_what_was_asked_is_found_out()
    {
        var bytes = Bytes(1000);
        _server.Objects["x"] = bytes;
        var listed = Assert.Single(await _store.ListAllAsync("bucket"));
        _server.Before = async (context, _) =>
        {
            // No If-Match, no Range: always all of another object.
            context.Response.Headers.ETag = "\"another\"";
            context.Response.ContentLength = 1000;
            await context.Response.Body.WriteAsync(bytes);
            return true;
        };
        Assert.Equal(StoreFault.Changed, await Stores.FaultOfAsync(() => _store.OpenAsync(listed, null, default)));
    }

    [Theory]
    [InlineData("bytes 0-9/1000", 10, StoreFault.Unreadable)]
    [InlineData("bytes 10-18/1000", 10, StoreFault.Unreadable)]
    [InlineData("nonsense", 10, StoreFault.Unreadable)]
    [InlineData("bytes 10-19/1000", 9, StoreFault.Changed)]
    public async Task A_part_that_is_not_the_part_asked_for_is_refused(string contentRange, int length, StoreFault fault)
    {
        _server.Objects["x"] = Bytes(1000);
        var listed = Assert.Single(await _store.ListAllAsync("bucket"));
        _server.Before = async (context, _) =>
        {
            context.Response.StatusCode = 206;
            context.Response.Headers.ETag = $"\"{listed.Version}\"";
            context.Response.Headers.ContentRange = contentRange;
            context.Response.ContentLength = length;
            await context.Response.Body.WriteAsync(new byte[length]);
            return true;
        };
        Assert.Equal(fault, await Stores.FaultOfAsync(() => _store.OpenAsync(listed, new ByteRange(10, 10), default)));
    }

    [Fact]
    public async Task An_object_longer_or_shorter_than_listed_is_refused()
    {
        _server.Objects["x"] = Bytes(1000);
        var listed = Assert.Single(await _store.ListAllAsync("bucket"));
        Assert.Equal(StoreFault.Changed, await Stores.FaultOfAsync(() => _store.OpenAsync(listed with { Size = 999 }, null, default)));
        Assert.Equal(StoreFault.Changed, await Stores.FaultOfAsync(() => _store.OpenAsync(listed with { Size = 1001 }, null, default)));
    }

    [Fact]
    public async Task An_object_replaced_while_it_is_read_is_found_out_when_the_connection_breaks()
    {
        var bytes = Bytes(100_000);
        _server.Objects["x"] = bytes;
        var listed = Assert.Single(await _store.ListAllAsync("bucket"));
        _server.Before = async (context, _) =>
        {
            if (_server.Objects["x"] != bytes)
            {
                return false;
            }

            MisbehavingAzure.BeginBlob(context, bytes);
            await context.Response.Body.WriteAsync(bytes.AsMemory(0, 5000));
            await context.Response.Body.FlushAsync();
            _server.Objects["x"] = Bytes(100_001);
            return true;
        };
        Assert.Equal(StoreFault.Changed, await Stores.FaultOfAsync(() => _store.ReadAllAsync(listed)));
    }

    [Fact]
    public async Task A_slow_drip_is_read_to_its_end()
    {
        var bytes = Bytes(40);
        _server.Objects["x"] = bytes;
        _server.Before = async (context, _) =>
        {
            if (!MisbehavingAzure.IsGet(context))
            {
                return false;
            }

            MisbehavingAzure.BeginBlob(context, bytes);
            for (var at = 0; at < bytes.Length; at++)
            {
                await context.Response.Body.WriteAsync(bytes.AsMemory(at, 1));
                await context.Response.Body.FlushAsync();
            }

            return true;
        };
        Assert.Equal(bytes, await _store.ReadAllAsync(Assert.Single(await _store.ListAllAsync("bucket"))));
        Assert.Equal(2, _server.Requests);
    }

    private IObjectStore Open(StoreConnection connection) => Stores.Factory(_options, _time).Open(connection);

    private static byte[] Bytes(int length)
    {
        var bytes = new byte[length];
        new Random(length).NextBytes(bytes);
        return bytes;
    }

    private static async Task<bool> CutAfterAsync(HttpContext context, byte[] bytes, int after, List<int> starts)
    {
        if (!MisbehavingAzure.IsGet(context))
        {
            return false;
        }

        var (start, end) = MisbehavingAzure.BeginBlob(context, bytes);
        lock (starts)
        {
            starts.Add(start);
        }

        // Fewer bytes than announced: Kestrel closes the connection.
        await context.Response.StartAsync();
        await context.Response.Body.WriteAsync(bytes.AsMemory(start, Math.Min(after, end - start)));
        await context.Response.Body.FlushAsync();
        return true;
    }
}
