using DlpDashboard.Events;
using DlpDashboard.Findings;
using DlpDashboard.Providers;
using DlpDashboard.Providers.Local;
using DlpDashboard.Scans;
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
    public async Task Links_and_pipes_of_a_folder_are_unsupported_with_their_reason_and_nothing_failed()
    {
        using var folder = new TemporaryFolder();
        var root = Directory.CreateDirectory(folder.At("tree")).FullName;
        await File.WriteAllTextAsync(Path.Combine(root, "a.txt"), "nothing here");
        File.CreateSymbolicLink(Path.Combine(root, "link"), "/etc/passwd");
        await System.Diagnostics.Process.Start("mkfifo", Path.Combine(root, "pipe")).WaitForExitAsync();
        await using var house = new ScanHouse(database, LocalObjectStore.OpenTree(root));

        var scan = await house.ScanAsync();

        Assert.Equal((ScanState.Completed, ScanVerdict.Incomplete), (scan.State, scan.Verdict));
        Assert.Equal((1, 2, 0), (scan.Counts.Scanned, scan.Counts.Unsupported, scan.Counts.Failed));
        var reasons = (await house.ObjectsAsync(scan.Id, ObjectState.Unsupported)).ToDictionary(o => o.Key, o => o.Reason);
        Assert.Contains("Links are not followed", reasons["link"], StringComparison.Ordinal);
        Assert.Contains("never opened", reasons["pipe"], StringComparison.Ordinal);
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

        ScanAssert.Exact(resumed, objects: 2000, findings: 667);
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

        await Until.TrueAsync(async () => run.IsFaulted || (await house.RowAsync(id)).Counts.Scanned == 999);
        await using (var db = database.NewContext())
        {
            Assert.Null((await db.Scans.SingleAsync(s => s.Id == id)).Checkpoint);
        }

        slow.SetResult();
        ScanAssert.Exact(await run, objects: 1000, findings: 1000);
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

        ScanAssert.Exact(scan, keys.Length, keys.Length);
        var rows = (await house.ObjectsAsync(scan.Id, ObjectState.Scanned)).Select(row => row.Key).ToHashSet();
        Assert.Contains("nul\u2400nul", rows);
        Assert.Contains("\uFFFDlone", rows);
        Assert.Superset(keys.Where(key => !key.Contains('\0') && !key.Contains('\uD800')).ToHashSet(), rows);
    }

    private IQueryable<Finding> FindingsAsync(ScanHouse house) => database.NewContext().Findings.AsNoTracking().Where(f => f.EndpointId == house.EndpointId);
}
