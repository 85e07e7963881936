using DlpDashboard.Access.Settings;
using DlpDashboard.Admin.Retention;
using DlpDashboard.Audit;
using DlpDashboard.Events;
using DlpDashboard.Findings;
using DlpDashboard.Findings.History;
using DlpDashboard.Kernel;
using DlpDashboard.Scans;
using DlpDashboard.Tests.Testing;
using Microsoft.EntityFrameworkCore;

namespace DlpDashboard.Tests.Admin;

public sealed class RetentionTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task Old_scans_go_but_never_the_newest_of_an_endpoint_nor_one_that_waits_runs_or_rests()
    {
        await using var house = new RetentionHouse(database);
        var (busy, quiet, failing) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        var old = await house.ScanAsync(busy, 300, Completed);
        var cancelled = await house.ScanAsync(busy, 200, (scan, at) => scan.Cancel(at));
        var waiting = await house.ScanAsync(busy, 199, (_, _) => { });
        var resting = await house.ScanAsync(busy, 198, (scan, at) => scan.Pause(at));
        var running = await house.ScanAsync(busy, 197, (scan, at) => scan.Start("somebody", at, Lease));
        var newest = await house.ScanAsync(busy, 1, Completed);
        var only = await house.ScanAsync(quiet, 500, Completed);
        var completed = await house.ScanAsync(failing, 400, Completed);
        var failed = await house.ScanAsync(failing, 300, (scan, at) => scan.Fail("No.", at));
        var last = await house.ScanAsync(failing, 250, (scan, at) => scan.Fail("No.", at));

        await using var db = database.NewContext();
        db.Set<ScanFindingTotal>().AddRange(new[] { old, newest }.Select(scan => new ScanFindingTotal { OrganisationId = house.OrganisationId, EndpointId = busy, ScanId = scan, AtUtc = house.Now }));
        await db.SaveChangesAsync();

        var preview = await house.Get<RetentionReader>().PreviewAsync(house.Actor, RetentionPeriods.Default, default);
        Assert.Equal(3, preview.Single(part => part.Kind == RetentionKind.Scans).Count);
        Assert.Equal(3, (await house.RemovedAsync()).Scans);

        var left = await house.ScansAsync();
        Assert.Equal(new[] { waiting, resting, running, newest, only, completed, last }.Order(), left.Order());
        Assert.DoesNotContain(left, id => id == old || id == cancelled || id == failed);
        Assert.Equal([newest], await db.Set<ScanFindingTotal>().Where(t => t.OrganisationId == house.OrganisationId).Select(t => t.ScanId).ToListAsync());
    }

    [Fact]
    public async Task Samples_of_what_is_gone_or_closed_go_and_those_of_what_is_there_stay_however_old()
    {
        await using var house = new RetentionHouse(database);
        var before = house.Now.AddDays(-100);
        var gone = await house.FindingAsync(f => (f.GoneUtc, f.Status, f.StatusAtUtc) = (before, FindingStatus.Resolved, before));
        var closed = await house.FindingAsync(f => (f.Status, f.StatusAtUtc) = (FindingStatus.FalsePositive, before));
        var open = await house.FindingAsync(_ => { });
        var acknowledged = await house.FindingAsync(f => (f.Status, f.StatusAtUtc) = (FindingStatus.Acknowledged, before));
        var justClosed = await house.FindingAsync(f => (f.Status, f.StatusAtUtc) = (FindingStatus.Resolved, house.Now.AddDays(-89)));

        Assert.Equal(2, (await house.RemovedAsync()).Samples);
        Assert.Equal(new[] { open, acknowledged, justClosed }.Order(), (await house.WithSamplesAsync()).Order());

        // The findings themselves stay, say since when they have none, and are not counted again.
        var detail = await house.Get<FindingReader>().OneAsync(house.Actor, gone, default);
        Assert.Empty(detail!.Samples);
        Assert.NotNull(detail.SamplesRemovedUtc);
        Assert.NotNull(await house.Get<FindingReader>().OneAsync(house.Actor, closed, default));
        Assert.Equal(0, (await house.RemovedAsync()).Samples);
    }

    [Fact]
    public async Task A_finding_seen_again_after_its_samples_went_has_samples_again()
    {
        await using var house = new RetentionHouse(database);
        var objectId = Guid.CreateVersion7();
        var id = StableId.OfFinding(objectId, "email");
        var before = house.Now.AddDays(-100);
        await house.FindingAsync(f => (f.Id, f.ObjectId, f.GoneUtc, f.Status, f.StatusAtUtc) = (id, objectId, before, FindingStatus.Resolved, before));
        await house.RunAsync();

        await using var db = database.NewContext();
        var finding = await db.Findings.AsNoTracking().SingleAsync(f => f.Id == id);
        Assert.NotNull(finding.SamplesRemovedUtc);
        var sample = new FindingSample("a***", "00", DlpDashboard.Detection.Likelihood.Likely, 0.8, [], new DlpDashboard.Detection.TextLocation());
        var seen = new SeenObject(objectId, "b", "k", true, [new SeenFinding("email", "contact", DlpDashboard.Detection.Severity.Low, DlpDashboard.Detection.Likelihood.Likely, 1, [sample])]);
        await using (var transaction = await db.Database.BeginTransactionAsync())
        {
            await house.Get<FindingWriter>().ApplyAsync(db, new FindingBatch(house.OrganisationId, finding.EndpointId, Guid.CreateVersion7(), house.Now, [seen]), default);
            await transaction.CommitAsync();
        }

        var detail = await house.Get<FindingReader>().OneAsync(house.Actor, id, default);
        Assert.Equal((1, null, FindingStatus.Open), (detail!.Samples.Count, detail.SamplesRemovedUtc, detail.Row.Status));
    }

    [Fact]
    public async Task Histories_and_events_go_after_their_periods_and_the_audit_trail_only_where_one_is_set()
    {
        await using var house = new RetentionHouse(database);
        await house.FiringsAsync(500, 181, 179);
        await house.EventsAsync(500, 366, 364);
        await house.EntriesAsync(3000, 500, 1);
        var removed = await house.RemovedAsync();
        Assert.Equal((2L, 2L, 0L), (removed.Firings, removed.Events, removed.Audit));
        Assert.Equal(["364"], await house.DaysOfEventsAsync());

        await house.KeepAsync(new RetentionPeriods { AuditDays = 400 });
        Assert.Equal(2, (await house.RemovedAsync()).Audit);
    }

    [Fact]
    public async Task What_is_kept_for_ever_stays_and_one_organisation_never_touches_another()
    {
        await using var keeper = new RetentionHouse(database);
        await using var other = new RetentionHouse(database);
        await keeper.KeepAsync(new RetentionPeriods { ScansDays = null, SamplesDays = null, FiringsDays = null, EventsDays = null });
        await keeper.EventsAsync(3000, 2000);
        await other.EventsAsync(3000, 2000);
        Assert.Equal(RetentionCounts.None, await keeper.RemovedAsync());
        Assert.Equal(2, (await other.RemovedAsync()).Events);
        Assert.Equal(["3000", "2000"], await keeper.DaysOfEventsAsync());
        Assert.Empty(await other.DaysOfEventsAsync());
    }

    [Fact]
    public async Task A_clock_set_years_ahead_ages_nothing_by_more_than_a_week_and_one_set_back_removes_nothing()
    {
        await using var house = new RetentionHouse(database);
        await house.RunAsync();
        await house.EventsAsync(364, 359, 300, 1);

        house.Time.Jump(TimeSpan.FromDays(3650));
        var ahead = await house.RunAsync();
        Assert.Equal(2, ahead!.Removed.Events);
        Assert.Contains("mend it", ahead.Sentence, StringComparison.Ordinal);
        Assert.Equal(["300", "1"], await house.DaysOfEventsAsync());

        house.Time.Jump(TimeSpan.FromDays(-3650 - 1000));
        Assert.Equal(RetentionCounts.None, await house.RemovedAsync());
        house.Time.Jump(TimeSpan.FromDays(1000));
        Assert.Equal(RetentionCounts.None, await house.RemovedAsync());
        Assert.Null((await house.RunAsync())!.Sentence);
        Assert.Equal(["300", "1"], await house.DaysOfEventsAsync());
    }

    [Fact]
    public async Task A_run_that_is_ended_half_way_says_what_it_removed_and_the_next_one_goes_on()
    {
        using var leaving = new CancellationTokenSource();
        await using var house = new RetentionHouse(database, chunk: 2, new Ending(leaving));
        await house.FiringsAsync(1000, 999);
        await house.EventsAsync(1000, 999, 998);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => house.RunAsync(leaving.Token));
        var stopped = (await house.Get<RetentionReader>().RunsAsync(house.Actor, 5, default))[0];
        Assert.Equal((RetentionState.Stopped, 2L, 0L), (stopped.State, stopped.Removed.Firings, stopped.Removed.Events));
        Assert.NotNull(stopped.EndedUtc);
        Assert.Equal(3, (await house.DaysOfEventsAsync()).Count);

        await using var next = new RetentionHouse(database, chunk: 2, beside: house);
        var removed = await next.RemovedAsync();
        Assert.Equal((0L, 3L), (removed.Firings, removed.Events));
    }

    [Fact]
    public async Task Of_two_nodes_one_runs_and_a_run_whose_node_died_is_ended_by_the_next()
    {
        await using var house = new RetentionHouse(database);
        await house.EventsAsync(1000);
        await using (await database.Dialect.HoldAsync(RetentionRunner.TurnOf(house.OrganisationId), default))
        {
            Assert.Null(await house.RunAsync());
        }

        Assert.Single(await house.DaysOfEventsAsync());
        await using (var db = database.NewContext())
        {
            db.RetentionRuns.Add(new RetentionRun { Id = Guid.CreateVersion7(), OrganisationId = house.OrganisationId, AskedUtc = house.Now, State = RetentionState.Running, StartedUtc = house.Now });
            await db.SaveChangesAsync();
        }

        Assert.Equal(1, (await house.RemovedAsync()).Events);
        var runs = await house.Get<RetentionReader>().RunsAsync(house.Actor, 5, default);
        Assert.Equal([RetentionState.Completed, RetentionState.Stopped], runs.Select(run => run.State).Order());
    }

    [Fact]
    public async Task Something_unforeseen_in_one_part_ends_the_run_with_a_sentence_and_tells_of_it()
    {
        await using var house = new RetentionHouse(database, chunk: 2, new Breaking());
        await house.FiringsAsync(1000);
        await Assert.ThrowsAsync<InvalidOperationException>(() => house.RunAsync());
        var failed = (await house.Get<RetentionReader>().RunsAsync(house.Actor, 5, default))[0];
        Assert.Equal((RetentionState.Failed, 1L), (failed.State, failed.Removed.Firings));
        await using var db = database.NewContext();
        Assert.Equal(1, await db.Events.CountAsync(e => e.OrganisationId == house.OrganisationId && e.Type == EventTypes.RetentionFailed));
    }

    [Fact]
    public async Task A_run_that_removed_something_leaves_one_event_and_one_entry_with_counts_and_a_run_that_did_not_leaves_none()
    {
        await using var house = new RetentionHouse(database);
        await house.RunAsync();
        await house.EventsAsync(1000, 999, 998);
        Assert.NotNull(await house.RunAsync());
        await using var db = database.NewContext();
        var told = await db.Events.SingleAsync(e => e.OrganisationId == house.OrganisationId && e.Type == EventTypes.RetentionRan);
        Assert.Equal("The retention removed 3 events.", told.Sentence);
        var entry = await db.AuditEntries.SingleAsync(e => e.OrganisationId == house.OrganisationId && e.Action == AuditActions.RetentionRan);
        Assert.Contains("\"events\":\"3\"", entry.Details, StringComparison.Ordinal);
    }

    private static void Completed(Scan scan, DateTime at)
    {
        scan.Start("somebody", at, Lease);
        scan.Complete(at);
    }

    /// <summary>Has nothing to remove, but ends the run when its turn comes, after the histories.</summary>
    private sealed class Ending(CancellationTokenSource leaving) : IRetentionPart
    {
        public RetentionKind Kind => RetentionKind.Firings;

        public Task<int> CountAsync(Guid organisationId, DateTime beforeUtc, int most, CancellationToken cancellationToken) => Task.FromResult(0);

        public async Task<int> RemoveAsync(Guid organisationId, DateTime beforeUtc, int most, CancellationToken cancellationToken)
        {
            await leaving.CancelAsync();
            return 0;
        }
    }

    private sealed class Breaking : IRetentionPart
    {
        public RetentionKind Kind => RetentionKind.Firings;

        public Task<int> CountAsync(Guid organisationId, DateTime beforeUtc, int most, CancellationToken cancellationToken) => Task.FromResult(0);

        public Task<int> RemoveAsync(Guid organisationId, DateTime beforeUtc, int most, CancellationToken cancellationToken) => throw new InvalidOperationException("broken");
    }
}
