using DlpDashboard.Access;
using DlpDashboard.Audit;
using DlpDashboard.Findings;
using DlpDashboard.Findings.History;
using DlpDashboard.Kernel;
using DlpDashboard.Providers;
using DlpDashboard.Scans;
using DlpDashboard.Scans.History;
using DlpDashboard.Scans.Planning;
using DlpDashboard.Tests.Testing;
using Microsoft.EntityFrameworkCore;

namespace DlpDashboard.Tests.Scans.History;

public sealed class ScanHistoryTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private const string Text = Results.Text;
    private const string Twice = Results.Text + " and joe.doe@example.com";

    [Fact]
    public async Task Two_scans_are_compared_over_all_that_lie_between_and_each_finding_counts_once()
    {
        var store = new ScriptedStore().With("a", "gone.txt", Text).With("a", "more.txt", Text).With("a", "same.txt", Text).With("a", "wavers.txt", Text);
        await using var house = new ScanHouse(database, store);
        var first = await house.ScanAsync();
        store.Remove("a", "gone.txt");
        store.Remove("a", "wavers.txt");
        store.With("a", "more.txt", Twice).With("a", "passing.txt", Text);
        await house.ScanAsync();
        store.With("a", "wavers.txt", Text).With("a", "new.txt", Text).Remove("a", "passing.txt");
        var last = await house.ScanAsync();

        var found = await CompareAsync(house, first.Id, last.Id);

        Assert.Equal(new ScanChangeTotals(New: 1, CameBack: 0, Changed: 1, Gone: 1), found.Totals);
        Assert.Equal((2L, 1, true), (found.Same, found.Between, found.IsComplete));
        Assert.Equal(["gone.txt Gone 1→", "more.txt Changed 1→2", "new.txt New →1"], found.Changes.Items.Select(Line).Order(StringComparer.Ordinal));

        var step = await CompareAsync(house, from: null, last.Id);
        Assert.Equal(new ScanChangeTotals(New: 1, CameBack: 1, Changed: 0, Gone: 1), step.Totals);
    }

    [Fact]
    public async Task Pages_of_changes_follow_each_other_without_gap_or_double_and_a_kind_narrows_rows_and_not_numbers()
    {
        var store = new ScriptedStore().WithMany("a", 45, _ => Text);
        await using var house = new ScanHouse(database, store);
        var first = await house.ScanAsync();
        for (var i = 0; i < 45; i++)
        {
            store.With("a", $"file-{i:D6}.txt", i < 20 ? Twice : "nothing");
        }

        var second = await house.ScanAsync();
        foreach (var kind in new ScanChangeKind?[] { null, ScanChangeKind.Gone })
        {
            var compared = await AllAsync(after => CompareAsync(house, first.Id, second.Id, kind, after), kind);
            var listed = await AllAsync(async after => (await house.Get<ScanHistoryReader>().ChangesAsync(house.Actor, second.Id, kind, after, 7, default)).Value!, kind);
            Assert.Equal(compared, listed);
            Assert.Equal(kind is null ? 45 : 25, compared.Count);
        }

        Assert.Equal(new ScanChangeTotals(0, 0, 20, 25), (await CompareAsync(house, first.Id, second.Id, ScanChangeKind.New)).Totals);
    }

    [Fact]
    public async Task A_comparison_says_what_it_cannot_know()
    {
        var store = new ScriptedStore().With("a", "x.txt", Text).With("b", "y.log", Text);
        await using var house = new ScanHouse(database, store);
        var first = await house.ScanAsync();
        var between = await house.ScanAsync();
        store.BeforeList = (bucket, _) => bucket == "b" ? throw new ObjectStoreException(StoreFault.Denied, "The key may not list this bucket.") : Task.CompletedTask;
        var last = await house.ScanAsync(new ScanPlan { Extensions = ["txt"] });
        Assert.Contains("leave out", string.Join(' ', (await CompareAsync(house, first.Id, last.Id)).Notes), StringComparison.Ordinal);
        Assert.Null((await CompareAsync(house, first.Id, last.Id)).Same);

        Assert.True((await house.Service.DeleteAsync(house.Actor, between.Id, default)).Succeeded);
        store.BeforeOpen = (_, _) => throw new ObjectStoreException(StoreFault.Unreachable, "The server does not answer. Check the address.");
        var failed = await house.ScanAsync();

        var notes = (await CompareAsync(house, first.Id, failed.Id)).Notes;
        Assert.Contains(notes, note => note.Contains("was deleted", StringComparison.Ordinal));
        Assert.Contains(notes, note => note.Contains("could not list 1 bucket", StringComparison.Ordinal));
        Assert.Contains(notes, note => note.Contains("did not come to its end", StringComparison.Ordinal));
        Assert.Contains((await CompareAsync(house, last.Id, failed.Id)).Notes, note => note.Contains("may stand here as new", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Scans_that_cannot_be_compared_are_refused_with_a_reason()
    {
        await using var house = new ScanHouse(database, new ScriptedStore());
        var first = await house.ScanAsync();
        var second = await house.ScanAsync();
        await using var other = new ScanHouse(database, new ScriptedStore(), beside: house);
        await using var db = database.NewContext();
        var elsewhere = Scan.Request(Guid.CreateVersion7(), house.OrganisationId, Guid.CreateVersion7(), "local", Guid.CreateVersion7(), "Tester", ScanPlan.Everything, ScanPriority.Normal, DateTime.UnixEpoch);
        db.Scans.Add(elsewhere);
        await db.SaveChangesAsync();

        var reader = house.Get<ScanHistoryReader>();
        async Task<string?> CodeAsync(Guid from, Guid to, Actor? actor = null) => (await reader.CompareAsync(actor ?? house.Actor, from, to, null, null, 10, default)).Problem?.Code;
        Assert.Equal("scans.same-scan", await CodeAsync(first.Id, first.Id));
        Assert.Equal("scans.wrong-order", await CodeAsync(second.Id, first.Id));
        Assert.Equal("scans.other-endpoint", await CodeAsync(elsewhere.Id, second.Id));
        Assert.Equal("scans.not-found", await CodeAsync(first.Id, Guid.CreateVersion7()));
        Assert.Equal("scans.not-found", await CodeAsync(first.Id, second.Id, house.Actor with { OrganisationId = Guid.CreateVersion7() }));
        await Assert.ThrowsAsync<PermissionDeniedException>(() => CodeAsync(first.Id, second.Id, house.Actor with { Permissions = new HashSet<string> { Permissions.ScansRead } }));
    }

    [Fact]
    public async Task The_trend_has_a_point_for_each_scan_that_ended_and_none_for_a_deleted_one()
    {
        var store = new ScriptedStore().With("a", "x.txt", Text);
        await using var house = new ScanHouse(database, store);
        var first = await house.ScanAsync();
        store.With("a", "y.txt", Text);
        var second = await house.ScanAsync(new ScanPlan { ByteBudget = 1_000_000_000 });
        store.Remove("a", "x.txt");
        var third = await house.ScanAsync();
        Assert.True((await house.Service.DeleteAsync(house.Actor, second.Id, default)).Succeeded);

        var trend = await house.Get<ScanHistoryReader>().TrendAsync(house.Actor, house.EndpointId, default);

        Assert.Equal([first.Id, third.Id], trend.Select(point => point.ScanId));
        Assert.Equal([1L, 1L], trend.Select(point => point.Low + point.Medium + point.High + point.Critical));
        Assert.Equal(first.Id, await house.Get<ScanHistoryReader>().BeforeAsync(house.Actor, third, default));
        Assert.Null(await house.Get<ScanHistoryReader>().BeforeAsync(house.Actor, first, default));
    }

    [Fact]
    public async Task Scans_that_are_interrupted_again_and_again_keep_exact_changes()
    {
        var store = new ScriptedStore().WithMany("a", 900, _ => Text);
        await using var house = new ScanHouse(database, store, o => o.BatchObjects = 50);
        var first = await InterruptedAsync(house, store);
        for (var i = 0; i < 900; i += 3)
        {
            store.With("a", $"file-{i:D6}.txt", i % 2 == 0 ? Twice : "nothing");
        }

        var second = await InterruptedAsync(house, store);
        var third = await house.ScanAsync();

        Assert.Equal(new ScanChangeTotals(900, 0, 0, 0), (await CompareAsync(house, null, first)).Totals);
        var found = await CompareAsync(house, first, second);
        Assert.Equal((new ScanChangeTotals(0, 0, 150, 150), 600L), (found.Totals, found.Same));
        await using var db = database.NewContext();
        Assert.Equal(300, await db.ScanFindingChanges.CountAsync(c => c.ScanId == second));
        Assert.Equal(0, await db.ScanFindingChanges.CountAsync(c => c.ScanId == third.Id));
    }

    [Fact]
    public async Task A_scan_that_used_up_its_budget_is_a_point_and_says_that_it_is_not_whole()
    {
        var store = new ScriptedStore().WithMany("a", 400, _ => Text);
        await using var house = new ScanHouse(database, store, o => o.BatchObjects = 20);
        var first = await house.ScanAsync();

        var stopped = await house.ScanAsync(new ScanPlan { ByteBudget = 500 });

        Assert.Equal(ScanState.Stopped, stopped.State);
        Assert.Equal(2, (await house.Get<ScanHistoryReader>().TrendAsync(house.Actor, house.EndpointId, default)).Count);
        var found = await CompareAsync(house, first.Id, stopped.Id);
        Assert.Equal((ScanChangeTotals.Zero, null), (found.Totals, found.Same));
        Assert.Contains("did not come to its end", Assert.Single(found.Notes), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_of_changes_holds_every_row_and_is_in_the_audit_trail()
    {
        var store = new ScriptedStore().WithMany("a", 1_100, _ => Text);
        await using var house = new ScanHouse(database, store);
        var scan = await house.ScanAsync();

        var rows = await house.Get<ScanHistoryService>().ExportAsync(house.Actor, from: null, scan.Id, ScanChangeKind.New, default);

        var keys = new HashSet<string>();
        await foreach (var row in rows.Value!)
        {
            keys.Add(row.ObjectKey);
        }

        Assert.Equal(1_100, keys.Count);
        await using var db = database.NewContext();
        var trail = await db.Set<AuditEntry>().Where(e => e.SubjectId == scan.Id.ToString() && e.Action != AuditActions.ScanStarted).OrderBy(e => e.AtUtc).ThenBy(e => e.Id).ToListAsync();
        Assert.Equal([AuditActions.FindingsExported, AuditActions.FindingsExported], trail.Select(entry => entry.Action));
        Assert.Contains("\"rows\":\"1100\"", trail[1].Details, StringComparison.Ordinal);
        var onlooker = house.Actor with { Permissions = new HashSet<string> { Permissions.ScansRead, Permissions.FindingsRead } };
        await Assert.ThrowsAsync<PermissionDeniedException>(() => house.Get<ScanHistoryService>().ExportAsync(onlooker, null, scan.Id, null, default));
    }

    [Fact]
    public async Task A_finding_that_is_no_longer_kept_stays_in_the_history_without_its_name()
    {
        await using var house = new ScanHouse(database, new ScriptedStore().With("a", "x.txt", Text));
        var scan = await house.ScanAsync();
        await using (var db = database.NewContext())
        {
            await db.Findings.Where(f => f.EndpointId == house.EndpointId).ExecuteDeleteAsync();
        }

        Assert.Equal(" New →1", Line(Assert.Single((await CompareAsync(house, null, scan.Id)).Changes.Items)));
    }

    /// <summary>A scan that is shut down twice on its way.</summary>
    private static async Task<Guid> InterruptedAsync(ScanHouse house, ScriptedStore store)
    {
        var id = await house.RequestAsync();
        foreach (var stop in new[] { "file-000300.txt", "file-000600.txt" })
        {
            using var shutdown = new CancellationTokenSource();
            store.BeforeOpen = (stored, _) => string.CompareOrdinal(stored.Key, stop) >= 0 ? shutdown.CancelAsync() : Task.CompletedTask;
            Assert.Equal(ScanState.Queued, (await house.RunAsync(id, shutdown.Token)).State);
        }

        store.BeforeOpen = (_, _) => Task.CompletedTask;
        Assert.Equal(ScanState.Completed, (await house.RunAsync(id)).State);
        return id;
    }

    private static string Line(ScanChangeRow row) => $"{row.ObjectKey} {row.Kind} {row.CountBefore}→{row.CountAfter}";

    private static async Task<ScanComparison> CompareAsync(ScanHouse house, Guid? from, Guid to, ScanChangeKind? kind = null, PageCursor? after = null)
    {
        var outcome = await house.Get<ScanHistoryReader>().CompareAsync(house.Actor, from, to, kind, after, 7, default);
        Assert.True(outcome.Succeeded, outcome.Problem?.Sentence);
        return outcome.Value;
    }

    private static Task<List<string>> AllAsync(Func<PageCursor?, Task<ScanComparison>> load, ScanChangeKind? kind) =>
        AllAsync(async after => (await load(after)).Changes, kind);

    private static async Task<List<string>> AllAsync(Func<PageCursor?, Task<PageOf<ScanChangeRow>>> load, ScanChangeKind? kind)
    {
        var lines = new List<string>();
        for (PageCursor? after = null; ;)
        {
            var page = await load(after);
            Assert.All(page.Items, row => Assert.True(kind is null || row.Kind == kind));
            lines.AddRange(page.Items.Select(Line));
            if (page.Next is null)
            {
                Assert.Equal(lines.Count, lines.Distinct().Count());
                return [.. lines.Order(StringComparer.Ordinal)];
            }

            after = page.Next;
        }
    }
}
