using DlpDashboard.Findings;
using DlpDashboard.Providers;
using DlpDashboard.Scans;
using DlpDashboard.Scans.Planning;
using DlpDashboard.Scans.Running;
using DlpDashboard.Tests.Testing;
using Microsoft.EntityFrameworkCore;

namespace DlpDashboard.Tests.Scans;

public sealed class ScanPlanRunTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private const string Text = Results.Text;

    [Fact]
    public async Task What_the_plan_leaves_out_is_counted_by_rule_not_read_and_never_taken_for_gone()
    {
        var store = new ScriptedStore()
            .With("a", "hr/a.txt", Text).With("a", "hr/b.log", Text).With("a", "hr/old/c.txt", Text).With("a", "hr/big.txt", Text + " " + new string('x', 1000)).With("a", "ops/d.txt", Text);
        await using var house = new ScanHouse(database, store);
        Assert.Equal(5, (await house.ScanAsync()).Findings);
        store.Opened.Clear();

        var scan = await house.ScanAsync(new ScanPlan { Prefixes = ["hr/"], Extensions = ["txt"], Exclude = ["hr/old/*"], MaxObjectBytes = 500 });

        Assert.Equal(["hr/a.txt"], store.Opened);
        Assert.Equal((ScanState.Completed, 1, 1), (scan.State, scan.Counts.Scanned, scan.ObjectsListed));
        Assert.Equal((1, 1, 1, 3), (scan.LeftOut.Extension, scan.LeftOut.Pattern, scan.LeftOut.Size, scan.LeftOut.Total()));
        Assert.Equal(0, scan.Vanished);
        Assert.Equal(5, await OpenFindingsAsync(house));
    }

    [Fact]
    public async Task A_scan_that_left_anything_out_is_never_clean()
    {
        var store = new ScriptedStore().With("a", "a.txt", "nothing").With("a", "b.txt", "nothing");
        await using var house = new ScanHouse(database, store);

        Assert.Equal(ScanVerdict.Incomplete, (await house.ScanAsync(new ScanPlan { Exclude = ["b.*"] })).Verdict);
        Assert.Equal(ScanVerdict.Clean, (await house.ScanAsync()).Verdict);
    }

    [Fact]
    public async Task Prefixes_in_and_beside_each_other_list_each_object_once_and_resume_behind_the_mark()
    {
        var store = new ScriptedStore().WithMany("a", 900, _ => Text);
        await using var house = new ScanHouse(database, store);
        var id = await house.RequestAsync(new ScanPlan { Prefixes = ["file-0008", "file-0000", "file-00000", "file-0003"] });
        using var shutdown = new CancellationTokenSource();
        store.BeforeOpen = (stored, _) => stored.Key == "file-000350.txt" ? shutdown.CancelAsync() : Task.CompletedTask;
        Assert.Equal(ScanState.Queued, (await house.RunAsync(id, shutdown.Token)).State);
        store.BeforeOpen = (_, _) => Task.CompletedTask;

        ScanAssert.Exact(await house.RunAsync(id), objects: 300, findings: 300);
    }

    [Fact]
    public async Task What_was_left_out_is_counted_once_whatever_interrupts()
    {
        var store = new ScriptedStore();
        for (var i = 0; i < 3000; i++)
        {
            store.With("a", $"{i:D6}.{(i % 3 == 0 ? "log" : "txt")}", Text);
        }

        await using var house = new ScanHouse(database, store, o => o.BatchObjects = 100);
        var id = await house.RequestAsync(new ScanPlan { Extensions = ["txt"] });
        for (var stop = 500; stop < 3000; stop += 500)
        {
            using var shutdown = new CancellationTokenSource();
            var key = $"{stop:D6}";
            store.BeforeOpen = (stored, _) => string.CompareOrdinal(stored.Key, key) >= 0 ? shutdown.CancelAsync() : Task.CompletedTask;
            Assert.Equal(ScanState.Queued, (await house.RunAsync(id, shutdown.Token)).State);
        }

        store.BeforeOpen = (_, _) => Task.CompletedTask;
        var scan = await house.RunAsync(id);
        ScanAssert.Exact(scan, objects: 2000, findings: 2000);
        Assert.Equal((1000, 1000), (scan.LeftOut.Extension, scan.LeftOut.Total()));
    }

    [Fact]
    public async Task Only_the_first_bytes_are_read_and_the_rest_is_said_to_be_unread()
    {
        var late = new string('x', 8000) + " " + Text;
        await using var house = new ScanHouse(database, new ScriptedStore().With("a", "early.txt", Text).With("a", "late.txt", late));

        var scan = await house.ScanAsync(new ScanPlan { BytesPerObject = 4096 });

        Assert.Equal((1, 1), (scan.Counts.Scanned, scan.Counts.Partial));
        Assert.Equal(1, scan.Findings);
        Assert.Contains("4,096", Assert.Single(await house.ObjectsAsync(scan.Id, ObjectState.Partial)).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_did_not_change_is_not_read_again_and_counts_as_before()
    {
        var store = new ScriptedStore().WithMany("a", 2500, i => i % 2 == 0 ? Text : "nothing");
        await using var house = new ScanHouse(database, store);
        await house.ScanAsync();
        store.Opened.Clear();
        store.With("a", "file-000001.txt", Text + " and " + Text).With("a", "new.txt", Text);
        store.Remove("a", "file-000002.txt");

        var scan = await house.ScanAsync(new ScanPlan { Mode = ScanMode.Changed });

        Assert.Equal(["file-000001.txt", "new.txt"], store.Opened.Order());
        Assert.Equal((2500, 2498, 1), (scan.Counts.Scanned, scan.Unchanged, scan.Vanished));
        Assert.Equal((1251, 1252), (scan.Findings, scan.Detections));
        Assert.Equal(1251, await OpenFindingsAsync(house));
        store.Opened.Clear();
        Assert.Equal(2500, (await house.ScanAsync(new ScanPlan { Mode = ScanMode.Changed })).Unchanged);
        Assert.Empty(store.Opened);
    }

    [Fact]
    public async Task An_object_that_fewer_detectors_looked_at_or_that_was_not_read_completely_is_read_again()
    {
        var store = new ScriptedStore().With("a", "a.txt", Text).With("a", "b.txt", Text);
        await using var house = new ScanHouse(database, store);
        await house.ScanAsync(new ScanPlan { Detectors = ["jwt"] });
        store.Opened.Clear();
        Assert.Equal(2, (await house.ScanAsync(new ScanPlan { Mode = ScanMode.Changed, Detectors = ["jwt"] })).Unchanged);
        Assert.Equal(0, (await house.ScanAsync(new ScanPlan { Mode = ScanMode.Changed })).Unchanged);
        Assert.Equal(2, store.Opened.Count);
        Assert.Equal(2, (await house.ScanAsync(new ScanPlan { Mode = ScanMode.Changed, Detectors = ["jwt"] })).Unchanged);

        store.BeforeOpen = (_, _) => throw new ObjectStoreException(StoreFault.Denied, "The key may not read this object.");
        await house.ScanAsync();
        store.BeforeOpen = (_, _) => Task.CompletedTask;
        Assert.Equal(0, (await house.ScanAsync(new ScanPlan { Mode = ScanMode.Changed })).Unchanged);
    }

    [Fact]
    public async Task A_byte_budget_stops_cleanly_and_resuming_ends_with_exact_numbers()
    {
        var store = new ScriptedStore().WithMany("a", 3000, _ => Text);
        await using var house = new ScanHouse(database, store);
        var first = true;
        store.BeforeOpen = (stored, token) => first && string.CompareOrdinal(stored.Key, "file-001500.txt") > 0 ? Task.Delay(Timeout.Infinite, token) : Task.CompletedTask;
        var id = await house.RequestAsync(new ScanPlan { ByteBudget = 1000L * Text.Length });

        var stopped = await house.RunAsync(id);
        Assert.Equal(ScanState.Stopped, stopped.State);
        Assert.Contains("Resume", stopped.FailureSentence, StringComparison.Ordinal);
        Assert.InRange(stopped.Counts.Scanned, 1000, 2999);
        Assert.Equal(stopped.Counts.Scanned, await OpenFindingsAsync(house));

        first = false;
        while ((await house.RowAsync(id)).State == ScanState.Stopped)
        {
            Assert.True((await house.Service.ResumeAsync(house.Actor, id, default)).Succeeded);
            await house.RunAsync(id);
        }

        ScanAssert.Exact(await house.RowAsync(id), objects: 3000, findings: 3000);
    }

    [Fact]
    public async Task A_time_budget_counts_from_the_beginning_whatever_restarts_lie_between()
    {
        var scan = Scan.Request(Guid.Empty, Guid.Empty, Guid.Empty, "local", Guid.Empty, "Tester", new ScanPlan { TimeBudget = TimeSpan.FromMinutes(10) }, ScanPriority.Normal, DateTime.UnixEpoch);
        scan.Start("node/1", TimeProvider.System.GetUtcNow().UtcDateTime.AddMinutes(-11), TimeSpan.FromSeconds(30));
        using var run = new ScanRun(scan, "Invoices", TimeProvider.System);

        await new BudgetWatch(run, TimeProvider.System).RunAsync(default);

        Assert.Equal(ScanStop.Budget, run.Reason);
        Assert.Contains("10 minutes", run.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_running_scan_pauses_on_whatever_node_and_goes_on_exactly()
    {
        var opened = new TaskCompletionSource();
        var store = new ScriptedStore().WithMany("a", 1500, _ => Text);
        store.BeforeOpen = (stored, token) =>
        {
            if (string.CompareOrdinal(stored.Key, "file-000900.txt") < 0)
            {
                return Task.CompletedTask;
            }

            opened.TrySetResult();
            return Task.Delay(Timeout.Infinite, token);
        };
        await using var house = new ScanHouse(database, store);
        await using var elsewhere = new ScanHouse(database, store, beside: house);
        var id = await house.RequestAsync();
        var run = house.RunAsync(id);
        await Until.FirstAsync(opened.Task, run);

        Assert.True((await elsewhere.Service.PauseAsync(house.Actor, id, default)).Succeeded);
        var paused = await run.WaitAsync(TimeSpan.FromSeconds(30));
        Assert.Equal((ScanState.Paused, true), (paused.State, paused.CanResume));

        store.BeforeOpen = (_, _) => Task.CompletedTask;
        Assert.True((await house.Service.ResumeAsync(house.Actor, id, default)).Succeeded);
        ScanAssert.Exact(await house.RunAsync(id), objects: 1500, findings: 1500);
    }

    [Fact]
    public async Task A_waiting_scan_pauses_at_once_and_a_paused_one_can_be_cancelled_and_run_again()
    {
        await using var house = new ScanHouse(database, new ScriptedStore().With("a", "a.txt", Text));
        var plan = new ScanPlan { Extensions = ["txt"] };
        var id = await house.RequestAsync(plan, ScanPriority.High);

        Assert.True((await house.Service.PauseAsync(house.Actor, id, default)).Succeeded);
        Assert.Equal("scans.not-pausable", (await house.Service.PauseAsync(house.Actor, id, default)).Problem?.Code);
        Assert.True((await house.Service.CancelAsync(house.Actor, id, default)).Succeeded);
        Assert.Equal(ScanState.Cancelled, (await house.RowAsync(id)).State);

        var again = await house.Service.RerunAsync(house.Actor, id, default);
        var row = await house.RowAsync(again.Value);
        Assert.Equal((ScanState.Queued, ScanPriority.High), (row.State, row.Priority));
        Assert.Equal(plan.Extensions, row.Plan.Extensions);
    }

    private async Task<int> OpenFindingsAsync(ScanHouse house)
    {
        await using var db = database.NewContext();
        return await db.Findings.CountAsync(f => f.EndpointId == house.EndpointId && f.GoneUtc == null);
    }
}
