using System.Diagnostics;
using Bunit;
using DlpDashboard.Data;
using DlpDashboard.Data.Dialects;
using DlpDashboard.Data.Local;
using DlpDashboard.Findings;
using DlpDashboard.Scans;
using DlpDashboard.Scans.Pages;
using DlpDashboard.Scans.Running;
using DlpDashboard.Tests.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace DlpDashboard.Tests.Scans;

/// <summary>What happens to a scan when the app's own database breaks, stays away or is full.</summary>
public sealed class ScanDatabaseTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private const int Objects = 2_000;
    private const string AwayWords = "The database does not answer.";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan ShortLease = TimeSpan.FromSeconds(2);

    [Fact]
    public async Task Through_crashes_of_the_database_a_scan_goes_on_by_itself_and_counts_nothing_twice()
    {
        using var folder = new TemporaryFolder();
        await using var server = NewServer(folder);
        await using var own = await MigratedAsync(server);
        var store = Half();
        using var reached = new SemaphoreSlim(0);
        var opened = 0;
        store.BeforeOpen = (_, _) =>
        {
            if (Interlocked.Increment(ref opened) is Objects / 4 or Objects / 2 or Objects * 3 / 4)
            {
                reached.Release();
            }

            return Task.CompletedTask;
        };
        await using var house = new ScanHouse(own, store, Small);
        await using var working = await house.WorkAsync();
        var id = await house.RequestAsync();
        for (var crash = 1; crash <= 3; crash++)
        {
            Assert.True(await reached.WaitAsync(TimeSpan.FromMinutes(1)));
            Process.GetProcessById(ClusterProcesses.Postmaster(Path.Combine(folder.At("data"), "postgres", "postmaster.pid"))).Kill();
            await Until.TrueAsync(() => server.Restarts == crash && server.IsRunning);
        }

        await AssertExactAsync(own, house, id);
    }

    [Fact]
    public async Task A_database_that_stays_away_for_longer_than_the_lease_finds_the_scan_going_on()
    {
        using var folder = new TemporaryFolder();
        await using var first = NewServer(folder);
        await using var own = await MigratedAsync(first);
        var store = Half();
        var reached = new TaskCompletionSource();
        store.BeforeOpen = (_, _) =>
        {
            if (store.Opened.Count > Objects / 2)
            {
                reached.TrySetResult();
            }

            return Task.CompletedTask;
        };
        await using var house = new ScanHouse(own, store, options =>
        {
            Small(options);
            options.Lease = ShortLease;
        });
        await using var working = await house.WorkAsync();
        var id = await house.RequestAsync();
        await reached.Task.WaitAsync(TimeSpan.FromMinutes(1));
        await first.StopAsync(CancellationToken.None);
        await store.Closed.Task.WaitAsync(TimeSpan.FromMinutes(1));

        await using var second = NewServer(folder);
        await second.StartAsync(CancellationToken.None);
        await AssertExactAsync(own, house, id);
    }

    [Fact]
    public async Task The_page_of_a_scan_says_that_the_database_is_away_and_shows_the_end_by_itself_once_it_is_back()
    {
        using var folder = new TemporaryFolder();
        await using var first = NewServer(folder);
        await using var own = await MigratedAsync(first);
        var store = Half();
        var reached = new TaskCompletionSource();
        store.BeforeOpen = (_, _) =>
        {
            if (store.Opened.Count > Objects / 2)
            {
                reached.TrySetResult();
            }

            return Task.CompletedTask;
        };
        await using var house = new ScanHouse(own, store, options =>
        {
            Small(options);
            options.Lease = ShortLease;
        });
        var id = await house.RequestAsync();
        await using var stage = new ScanStage(house);
        var page = stage.Render<ScanPage>(with => with.Add(p => p.Id, id));
        page.WaitForAssertion(() => Assert.Contains("Next in line", page.Markup, StringComparison.Ordinal), Patience);
        Assert.DoesNotContain(AwayWords, page.Markup, StringComparison.Ordinal);
        await using var working = await house.WorkAsync();
        await reached.Task.WaitAsync(TimeSpan.FromMinutes(1));
        await first.StopAsync(CancellationToken.None);
        page.WaitForAssertion(() => Assert.Contains(AwayWords, page.Find("[role=status].away").TextContent, StringComparison.Ordinal), Patience);
        await store.Closed.Task.WaitAsync(TimeSpan.FromMinutes(1));
        page.WaitForAssertion(() => Assert.Single(page.FindAll(".away")), Patience);
        var opened = stage.Render<ScanPage>(with => with.Add(p => p.Id, id));
        opened.WaitForAssertion(() => Assert.Single(opened.FindAll(".away")), Patience);

        await using var second = NewServer(folder);
        await second.StartAsync(CancellationToken.None);
        await AssertExactAsync(own, house, id);
        page.WaitForAssertion(() => Assert.Contains("Completed", page.Find("header").TextContent, StringComparison.Ordinal), Patience);
        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".away")), Patience);
        opened.WaitForAssertion(() => Assert.Empty(opened.FindAll(".away")), Patience);
    }

    [Fact]
    public async Task A_commit_whose_answer_is_lost_is_neither_repeated_nor_forgotten()
    {
        var contexts = new LostAnswers(database.ConnectionString, commit => commit % 11 == 2, commit => commit % 7 == 0);
        var store = Half();
        store.BeforeOpen = (_, _) => Task.FromResult(contexts.IsArmed = true);
        await using var house = new ScanHouse(database, store, Small, contexts: contexts);
        var id = await house.RequestAsync();
        await house.RunAsync(id);
        Assert.True(contexts.Broken > 10);
        await AssertExactAsync(database, house, id);
        Assert.Equal(1, (await ScanAsync(database, id)).Attempts);
    }

    [Fact]
    public async Task A_disk_that_is_full_for_a_moment_is_waited_for()
    {
        await using var house = new ScanHouse(database, Half(), Small);
        var id = await house.RequestAsync();
        await FillDiskAsync();
        var run = house.RunAsync(id);
        await Task.WhenAny(run, Until.TrueAsync(() => house.Get<GuardedWriter>().Refused > 2));
        Assert.False(run.IsCompleted);
        await MakeRoomAsync();
        await run;
        await AssertExactAsync(database, house, id);
        Assert.Equal(1, (await ScanAsync(database, id)).Attempts);
    }

    [Fact]
    public async Task A_disk_that_stays_full_ends_the_scan_with_a_sentence_and_resuming_goes_on_from_there()
    {
        var store = Half();
        await using var house = new ScanHouse(database, store, options =>
        {
            Small(options);
            options.Lease = ShortLease;
        });
        var id = await house.RequestAsync();
        var opened = 0;
        store.BeforeOpen = (_, _) => Interlocked.Increment(ref opened) == Objects / 2 ? FillDiskAsync() : Task.CompletedTask;
        var ended = await house.RunAsync(id);
        Assert.Equal((ScanState.Failed, DatabaseFullException.Sentence), (ended.State, ended.FailureSentence));
        Assert.InRange(ended.Counts.Scanned, 1, Objects - 1);

        await MakeRoomAsync();
        store.BeforeOpen = (_, _) => Task.CompletedTask;
        var before = store.Opened.Count;
        Assert.True((await house.Service.ResumeAsync(house.Actor, id, default)).Succeeded);
        await house.RunAsync(id);
        await AssertExactAsync(database, house, id);
        Assert.True(store.Opened.Count - before < Objects);
    }

    private static void Small(ScanOptions options)
    {
        options.Readers = 2;
        options.BatchObjects = 20;
        options.ListedAhead = 50;
        options.ReadAhead = 20;
    }

    private static ScriptedStore Half() => new ScriptedStore().WithMany("a", Objects, i => i % 2 == 0 ? Results.Text : "nothing here");

    private static async Task AssertExactAsync(TestDatabase database, ScanHouse house, Guid id)
    {
        await Until.TrueAsync(async () => await HasEndedAsync(database, id));
        ScanAssert.Exact(await house.RowAsync(id), Objects, Objects / 2);
        await using var db = database.NewContext();
        Assert.Equal(Objects, await db.Set<ScannedObject>().CountAsync(o => o.LastScanId == id));
        Assert.Equal(Objects / 2, await db.Set<Finding>().CountAsync(f => f.LastScanId == id));
        Assert.Equal(Objects / 2, (await db.Set<FindingTotal>().Where(t => t.EndpointId == house.EndpointId).ToListAsync()).Sum(total => total.Findings));
    }

    private static async Task<bool> HasEndedAsync(TestDatabase database, Guid id)
    {
        try
        {
            return (await ScanAsync(database, id)).HasEnded;
        }
        catch (Exception failure) when (database.Dialect.FaultOf(failure) != DatabaseFault.None)
        {
            return false;
        }
    }

    private static async Task<Scan> ScanAsync(TestDatabase database, Guid id)
    {
        await using var db = database.NewContext();
        return await db.Set<Scan>().AsNoTracking().SingleAsync(s => s.Id == id);
    }

    /// <summary>From now on PostgreSQL answers each writing of objects as it does on a full disk.</summary>
    private async Task FillDiskAsync()
    {
        await using var db = database.NewContext();
        await db.Database.ExecuteSqlRawAsync("""
            CREATE OR REPLACE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN RAISE EXCEPTION 'could not extend file: No space left on device' USING ERRCODE = '53100'; END $$;
            CREATE OR REPLACE TRIGGER full_disk BEFORE INSERT ON "ScannedObjects" EXECUTE FUNCTION full_disk()
            """);
    }

    private async Task MakeRoomAsync()
    {
        await using var db = database.NewContext();
        await db.Database.ExecuteSqlRawAsync("""DROP TRIGGER full_disk ON "ScannedObjects" """);
    }

    private static LocalPostgres NewServer(TemporaryFolder folder) =>
        new(folder.At("data"), () => PostgresPrograms.Installed(null), TimeProvider.System, NullLogger<LocalPostgres>.Instance);

    private static async Task<TestDatabase> MigratedAsync(LocalPostgres server)
    {
        var own = TestDatabase.On(await server.StartAsync(CancellationToken.None));
        await new SchemaMigration(own.Contexts, own.Dialect, NullLogger<SchemaMigration>.Instance).RunAsync(CancellationToken.None);
        return own;
    }
}
