using DlpDashboard.Access;
using DlpDashboard.Audit;
using DlpDashboard.Detection;
using DlpDashboard.Events;
using DlpDashboard.Findings;
using DlpDashboard.Kernel;
using DlpDashboard.Tests.Testing;
using Microsoft.EntityFrameworkCore;

namespace DlpDashboard.Tests.Findings;

public sealed class FindingWritingTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private static readonly DateTime Monday = new(2026, 3, 2, 8, 0, 0, DateTimeKind.Utc);
    private readonly Guid _organisation = Guid.CreateVersion7();
    private readonly Guid _endpoint = Guid.CreateVersion7();

    private FindingLedger Ledger => new(database.Dialect);

    private FindingReader Reader => new(database.Contexts);

    private FindingService Service => new(database.Contexts, Ledger, new AuditTrail(TimeProvider.System), new EventWriter(TimeProvider.System), TimeProvider.System);

    [Fact]
    public async Task The_roll_up_always_equals_the_findings_it_counts()
    {
        await ApplyAsync(Monday, Seen("a.csv", ("email", 3), ("us-ssn", 1)), Seen("b.csv", ("email", 5)));
        await ApplyAsync(Monday.AddDays(1), Seen("a.csv", ("email", 9)), Seen("b.csv", ("email", 5)));
        var first = (await PageAsync(new FindingFilter())).Items[0];
        await Service.SetStatusAsync(Actor(), [first.Id], new FindingDecision(FindingStatus.Acknowledged), CancellationToken.None);
        await ApplyAsync(Monday.AddDays(2), Seen("a.csv"), Seen("b.csv", ("email", 1), ("jwt", 2)));

        await using var db = database.NewContext();
        var truth = (await db.Findings.Where(f => f.OrganisationId == _organisation).ToListAsync())
            .GroupBy(f => (f.DetectorId, f.Severity, f.Status))
            .Select(g => (g.Key.DetectorId, g.Key.Severity, g.Key.Status, Findings: g.LongCount(), Values: g.Sum(f => f.Count)))
            .Order();
        var totals = (await Reader.TotalsAsync(Actor(), CancellationToken.None)).Cells
            .Select(c => (c.DetectorId, c.Severity, c.Status, c.Findings, c.Values))
            .Order();
        Assert.Equal(truth, totals);
        Assert.NotEmpty(totals);
    }

    [Fact]
    public async Task What_is_gone_keeps_its_samples_for_whoever_asks_what_it_was()
    {
        var sample = new FindingSample("j***@example.test", "00ff", Likelihood.Likely, 0.7, ["structure"], new TextLocation(Line: 3, Column: 1));
        var seen = Seen("a.csv", ("email", 1));
        await ApplyAsync(Monday, seen with { Findings = [seen.Findings[0] with { Samples = [sample] }] });
        await ApplyAsync(Monday.AddDays(1), Seen("a.csv"));

        var id = (await PageAsync(new FindingFilter())).Items[0].Id;
        var gone = await Reader.OneAsync(Actor(), id, CancellationToken.None);
        Assert.Equal(Monday.AddDays(1), gone!.Row.GoneUtc);
        Assert.Equal("j***@example.test", Assert.Single(gone.Samples).Value);
    }

    [Fact]
    public async Task What_is_seen_again_as_it_was_keeps_its_samples_and_tells_when()
    {
        var sample = new FindingSample("j***@example.test", "00ff", Likelihood.Likely, 0.7, ["structure"], new TextLocation(Line: 3, Column: 1));
        var seen = Seen("a.csv", ("email", 1));
        seen = seen with { Findings = [seen.Findings[0] with { Samples = [sample] }] };
        await ApplyAsync(Monday, seen);
        await ApplyAsync(Monday.AddDays(1), seen);

        var row = await Reader.OneAsync(Actor(), Assert.Single((await PageAsync(new FindingFilter())).Items).Id, CancellationToken.None);
        Assert.Equal((Monday, Monday.AddDays(1), null), (row!.Row.FirstSeenUtc, row.Row.LastSeenUtc, row.Row.GoneUtc));
        Assert.Equal("j***@example.test", Assert.Single(row.Samples).Value);
    }

    [Fact]
    public async Task Several_values_of_a_filter_are_one_or_the_other()
    {
        await ApplyAsync(Monday, Seen("a.csv", ("email", 1), ("jwt", 1), ("us-ssn", 1)));

        var rows = (await PageAsync(new FindingFilter(DetectorIds: ["email", "jwt"], Statuses: [FindingStatus.Open, FindingStatus.Acknowledged]))).Items;

        Assert.Equal(["email", "jwt"], rows.Select(row => row.DetectorId).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_is_rolled_back_leaves_no_trace()
    {
        await using (var db = database.NewContext())
        await using (var transaction = await db.Database.BeginTransactionAsync())
        {
            await new FindingWriter(Ledger).ApplyAsync(db, Batch(Monday, Seen("a.csv", ("email", 3))), CancellationToken.None);
        }

        Assert.Empty((await PageAsync(new FindingFilter())).Items);
        Assert.Empty((await Reader.TotalsAsync(Actor(), CancellationToken.None)).Cells);
    }

    [Fact]
    public async Task Triage_during_a_scan_loses_nothing_on_either_side()
    {
        await ApplyAsync(Monday, [.. Enumerable.Range(0, 40).Select(i => Seen($"{i}.csv", ("email", 1)))]);
        var ids = (await PageAsync(new FindingFilter())).Items.Select(row => row.Id).ToList();

        var scan = Task.Run(async () =>
        {
            for (var day = 1; day <= 5; day++)
            {
                await ApplyAsync(Monday.AddDays(day), [.. Enumerable.Range(0, 40).Select(i => Seen($"{i}.csv", ("email", day)))]);
            }
        });
        foreach (var id in ids)
        {
            var outcome = await Service.SetStatusAsync(Actor(), [id], new FindingDecision(FindingStatus.Acknowledged, "looking"), CancellationToken.None);
            Assert.Equal(1, outcome.Value);
        }

        await scan;
        var cell = Assert.Single((await Reader.TotalsAsync(Actor(), CancellationToken.None)).Cells);
        Assert.Equal((FindingStatus.Acknowledged, 40L, 200L), (cell.Status, cell.Findings, cell.Values));
    }

    [Fact]
    public async Task Pages_follow_each_other_without_gap_or_double()
    {
        await ApplyAsync(Monday, [.. Enumerable.Range(0, 25).Select(i => Seen($"{i}.csv", ("email", 1)))]);

        var seen = new List<Guid>();
        PageCursor? after = null;
        do
        {
            var page = await Reader.PageAsync(Actor(), new FindingFilter(), after, 7, CancellationToken.None);
            seen.AddRange(page.Items.Select(row => row.Id));
            after = page.Next;
        }
        while (after is not null);

        Assert.Equal(25, seen.Count);
        Assert.Equal(25, seen.Distinct().Count());
    }

    [Fact]
    public async Task The_text_filter_finds_a_part_of_the_key_in_any_case()
    {
        await ApplyAsync(Monday, Seen("exports/Customers%_.csv", ("email", 1)), Seen("other.csv", ("email", 1)));

        var row = Assert.Single((await PageAsync(new FindingFilter(Text: "CUSTOMERS%_"))).Items);

        Assert.Equal("exports/Customers%_.csv", row.ObjectKey);
    }

    [Fact]
    public async Task Another_organisation_sees_and_changes_nothing()
    {
        await ApplyAsync(Monday, Seen("a.csv", ("email", 3)));
        var id = (await PageAsync(new FindingFilter())).Items[0].Id;
        var stranger = new Actor(Guid.CreateVersion7(), Guid.CreateVersion7(), "Stranger", new HashSet<string> { Permissions.Everything });

        Assert.Empty((await Reader.PageAsync(stranger, new FindingFilter(), null, 10, CancellationToken.None)).Items);
        Assert.Null(await Reader.OneAsync(stranger, id, CancellationToken.None));
        var outcome = await Service.SetStatusAsync(stranger, id, new FindingDecision(FindingStatus.Resolved), null, CancellationToken.None);
        Assert.Equal(ProblemKind.NotFound, outcome.Problem?.Kind);
        Assert.Equal(FindingStatus.Open, (await Reader.OneAsync(Actor(), id, CancellationToken.None))!.Row.Status);
    }

    [Fact]
    public async Task Without_the_permission_nothing_is_read_or_decided()
    {
        var nobody = Actor() with { Permissions = new HashSet<string>() };

        await Assert.ThrowsAsync<PermissionDeniedException>(() => Reader.PageAsync(nobody, new FindingFilter(), null, 10, CancellationToken.None));
        await Assert.ThrowsAsync<PermissionDeniedException>(() => Service.SetStatusAsync(nobody, [Guid.Empty], new FindingDecision(FindingStatus.Open), CancellationToken.None));
        Assert.Throws<PermissionDeniedException>(() => Reader.ExportAsync(nobody, new FindingFilter(), CancellationToken.None));
    }

    [Fact]
    public async Task A_false_positive_needs_a_reason_and_an_old_revision_is_refused()
    {
        await ApplyAsync(Monday, Seen("a.csv", ("email", 3)));
        var row = (await PageAsync(new FindingFilter())).Items[0];

        var silent = await Service.SetStatusAsync(Actor(), row.Id, new FindingDecision(FindingStatus.FalsePositive, " "), row.Revision, CancellationToken.None);
        var first = await Service.SetStatusAsync(Actor(), row.Id, new FindingDecision(FindingStatus.FalsePositive, "test data"), row.Revision, CancellationToken.None);
        var late = await Service.SetStatusAsync(Actor(), row.Id, new FindingDecision(FindingStatus.Open), row.Revision, CancellationToken.None);

        Assert.Equal("reason", silent.Problem?.Field);
        Assert.True(first.Succeeded);
        Assert.Equal(ProblemKind.Conflict, late.Problem?.Kind);
        var step = Assert.Single((await Reader.OneAsync(Actor(), row.Id, CancellationToken.None))!.History);
        Assert.Equal(("Alex", FindingStatus.FalsePositive, "test data"), (step.By, step.To, step.Reason));
    }

    [Fact]
    public async Task Deleting_the_endpoint_takes_its_findings_and_numbers_and_no_others()
    {
        await ApplyAsync(Monday, Seen("a.csv", ("email", 3)));
        var other = Guid.CreateVersion7();
        await using (var db = database.NewContext())
        await using (var transaction = await db.Database.BeginTransactionAsync())
        {
            var batch = Batch(Monday, Seen("x.csv", ("jwt", 1))) with { EndpointId = other };
            await new FindingWriter(Ledger).ApplyAsync(db, batch, CancellationToken.None);
            await transaction.CommitAsync();
        }

        var rows = new FindingEndpointRows(database.Contexts);
        Assert.Equal(1, Assert.Single(await rows.CountAsync(_organisation, _endpoint, CancellationToken.None)).Count);
        await rows.PurgeAsync(_organisation, _endpoint, CancellationToken.None);

        Assert.Equal(other, Assert.Single((await PageAsync(new FindingFilter())).Items).EndpointId);
        Assert.Equal(other, Assert.Single((await Reader.TotalsAsync(Actor(), CancellationToken.None)).Cells).EndpointId);
    }

    private async Task ApplyAsync(DateTime atUtc, params SeenObject[] objects)
    {
        await using var db = database.NewContext();
        await using var transaction = await db.Database.BeginTransactionAsync();
        await new FindingWriter(Ledger).ApplyAsync(db, Batch(atUtc, objects), CancellationToken.None);
        await transaction.CommitAsync();
    }

    private Task<PageOf<FindingRow>> PageAsync(FindingFilter filter) => Reader.PageAsync(Actor(), filter, null, 100, CancellationToken.None);

    private Actor Actor() => new(_organisation, Guid.CreateVersion7(), "Alex", new HashSet<string> { Permissions.Everything });

    private FindingBatch Batch(DateTime atUtc, params SeenObject[] objects) => new(_organisation, _endpoint, Guid.CreateVersion7(), atUtc, objects);

    private SeenObject Seen(string key, params (string Detector, long Count)[] found) => new(
        StableId.OfObject(_endpoint, "b", key),
        "b",
        key,
        IsComplete: true,
        [.. found.Select(f => new SeenFinding(f.Detector, "personal", Severity.Medium, Likelihood.Likely, f.Count, []))]);
}
