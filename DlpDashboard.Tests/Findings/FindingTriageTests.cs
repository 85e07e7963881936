using DlpDashboard.Access;
using DlpDashboard.Audit;
using DlpDashboard.Detection;
using DlpDashboard.Events;
using DlpDashboard.Findings;
using DlpDashboard.Kernel;
using DlpDashboard.Tests.Testing;
using Microsoft.EntityFrameworkCore;

namespace DlpDashboard.Tests.Findings;

/// <summary>The order of the list, and what people decide about many findings at once.</summary>
public sealed class FindingTriageTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private const int Many = 1_203;
    private static readonly DateTime Monday = new(2026, 3, 2, 8, 0, 0, DateTimeKind.Utc);
    private static readonly Severity[] Levels = Enum.GetValues<Severity>();
    private readonly Guid _organisation = Guid.CreateVersion7();
    private readonly Guid _endpoint = Guid.CreateVersion7();

    private FindingLedger Ledger => new(database.Dialect);

    private FindingReader Reader => new(database.Contexts);

    private FindingService Service => new(database.Contexts, Ledger, new AuditTrail(TimeProvider.System), new EventWriter(TimeProvider.System), TimeProvider.System);

    private FindingTriageService Triage => new(Reader, Service, new EventWriter(TimeProvider.System), database.Contexts, TimeProvider.System);

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(10)]
    [InlineData(100)]
    public async Task The_most_severe_come_first_and_no_page_loses_or_repeats_any(int size)
    {
        await FillAsync(40);
        var rows = await AllAsync(new FindingFilter(), size);
        Assert.Equal(40, rows.Select(row => row.Id).Distinct().Count());
        Assert.Equal(rows.OrderByDescending(row => row.Severity).ThenByDescending(row => row.FirstSeenUtc).ThenByDescending(row => row.Id).Select(row => row.Id), rows.Select(row => row.Id));

        var some = await AllAsync(new FindingFilter(Severities: [Severity.Low, Severity.High]), size);
        Assert.Equal((20, Severity.High, Severity.Low), (some.Count, some[0].Severity, some[^1].Severity));
        var named = await AllAsync(new FindingFilter(Text: "KEY-0000"), size);
        Assert.Equal((10, Severity.Critical), (named.Count, named[0].Severity));
    }

    [Fact]
    public async Task A_cursor_of_the_other_order_begins_anew_and_a_hostile_rank_is_no_page()
    {
        await FillAsync(8);
        var newest = await Reader.PageAsync(Actor(), new FindingFilter(), null, 3, default);
        var page = await Reader.PageAsync(Actor(), new FindingFilter(), FindingOrder.Severity, newest.Next, 3, default);
        Assert.Equal(Severity.Critical, page.Items[0].Severity);
        Assert.True(PageCursor.TryParse((newest.Next!.Value with { Rank = 255 }).ToString(), out var hostile));
        Assert.Equal(8, (await Reader.PageAsync(Actor(), new FindingFilter(), FindingOrder.Severity, hostile, 100, default)).Items.Count);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(4)]
    public void A_cursor_is_read_as_it_was_written(byte rank)
    {
        var cursor = new PageCursor(Monday, Guid.CreateVersion7(), rank);
        Assert.True(PageCursor.TryParse(cursor.ToString(), out var read));
        Assert.Equal(cursor, read);
        Assert.False(PageCursor.TryParse(cursor + "A", out _));
        Assert.False(PageCursor.TryParse(cursor.ToString()[1..], out _));
        Assert.False(PageCursor.TryParse(new PageCursor(Monday, cursor.Id) + "AA", out _));
    }

    [Fact]
    public async Task All_that_a_filter_matches_is_set_in_batches_and_told_as_one_event()
    {
        await FillAsync(Many);
        var filter = new FindingFilter(Severities: [Severity.High, Severity.Low], Statuses: [FindingStatus.Open]);
        var expected = await Reader.CountAsync(Actor(), filter, FindingTriageService.Most, default);

        var changed = await Triage.SetStatusAsync(Actor(), filter, new FindingDecision(FindingStatus.FalsePositive, "Made up"), default);

        Assert.Equal(expected, changed.Value);
        Assert.InRange(expected, 501, Many - 1);
        Assert.Equal(0, await Reader.CountAsync(Actor(), filter, 10, default));
        Assert.Equal(Many - expected, await Reader.CountAsync(Actor(), new FindingFilter(Statuses: [FindingStatus.Open]), Many, default));
        Assert.Equal(expected, (await Reader.TotalsAsync(Actor(), default)).Cells.Where(cell => cell.Status == FindingStatus.FalsePositive).Sum(cell => cell.Findings));
        await using var db = database.NewContext();
        var told = Assert.Single(await db.Set<StoryEvent>().Where(e => e.OrganisationId == _organisation).ToListAsync());
        Assert.Equal((EventTypes.FindingsTriaged, $"{expected} findings of one filter were set to false positive.", "Alex"), (told.Type, told.Sentence, told.ActorName));
        var trail = await db.Set<AuditEntry>().Where(e => e.OrganisationId == _organisation).ToListAsync();
        Assert.Equal((expected + 499) / 500, trail.Count);
        Assert.All(trail, entry => Assert.Contains("severity=High,Low; status=Open", entry.Details, StringComparison.Ordinal));
        Assert.Equal(expected, await db.FindingStatusChanges.CountAsync(c => c.OrganisationId == _organisation));

        Assert.Equal(0, (await Triage.SetStatusAsync(Actor(), filter, new FindingDecision(FindingStatus.Acknowledged), default)).Value);
        Assert.Equal(1, await db.Set<StoryEvent>().CountAsync(e => e.OrganisationId == _organisation));
    }

    [Fact]
    public async Task Few_that_a_person_chose_are_one_event_and_an_entry_each_and_saying_the_same_again_is_none()
    {
        await FillAsync(5);
        var ids = (await Reader.PageAsync(Actor(), new FindingFilter(), null, 3, default)).Items.Select(row => row.Id).ToList();
        await Service.SetStatusAsync(Actor(), ids, new FindingDecision(FindingStatus.Acknowledged), default);
        await Service.SetStatusAsync(Actor(), ids, new FindingDecision(FindingStatus.Acknowledged), default);
        await Service.SetStatusAsync(Actor(), ids[0], new FindingDecision(FindingStatus.Resolved), null, default);

        await using var db = database.NewContext();
        var told = await db.Set<StoryEvent>().Where(e => e.OrganisationId == _organisation).OrderBy(e => e.AtUtc).ThenBy(e => e.Id).ToListAsync();
        Assert.Equal(["3 findings were set to acknowledged.", "email in one object was set to resolved."], told.Select(e => e.Sentence));
        Assert.Equal(Links.Finding(ids[0]), told[1].Link);
        Assert.Equal(4, await db.Set<AuditEntry>().CountAsync(e => e.OrganisationId == _organisation && e.SubjectKind == "finding"));
    }

    [Fact]
    public async Task Who_may_not_decide_and_what_is_no_decision_is_refused_and_others_stay_untouched()
    {
        await FillAsync(3);
        var reader = Actor() with { Permissions = new HashSet<string> { Permissions.FindingsRead } };
        await Assert.ThrowsAsync<PermissionDeniedException>(() => Triage.SetStatusAsync(reader, new FindingFilter(), new FindingDecision(FindingStatus.Resolved), default));
        var refused = await Triage.SetStatusAsync(Actor(), new FindingFilter(), new FindingDecision(FindingStatus.FalsePositive), default);
        Assert.Equal("reason", refused.Problem?.Field);

        var elsewhere = Actor() with { OrganisationId = Guid.CreateVersion7() };
        Assert.Equal(0, (await Triage.SetStatusAsync(elsewhere, new FindingFilter(), new FindingDecision(FindingStatus.Resolved), default)).Value);
        Assert.Equal(3, await Reader.CountAsync(Actor(), new FindingFilter(Statuses: [FindingStatus.Open]), 10, default));
    }

    private async Task<List<FindingRow>> AllAsync(FindingFilter filter, int size)
    {
        var rows = new List<FindingRow>();
        await foreach (var row in PageOf.AllAsync(after => Reader.PageAsync(Actor(), filter, FindingOrder.Severity, after, size, default), default))
        {
            rows.Add(row);
        }

        return rows;
    }

    /// <summary>Findings of all severities in turn, first seen at three different times.</summary>
    private async Task FillAsync(int count)
    {
        foreach (var chunk in Enumerable.Range(0, count).GroupBy(at => at % 3))
        {
            var seen = chunk.Select(at => new SeenObject(
                StableId.OfObject(_endpoint, "b", Key(at)), "b", Key(at), IsComplete: true, [new SeenFinding("email", "personal", Levels[at % Levels.Length], Likelihood.Likely, 1, [])])).ToList();
            await using var db = database.NewContext();
            await using var transaction = await db.Database.BeginTransactionAsync();
            await new FindingWriter(Ledger).ApplyAsync(db, new FindingBatch(_organisation, _endpoint, Guid.CreateVersion7(), Monday.AddDays(chunk.Key), seen), default);
            await transaction.CommitAsync();
        }
    }

    private static string Key(int at) => $"key-{at / 10:0000}/{at:000000}.txt";

    private Actor Actor() => new(_organisation, Guid.CreateVersion7(), "Alex", new HashSet<string> { Permissions.Everything });
}
