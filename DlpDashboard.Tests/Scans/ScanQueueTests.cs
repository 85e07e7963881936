using DlpDashboard.Scans;
using DlpDashboard.Scans.Queue;
using DlpDashboard.Tests.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace DlpDashboard.Tests.Scans;

public sealed class ScanQueueTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    [Fact]
    public async Task One_scan_of_an_endpoint_runs_and_the_next_waits_in_line()
    {
        await using var house = new ScanHouse(database, new ScriptedStore());
        var first = await house.RequestAsync();
        Assert.Equal(new QueuePlace(1, null), await house.Reader.PlaceAsync(house.Actor, first, default));
        await house.ClaimAsync();

        var second = await house.RequestAsync();
        Assert.Null(await house.Queue.ClaimAsync(default));
        Assert.Equal(new QueuePlace(1, first), await house.Reader.PlaceAsync(house.Actor, second, default));
        Assert.Null(await house.Reader.PlaceAsync(house.Actor, first, default));
    }

    [Fact]
    public async Task The_database_itself_refuses_a_second_running_scan_of_an_endpoint()
    {
        await using var house = new ScanHouse(database, new ScriptedStore());
        await house.RequestAsync();
        await house.ClaimAsync();
        var second = await house.RequestAsync();

        await using var db = database.NewContext();
        var row = await db.Scans.SingleAsync(s => s.Id == second);
        row.Start("elsewhere/1", DateTime.UnixEpoch, TimeSpan.FromSeconds(1));
        var refused = await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync());
        Assert.True(database.Dialect.IsUniqueViolation(refused));
    }

    [Fact]
    public async Task Many_nodes_that_reach_for_the_line_at_once_take_each_scan_once()
    {
        await using var first = new ScanHouse(database, new ScriptedStore());
        await first.RequestAsync();
        var nodes = Enumerable.Range(0, 6).Select(_ => new ScanHouse(database, new ScriptedStore(), beside: first)).ToList();

        var claimed = await Task.WhenAll(nodes.Select(node => node.Queue.ClaimAsync(default)));

        Assert.Single(claimed, scan => scan is not null);
        foreach (var node in nodes)
        {
            await node.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_restarted_node_takes_over_at_once_what_it_held_and_another_only_after_the_lease()
    {
        await using var killed = new ScanHouse(database, new ScriptedStore(), node: "node-a");
        var id = await killed.RequestAsync();
        var before = await killed.ClaimAsync();
        await using var stranger = new ScanHouse(database, new ScriptedStore(), beside: killed, node: "node-b");
        await stranger.Queue.TakeOverAsync(default);
        Assert.Null(await stranger.Queue.ClaimAsync(default));

        await using var restarted = new ScanHouse(database, new ScriptedStore(), beside: killed, node: "node-a");
        await restarted.Queue.TakeOverAsync(default);
        var after = await restarted.ClaimAsync();

        Assert.Equal(id, after.Scan.Id);
        Assert.True(after.Scan.LeaseToken > before.Scan.LeaseToken);
        Assert.Equal(2, after.Scan.Attempts);
    }

    [Fact]
    public async Task The_worker_runs_what_is_put_in_line_and_gives_back_what_it_holds_when_it_stops()
    {
        var opened = new TaskCompletionSource();
        var store = new ScriptedStore().With("a", "1.txt", Results.Text).With("a", "2.txt", Results.Text);
        store.BeforeOpen = (stored, token) =>
        {
            if (stored.Key != "2.txt")
            {
                return Task.CompletedTask;
            }

            opened.TrySetResult();
            return Task.Delay(Timeout.Infinite, token);
        };
        await using var house = new ScanHouse(database, store);
        using var worker = new ScanWorker(
            house.Queue, house.Get<ScanRunner>(), house.Get<ScanSignals>(), house.Feed, house.Get<IOptions<ScanOptions>>(), Microsoft.Extensions.Logging.Abstractions.NullLogger<ScanWorker>.Instance);
        await worker.StartAsync(default);
        var id = await house.RequestAsync();
        await opened.Task.WaitAsync(TimeSpan.FromSeconds(20));

        await worker.StopAsync(default);

        var row = await house.RowAsync(id);
        Assert.Equal(ScanState.Queued, row.State);

        // The first object may still have been on its way when the worker stopped; the end is exact either way.
        Assert.InRange(row.Counts.Scanned, 0, 1);
        store.BeforeOpen = (_, _) => Task.CompletedTask;
        ScanAssert.Exact(await house.RunAsync(id), objects: 2, findings: 2);
    }
}
