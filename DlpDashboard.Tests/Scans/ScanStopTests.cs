using DlpDashboard.Findings;
using DlpDashboard.Kernel;
using DlpDashboard.Providers;
using DlpDashboard.Scans;
using DlpDashboard.Scans.Running;
using DlpDashboard.Tests.Testing;
using Microsoft.EntityFrameworkCore;

namespace DlpDashboard.Tests.Scans;

/// <summary>Scans that are cancelled, given back and taken over.</summary>
public sealed class ScanStopTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private const string Text = Results.Text;

    [Fact]
    public async Task Cancelling_ends_a_scan_even_where_the_storage_does_not_listen()
    {
        var opened = new TaskCompletionSource();
        var never = new TaskCompletionSource();
        var store = new ScriptedStore().WithMany("a", 10, _ => Text);
        store.BeforeOpen = (_, _) =>
        {
            opened.TrySetResult();
            return never.Task;
        };
        await using var house = new ScanHouse(database, store);
        var id = await house.RequestAsync();
        var run = house.RunAsync(id);
        await Until.FirstAsync(opened.Task, run);

        Assert.True((await house.Service.CancelAsync(house.Actor, id, default)).Succeeded);
        await Until.TrueAsync(async () => (await house.RowAsync(id)).State == ScanState.Cancelled);
        Assert.False(run.IsCompleted);

        never.SetResult();
        Assert.Equal(0, (await run).Counts.Total());
    }

    [Fact]
    public async Task A_wish_to_cancel_from_another_node_is_heard()
    {
        var opened = new TaskCompletionSource();
        var store = new ScriptedStore().With("a", "x.txt", Text);
        store.BeforeOpen = (_, token) =>
        {
            opened.TrySetResult();
            return Task.Delay(Timeout.Infinite, token);
        };
        await using var house = new ScanHouse(database, store);
        await using var elsewhere = new ScanHouse(database, store, beside: house);
        var id = await house.RequestAsync();
        var run = house.RunAsync(id);
        await Until.FirstAsync(opened.Task, run);

        await elsewhere.Service.CancelAsync(house.Actor, id, default);

        Assert.Equal(ScanState.Cancelled, (await run.WaitAsync(TimeSpan.FromSeconds(30))).State);
    }

    [Fact]
    public async Task When_the_app_stops_the_scan_goes_back_in_line_with_what_was_done()
    {
        using var shutdown = new CancellationTokenSource();
        var store = new ScriptedStore().WithMany("a", 1500, _ => Text);
        store.BeforeOpen = (stored, _) =>
        {
            if (stored.Key == "file-000900.txt")
            {
                shutdown.Cancel();
            }

            return Task.CompletedTask;
        };
        await using var house = new ScanHouse(database, store);
        var id = await house.RequestAsync();

        var stopped = await house.RunAsync(id, shutdown.Token);
        Assert.Equal(ScanState.Queued, stopped.State);
        Assert.InRange(stopped.Counts.Total(), 1, 1499);

        ScanAssert.Exact(await house.RunAsync(id), objects: 1500, findings: 1500);
    }

    [Fact]
    public async Task A_holder_that_lost_its_lease_writes_nothing_more()
    {
        var opened = new TaskCompletionSource();
        var goOn = new TaskCompletionSource();
        var store = new ScriptedStore().WithMany("a", 50, _ => Text);
        store.BeforeOpen = (_, _) =>
        {
            opened.TrySetResult();
            return goOn.Task;
        };
        await using var zombie = new ScanHouse(database, store, o => o.LookForCancel = TimeSpan.FromSeconds(1));
        var id = await zombie.RequestAsync();
        var zombieRun = zombie.RunAsync(id);
        await Until.FirstAsync(opened.Task, zombieRun);
        await using (var db = database.NewContext())
        {
            await db.Scans.Where(s => s.Id == id).ExecuteUpdateAsync(set => set.SetProperty(s => s.LeaseUntilUtc, DateTime.UnixEpoch));
        }

        await using var heir = new ScanHouse(database, new ScriptedStore().WithMany("a", 50, _ => Text), beside: zombie);
        ScanAssert.Exact(await heir.RunAsync(id), objects: 50, findings: 50);
        goOn.SetResult();
        ScanAssert.Exact(await zombieRun, objects: 50, findings: 50);
        Assert.Equal(50, await FindingsAsync(zombie).CountAsync());
    }

    [Fact]
    public async Task A_write_on_an_older_token_is_refused_as_a_whole()
    {
        await using var house = new ScanHouse(database, new ScriptedStore());
        await house.RequestAsync();
        var claimed = await house.ClaimAsync();
        using var run = house.Get<ScanAttendant>().Begin(claimed);
        await using (var db = database.NewContext())
        {
            await db.Scans.Where(s => s.Id == claimed.Scan.Id).ExecuteUpdateAsync(set => set.SetProperty(s => s.LeaseToken, s => s.LeaseToken + 1));
        }

        var stored = new StoredObject("a", "x", 1, "1", DateTime.UnixEpoch);
        var read = new ReadObject(new ListedObject(StableId.OfObject(house.EndpointId, "a", "x"), 0, stored), Results.Of(ObjectState.Scanned));
        var batch = new ScanBatch(run, [read], DateTime.UnixEpoch);
        await Assert.ThrowsAsync<LeaseLostException>(() => house.Get<ScanLedger>().WriteAsync(run, batch, batch.Step((null, ScanLeftOut.Zero)), default));
        await Assert.ThrowsAsync<LeaseLostException>(() => house.Get<ScanLedger>().EndAsync(run, default));

        await using var after = database.NewContext();
        Assert.False(await after.ScannedObjects.AnyAsync(o => o.EndpointId == house.EndpointId));
    }

    private IQueryable<Finding> FindingsAsync(ScanHouse house) => database.NewContext().Findings.AsNoTracking().Where(f => f.EndpointId == house.EndpointId);
}
