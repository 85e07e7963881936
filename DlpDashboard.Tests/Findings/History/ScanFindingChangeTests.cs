using DlpDashboard.Detection;
using DlpDashboard.Findings;
using DlpDashboard.Findings.History;
using DlpDashboard.Kernel;
using DlpDashboard.Tests.Testing;
using Microsoft.EntityFrameworkCore;

namespace DlpDashboard.Tests.Findings.History;

public sealed class ScanFindingChangeTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private static readonly DateTime Monday = new(2026, 3, 2, 8, 0, 0, DateTimeKind.Utc);
    private readonly Guid _organisation = Guid.CreateVersion7();
    private readonly Guid _endpoint = Guid.CreateVersion7();

    [Fact]
    public async Task A_first_scan_keeps_a_row_for_each_finding_and_a_scan_of_the_same_keeps_none()
    {
        var first = await ApplyAsync(Seen("a.csv", ("email", 3), ("us-ssn", 1)), Seen("b.csv", ("email", 5)));
        var second = await ApplyAsync(Seen("a.csv", ("email", 3), ("us-ssn", 1)), Seen("b.csv", ("email", 5)));

        var rows = await RowsAsync(first);
        Assert.Equal(3, rows.Count);
        Assert.All(rows, row => Assert.Equal((false, null, null, null), (row.WasKnown, row.CountBefore, row.SeverityBefore, row.LikelihoodBefore)));
        Assert.Equal([1, 3, 5], rows.Select(row => row.CountAfter).Order());
        Assert.Empty(await RowsAsync(second));
    }

    [Fact]
    public async Task What_is_more_worse_or_surer_is_kept_with_how_it_was()
    {
        await ApplyAsync(Seen("a.csv", ("email", 3)));
        var seen = Seen("a.csv", ("email", 3));
        var scan = await ApplyAsync(seen with { Findings = [seen.Findings[0] with { Count = 7, Severity = Severity.Critical, Likelihood = Likelihood.VeryLikely }] });

        var row = Assert.Single(await RowsAsync(scan));
        Assert.Equal((3L, Severity.Medium, Likelihood.Likely), (row.CountBefore, row.SeverityBefore, row.LikelihoodBefore));
        Assert.Equal((7L, Severity.Critical, Likelihood.VeryLikely), (row.CountAfter, row.SeverityAfter, row.LikelihoodAfter));
    }

    [Fact]
    public async Task Other_samples_alone_are_no_change()
    {
        await ApplyAsync(Seen("a.csv", ("email", 3)));
        var seen = Seen("a.csv", ("email", 3));
        var sample = new FindingSample("j***@example.test", "00ff", Likelihood.Likely, 0.7, ["structure"], new TextLocation(Line: 3, Column: 1));

        Assert.Empty(await RowsAsync(await ApplyAsync(seen with { Findings = [seen.Findings[0] with { Samples = [sample] }] })));
    }

    [Fact]
    public async Task What_goes_and_comes_back_is_told_by_each_scan_and_no_other()
    {
        await ApplyAsync(Seen("a.csv", ("email", 3)));
        var gone = await ApplyAsync(Seen("a.csv"));
        var still = await ApplyAsync(Seen("a.csv"));
        var back = await ApplyAsync(Seen("a.csv", ("email", 4)));

        Assert.Equal((3L, (long?)null, true), Measures(Assert.Single(await RowsAsync(gone))));
        Assert.Empty(await RowsAsync(still));
        Assert.Equal(((long?)null, 4L, true), Measures(Assert.Single(await RowsAsync(back))));
    }

    [Fact]
    public async Task An_object_that_vanished_takes_its_findings_with_it()
    {
        await ApplyAsync(Seen("a.csv", ("email", 3), ("jwt", 2)), Seen("b.csv", ("email", 1)));
        var scan = Guid.CreateVersion7();
        await WriteAsync((writer, db) => writer.CloseVanishedAsync(db, Batch(scan, Seen("a.csv")), CancellationToken.None));

        Assert.Equal([(2L, null, true), (3L, null, true)], (await RowsAsync(scan)).Select(Measures).Order());
    }

    [Fact]
    public async Task Writing_a_batch_again_in_the_same_scan_keeps_the_first_before()
    {
        var scan = await ApplyAsync(Seen("a.csv", ("email", 3)));
        await ApplyAgainAsync(scan, Seen("a.csv", ("email", 3)));
        await ApplyAgainAsync(scan, Seen("a.csv", ("email", 9)));
        Assert.Equal(((long?)null, 9L, false), Measures(Assert.Single(await RowsAsync(scan))));

        var next = await ApplyAsync(Seen("a.csv", ("email", 4)));
        await ApplyAgainAsync(next, Seen("a.csv", ("email", 4)));
        await ApplyAgainAsync(next, Seen("a.csv"));
        Assert.Equal((9L, (long?)null, true), Measures(Assert.Single(await RowsAsync(next))));
    }

    [Fact]
    public async Task What_a_person_resolved_and_a_scan_sees_again_comes_back()
    {
        await ApplyAsync(Seen("a.csv", ("email", 3)));
        await using (var db = database.NewContext())
        {
            await db.Findings.Where(f => f.EndpointId == _endpoint).ExecuteUpdateAsync(set => set.SetProperty(f => f.Status, FindingStatus.Resolved));
        }

        Assert.Equal(((long?)null, 3L, true), Measures(Assert.Single(await RowsAsync(await ApplyAsync(Seen("a.csv", ("email", 3)))))));
    }

    [Fact]
    public async Task What_is_kept_goes_with_its_scan_in_batches_and_with_its_endpoint()
    {
        // More than two batches, so that the borders between them are walked.
        var first = await ApplyAsync([.. Enumerable.Range(0, 10_003).Select(i => Seen($"{i}.csv", ("email", 1)))]);
        var second = await ApplyAsync(Seen("0.csv", ("email", 2)));
        await WriteAsync(async (writer, db) => await writer.KeepTotalAsync(db, Batch(second), CancellationToken.None));
        await using var db = database.NewContext();

        await FindingHistory.ForgetAsync(db, Guid.CreateVersion7(), _endpoint, first, CancellationToken.None);
        Assert.Equal(10_003, await db.ScanFindingChanges.CountAsync(c => c.ScanId == first));
        await FindingHistory.ForgetAsync(db, _organisation, _endpoint, first, CancellationToken.None);
        Assert.Empty(await RowsAsync(first));
        Assert.Single(await RowsAsync(second));
        Assert.Equal(10_003, await db.Findings.CountAsync(f => f.EndpointId == _endpoint));

        await new FindingEndpointRows(database.Contexts).PurgeAsync(_organisation, _endpoint, CancellationToken.None);
        Assert.Empty(await RowsAsync(second));
        Assert.False(await db.ScanFindingTotals.AnyAsync(t => t.EndpointId == _endpoint));
    }

    [Fact]
    public async Task A_scans_end_keeps_what_is_still_to_be_done_by_severity_and_ending_again_writes_over_it()
    {
        var seen = Seen("a.csv", ("email", 3), ("jwt", 1), ("us-ssn", 1));
        seen = seen with { Findings = [seen.Findings[0], seen.Findings[1] with { Severity = Severity.Critical }, seen.Findings[2] with { Severity = Severity.High }] };
        var scan = await ApplyAsync(seen);
        await WriteAsync(async (writer, db) => await writer.KeepTotalAsync(db, Batch(scan), CancellationToken.None));
        await ApplyAgainAsync(scan, seen with { Findings = [.. seen.Findings.Take(2)] });
        await WriteAsync(async (writer, db) => await writer.KeepTotalAsync(db, Batch(scan), CancellationToken.None));

        await using var db = database.NewContext();
        var total = await db.ScanFindingTotals.SingleAsync(t => t.EndpointId == _endpoint);
        Assert.Equal((0L, 1L, 0L, 1L), (total.Low, total.Medium, total.High, total.Critical));
    }

    private static (long?, long?, bool) Measures(ScanFindingChange row) => (row.CountBefore, row.CountAfter, row.WasKnown);

    private async Task<Guid> ApplyAsync(params SeenObject[] objects)
    {
        var scan = Guid.CreateVersion7();
        await ApplyAgainAsync(scan, objects);
        return scan;
    }

    private Task ApplyAgainAsync(Guid scan, params SeenObject[] objects) => WriteAsync((writer, db) => writer.ApplyAsync(db, Batch(scan, objects), CancellationToken.None));

    private async Task WriteAsync(Func<FindingWriter, DlpDashboard.Data.DlpDbContext, Task> write)
    {
        await using var db = database.NewContext();
        await using var transaction = await db.Database.BeginTransactionAsync();
        await write(new FindingWriter(new FindingLedger(database.Dialect)), db);
        await transaction.CommitAsync();
    }

    private async Task<List<ScanFindingChange>> RowsAsync(Guid scan)
    {
        await using var db = database.NewContext();
        return await db.ScanFindingChanges.AsNoTracking().Where(c => c.EndpointId == _endpoint && c.ScanId == scan).ToListAsync();
    }

    private FindingBatch Batch(Guid scan, params SeenObject[] objects) => new(_organisation, _endpoint, scan, Monday, objects);

    private SeenObject Seen(string key, params (string Detector, long Count)[] found) => new(
        StableId.OfObject(_endpoint, "b", key),
        "b",
        key,
        IsComplete: true,
        [.. found.Select(f => new SeenFinding(f.Detector, "personal", Severity.Medium, Likelihood.Likely, f.Count, []))]);
}
