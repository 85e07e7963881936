using DlpDashboard.Events;
using DlpDashboard.Findings;
using DlpDashboard.Kernel;
using DlpDashboard.Providers;
using DlpDashboard.Scans;
using DlpDashboard.Scans.Running;
using DlpDashboard.Tests.Testing;
using Microsoft.EntityFrameworkCore;

namespace DlpDashboard.Tests.Scans;

public sealed class ScanRunnerTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private const string Text = Results.Text;

    [Fact]
    public async Task Every_object_of_every_bucket_ends_in_a_state_and_is_counted_once()
    {
        var store = new ScriptedStore().WithMany("a", 700, _ => Text).WithMany("b", 300, _ => "nothing here");
        await using var house = new ScanHouse(database, store);

        var scan = await house.ScanAsync();

        Assert.Equal(ScanState.Completed, scan.State);
        Assert.Equal(1000, scan.Counts.Scanned);
        Assert.Equal(1000, scan.ObjectsListed);
        Assert.True(scan.IsListed);
        Assert.Equal(scan.BytesListed, scan.BytesDone);
        Assert.Equal(700, scan.Findings);
        Assert.Equal(700, scan.Detections);
        Assert.Equal(ScanVerdict.Found, scan.Verdict);
        Assert.Equal(1000, (await house.ObjectsAsync(scan.Id, ObjectState.Scanned)).Count);
        Assert.Equal(700, await FindingsAsync(house).CountAsync(f => f.GoneUtc == null));
        Assert.True(store.Closed.Task.IsCompleted);
    }

    [Fact]
    public async Task A_scan_that_finds_nothing_and_reads_everything_is_clean()
    {
        await using var house = new ScanHouse(database, new ScriptedStore().With("a", "x.txt", "nothing here"));
        Assert.Equal(ScanVerdict.Clean, (await house.ScanAsync()).Verdict);
    }

    [Fact]
    public async Task An_object_that_cannot_be_read_ends_in_a_state_with_a_reason_and_the_scan_is_not_clean()
    {
        var store = new ScriptedStore().With("a", "1.txt", "nothing").With("a", "2.txt", "nothing").With("a", "3.txt", "nothing");
        store.BeforeOpen = (stored, _) => stored.Key switch
        {
            "2.txt" => throw new ObjectStoreException(StoreFault.Denied, "The key may not read this object."),
            "3.txt" => throw new InvalidOperationException("Nobody foresaw this"),
            _ => Task.CompletedTask,
        };
        await using var house = new ScanHouse(database, store);

        var scan = await house.ScanAsync();

        Assert.Equal(ScanState.Completed, scan.State);
        Assert.Equal((1, 1, 1), (scan.Counts.Scanned, scan.Counts.Denied, scan.Counts.Failed));
        Assert.Equal(ScanVerdict.Incomplete, scan.Verdict);
        Assert.NotEmpty(Assert.Single(await house.ObjectsAsync(scan.Id, ObjectState.Denied)).Reason!);
        var failed = Assert.Single(await house.ObjectsAsync(scan.Id, ObjectState.Failed));
        Assert.DoesNotContain("Nobody foresaw this", failed.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bucket_that_cannot_be_listed_is_named_and_its_findings_stay()
    {
        var store = new ScriptedStore().With("a", "x.txt", Text).With("b", "x.txt", Text);
        await using var house = new ScanHouse(database, store);
        await house.ScanAsync();
        store.BeforeList = (bucket, _) => bucket == "a" ? throw new ObjectStoreException(StoreFault.Denied, "The key may not list this bucket.") : Task.CompletedTask;

        var scan = await house.ScanAsync();

        Assert.Equal(ScanState.Completed, scan.State);
        Assert.Equal(new UnlistedBucket("a", "The key may not list this bucket.", IsGone: false), Assert.Single(scan.UnlistedBuckets));
        Assert.Equal(0, scan.Vanished);
        Assert.Equal(2, await FindingsAsync(house).CountAsync(f => f.GoneUtc == null));
    }

    [Fact]
    public async Task Findings_of_objects_that_are_gone_are_closed_and_those_outside_the_scope_are_left_alone()
    {
        var store = new ScriptedStore().With("a", "in/gone.txt", Text).With("a", "in/here.txt", Text).With("a", "out/gone.txt", Text);
        await using var house = new ScanHouse(database, store);
        await house.ScanAsync();
        store.Remove("a", "in/gone.txt");
        store.Remove("a", "out/gone.txt");
        house.Prefix = "in/";

        var scan = await house.ScanAsync();

        Assert.Equal(1, scan.Vanished);
        var gone = await FindingsAsync(house).Where(f => f.GoneUtc != null).ToListAsync();
        Assert.Equal("in/gone.txt", Assert.Single(gone).ObjectKey);
        Assert.Equal(FindingStatus.Resolved, gone[0].Status);
    }

    [Fact]
    public async Task What_lies_below_a_folder_that_cannot_be_entered_does_not_count_as_gone()
    {
        var store = new ScriptedStore().With("a", "folder/x.txt", Text);
        await using var house = new ScanHouse(database, store);
        await house.ScanAsync();
        store.Remove("a", "folder/x.txt");
        store.With("a", "folder", "");
        store.BeforeOpen = (_, _) => throw new ObjectStoreException(StoreFault.Denied, "This folder may not be entered.");

        var scan = await house.ScanAsync();

        Assert.Equal(1, scan.Counts.Denied);
        Assert.Equal(0, scan.Vanished);
    }

    [Fact]
    public async Task A_failing_provider_ends_the_scan_with_its_sentence_and_resuming_ends_with_exact_numbers()
    {
        var store = new ScriptedStore().WithMany("a", 2000, i => i % 3 == 0 ? Text : "nothing");
        store.BeforeOpen = (stored, _) => string.CompareOrdinal(stored.Key, "file-001200.txt") >= 0
            ? throw new ObjectStoreException(StoreFault.Unreachable, "The server does not answer. Check the address.")
            : Task.CompletedTask;
        await using var house = new ScanHouse(database, store);
        var id = await house.RequestAsync();

        var failed = await house.RunAsync(id);
        Assert.Equal(ScanState.Failed, failed.State);
        Assert.Equal("The server does not answer. Check the address.", failed.FailureSentence);
        Assert.InRange(failed.Counts.Total(), 0, 1200);
        store.BeforeOpen = (_, _) => Task.CompletedTask;
        Assert.True((await house.Service.ResumeAsync(house.Actor, id, default)).Succeeded);
        var resumed = await house.RunAsync(id);

        AssertExact(resumed, objects: 2000, findings: 667);
        Assert.Null(resumed.FailureSentence);
        await using var db = database.NewContext();
        var types = await db.Events.Where(e => e.SubjectId == id).OrderBy(e => e.AtUtc).ThenBy(e => e.Id).Select(e => e.Type).ToListAsync();
        Assert.Equal([EventTypes.ScanQueued, EventTypes.ScanStarted, EventTypes.ScanFailed, EventTypes.ScanQueued, EventTypes.ScanStarted, EventTypes.ScanCompleted], types);
    }

    [Fact]
    public async Task One_slow_object_does_not_hold_up_the_others_and_the_mark_waits_for_it()
    {
        var slow = new TaskCompletionSource();
        var store = new ScriptedStore().WithMany("a", 1000, _ => Text);
        store.BeforeOpen = (stored, token) => stored.Key == "file-000000.txt" ? slow.Task.WaitAsync(token) : Task.CompletedTask;
        await using var house = new ScanHouse(database, store, o => o.Readers = 2);
        var id = await house.RequestAsync();
        var run = house.RunAsync(id);

        await Eventually.TrueAsync(async () => run.IsFaulted || (await house.RowAsync(id)).Counts.Scanned == 999);
        await using (var db = database.NewContext())
        {
            Assert.Null((await db.Scans.SingleAsync(s => s.Id == id)).Checkpoint);
        }

        slow.SetResult();
        AssertExact(await run, objects: 1000, findings: 1000);
    }

    [Fact]
    public async Task Cancelling_ends_a_scan_within_two_seconds_even_where_the_storage_does_not_listen()
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
        await Eventually.FirstAsync(opened.Task, run);

        var asked = TimeProvider.System.GetTimestamp();
        Assert.True((await house.Service.CancelAsync(house.Actor, id, default)).Succeeded);
        await Eventually.TrueAsync(async () => (await house.RowAsync(id)).State == ScanState.Cancelled);
        Assert.InRange(TimeProvider.System.GetElapsedTime(asked), TimeSpan.Zero, TimeSpan.FromSeconds(2));
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
        await Eventually.FirstAsync(opened.Task, run);

        await elsewhere.Service.CancelAsync(house.Actor, id, default);

        Assert.Equal(ScanState.Cancelled, (await run.WaitAsync(TimeSpan.FromSeconds(2))).State);
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

        AssertExact(await house.RunAsync(id), objects: 1500, findings: 1500);
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
        await Eventually.FirstAsync(opened.Task, zombieRun);
        await using (var db = database.NewContext())
        {
            await db.Scans.Where(s => s.Id == id).ExecuteUpdateAsync(set => set.SetProperty(s => s.LeaseUntilUtc, DateTime.UnixEpoch));
        }

        await using var heir = new ScanHouse(database, new ScriptedStore().WithMany("a", 50, _ => Text), beside: zombie);
        AssertExact(await heir.RunAsync(id), objects: 50, findings: 50);
        goOn.SetResult();
        AssertExact(await zombieRun, objects: 50, findings: 50);
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
        await Assert.ThrowsAsync<LeaseLostException>(() => house.Get<ScanLedger>().WriteAsync(run, batch, null, default));
        await Assert.ThrowsAsync<LeaseLostException>(() => house.Get<ScanLedger>().EndAsync(run, default));

        await using var after = database.NewContext();
        Assert.False(await after.ScannedObjects.AnyAsync(o => o.EndpointId == house.EndpointId));
    }

    [Fact]
    public async Task Hostile_keys_end_as_rows()
    {
        string[] keys = ["nul\0nul", "\u202Etxt.exe", new string('é', 512), "<script>alert(1)</script>", "../../etc/passwd", "line\r\nbreak", "\uD800lone"];
        var store = new ScriptedStore();
        foreach (var key in keys)
        {
            store.With("a", key, Text);
        }

        await using var house = new ScanHouse(database, store);
        var scan = await house.ScanAsync();

        AssertExact(scan, keys.Length, keys.Length);
        var rows = (await house.ObjectsAsync(scan.Id, ObjectState.Scanned)).Select(row => row.Key).ToHashSet();
        Assert.Contains("nul\u2400nul", rows);
        Assert.Contains("\uFFFDlone", rows);
        Assert.Superset(keys.Where(key => !key.Contains('\0') && !key.Contains('\uD800')).ToHashSet(), rows);
    }

    private IQueryable<Finding> FindingsAsync(ScanHouse house) => database.NewContext().Findings.AsNoTracking().Where(f => f.EndpointId == house.EndpointId);

    private static void AssertExact(ScanRow scan, long objects, long findings)
    {
        Assert.Equal(ScanState.Completed, scan.State);
        Assert.Equal((objects, objects), (scan.Counts.Scanned, scan.ObjectsListed));
        Assert.Equal((findings, findings), (scan.Findings, scan.Detections));
        Assert.Equal(scan.BytesListed, scan.BytesDone);
    }
}
