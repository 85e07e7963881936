using System.Globalization;
using DlpDashboard.Providers;
using DlpDashboard.Tests.Testing;
using Microsoft.AspNetCore.Http;

namespace DlpDashboard.Tests.Providers;

/// <summary>What the Google store makes of bodies that break, fall silent or are not what was asked for.</summary>
public sealed class GcsHostileBodyTests : IAsyncLifetime
{
    private readonly ProviderOptions _options = new() { StallTimeout = TimeSpan.FromMilliseconds(200), FirstByteTimeout = TimeSpan.FromSeconds(20), ConnectTimeout = TimeSpan.FromSeconds(20) };
    private GoogleStorage _server = null!;
    private IObjectStore _store = null!;

    public async Task InitializeAsync()
    {
        _server = await GoogleStorage.StartAsync();
        _store = Stores.Factory(_options, new HurriedTime()).Open(_server.Connection());
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
        var starts = new List<int>();
        _server.Before = (context, _) => CutAfterAsync(context, bytes, 90_000, starts);
        var listed = Assert.Single(await _store.ListAllAsync("bucket"));

        Assert.Equal(bytes, await _store.ReadAllAsync(listed));
        Assert.True(starts.Count > 5);
        Assert.Equal(starts.Order(), starts);
        Assert.Equal(bytes[500_000..700_000], await _store.ReadAllAsync(listed, new ByteRange(500_000, 200_000)));
    }

    [Fact]
    public async Task An_object_replaced_while_it_is_read_is_never_mixed()
    {
        var bytes = Bytes(400_000);
        _server.Objects["big"] = bytes;
        var listed = Assert.Single(await _store.ListAllAsync("bucket"));
        _server.Before = async (context, _) =>
        {
            if (_server.Objects["big"].Generation == 2)
            {
                return false;
            }

            _server.Objects["big"] = new GoogleObject(Bytes(400_000), Generation: 2);
            return await CutAfterAsync(context, bytes, 90_000, []);
        };
        Assert.Equal(StoreFault.Changed, await Stores.FaultOfAsync(() => _store.ReadAllAsync(listed)));
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
            if (!GoogleStorage.IsMedia(context) || silent++ > 0)
            {
                return false;
            }

            context.Response.ContentLength = bytes.Length;
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

    [Theory]
    [InlineData("x-goog-generation", "2", StoreFault.Changed)]
    [InlineData("x-goog-stored-content-encoding", "gzip", StoreFault.Unreadable)]
    [InlineData("Content-Length", "999", StoreFault.Changed)]
    public async Task A_server_that_ignores_what_was_asked_is_found_out(string header, string value, StoreFault fault)
    {
        _server.Objects["x"] = Bytes(1000);
        var listed = Assert.Single(await _store.ListAllAsync("bucket"));
        _server.Before = async (context, _) =>
        {
            context.Response.ContentLength = 1000;
            context.Response.Headers[header] = value;
            await context.Response.Body.WriteAsync(Bytes((int)context.Response.ContentLength.Value));
            return true;
        };
        Assert.Equal(fault, await Stores.FaultOfAsync(() => _store.OpenAsync(listed, null, default)));
        await Assert.ThrowsAsync<ObjectStoreException>(() => _store.OpenAsync(listed, new ByteRange(10, 10), default));
    }

    [Fact]
    public async Task Bytes_that_do_not_come_to_the_stored_checksum_are_not_believed()
    {
        var bytes = Bytes(100_000);
        _server.Objects["x"] = bytes;
        var listed = Assert.Single(await _store.ListAllAsync("bucket"));
        _server.Before = async (context, _) =>
        {
            var damaged = bytes.ToArray();
            damaged[70_000] ^= 1;
            new GoogleObject(bytes).Describe(context.Response.Headers);
            context.Response.ContentLength = damaged.Length;
            await context.Response.Body.WriteAsync(damaged);
            return true;
        };
        Assert.Equal(StoreFault.Unreadable, await Stores.FaultOfAsync(() => _store.ReadAllAsync(listed)));
    }

    [Fact]
    public async Task An_object_packed_only_on_the_way_is_asked_for_plain()
    {
        var bytes = Bytes(1000);
        _server.Objects["x"] = bytes;
        var listed = Assert.Single(await _store.ListAllAsync("bucket"));
        _server.Before = async (context, _) =>
        {
            if (context.Request.Headers.AcceptEncoding != "gzip")
            {
                return false;
            }

            new GoogleObject(bytes).Describe(context.Response.Headers);
            context.Response.Headers.ContentEncoding = "gzip";
            await context.Response.Body.WriteAsync(new byte[10]);
            return true;
        };
        Assert.Equal(bytes, await _store.ReadAllAsync(listed));
    }

    private static byte[] Bytes(int length)
    {
        var bytes = new byte[length];
        new Random(length).NextBytes(bytes);
        return bytes;
    }

    private static async Task<bool> CutAfterAsync(HttpContext context, byte[] bytes, int after, List<int> starts)
    {
        if (!GoogleStorage.IsMedia(context))
        {
            return false;
        }

        var (start, end) = GoogleStorage.RangeOf(context, bytes.Length);
        lock (starts)
        {
            starts.Add(start);
        }

        context.Response.ContentLength = end - start;
        if (context.Request.Headers.Range.Count > 0)
        {
            context.Response.StatusCode = 206;
            context.Response.Headers.ContentRange = string.Create(CultureInfo.InvariantCulture, $"bytes {start}-{end - 1}/{bytes.Length}");
        }

        // Fewer bytes than announced: Kestrel closes the connection.
        await context.Response.StartAsync();
        await context.Response.Body.WriteAsync(bytes.AsMemory(start, Math.Min(after, end - start)));
        await context.Response.Body.FlushAsync();
        return true;
    }
}
