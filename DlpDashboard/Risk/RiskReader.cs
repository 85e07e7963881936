using DlpDashboard.Access;
using DlpDashboard.Data;
using DlpDashboard.Findings;
using DlpDashboard.Kernel;
using DlpDashboard.Risk.Arithmetic;
using DlpDashboard.Risk.Joining;
using Microsoft.EntityFrameworkCore;

namespace DlpDashboard.Risk;

/// <summary>Reads joined risks: the ranked list, and how many buckets stand where.</summary>
/// <param name="contexts">The database.</param>
/// <param name="endpoints">Names of endpoints.</param>
/// <param name="detectors">Names of the organisation's own detectors.</param>
public sealed class RiskReader(IDbContextFactory<DlpDbContext> contexts, IEndpointDirectory endpoints, IDetectorDirectory detectors)
{
    private const int ExportPage = 1_000;

    /// <summary>One page, the riskiest first.</summary>
    public async Task<PageOf<RiskRow>> PageAsync(Actor actor, RiskFilter filter, PageCursor? after, int size, CancellationToken cancellationToken)
    {
        Demand(actor);
        var names = await RiskNames.ReadAsync(actor, endpoints, detectors, cancellationToken);
        return await PageAsync(actor, filter, after, size, names, cancellationToken);
    }

    /// <summary>All of a filter, page by page, for a file.</summary>
    public async IAsyncEnumerable<RiskRow> ExportAsync(Actor actor, RiskFilter filter, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Demand(actor);
        actor.Demand(Permissions.FindingsExport);
        var names = await RiskNames.ReadAsync(actor, endpoints, detectors, cancellationToken);
        await foreach (var row in PageOf.AllAsync(after => PageAsync(actor, filter, after, ExportPage, names, cancellationToken), cancellationToken))
        {
            yield return row;
        }
    }

    /// <summary>How many buckets stand in each cell of exposure and sensitivity; cells without any are left out.</summary>
    public async Task<IReadOnlyList<RiskCell>> CellsAsync(Actor actor, RiskFilter filter, CancellationToken cancellationToken)
    {
        Demand(actor);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await Narrowed(db, actor, filter).GroupBy(r => new { r.Exposure, r.Band })
            .Select(group => new RiskCell(group.Key.Exposure, group.Key.Band, group.Count(), group.Max(r => r.Risk))).ToListAsync(cancellationToken);
    }

    private static void Demand(Actor actor)
    {
        actor.Demand(Permissions.PostureRead);
        actor.Demand(Permissions.FindingsRead);
    }

    private async Task<PageOf<RiskRow>> PageAsync(Actor actor, RiskFilter filter, PageCursor? after, int size, RiskNames names, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var query = Narrowed(db, actor, filter);
        if (after is { } cursor)
        {
            var rank = (int)Math.Min(cursor.AtUtc.Ticks, int.MaxValue);
            query = query.Where(r => r.Rank < rank || (r.Rank == rank && r.BucketId < cursor.Id));
        }

        var rows = await query.OrderByDescending(r => r.Rank).ThenByDescending(r => r.BucketId).Take(size + 1).ToListAsync(cancellationToken);

        // The rank stands where other lists have a time: a cursor's text has room for one long number.
        var page = PageOf.From(rows, size, row => new PageCursor(new DateTime(row.Rank, DateTimeKind.Utc), row.BucketId));
        return new PageOf<RiskRow>([.. page.Items.Select(row => RiskRow.Of(row, names))], page.Next);
    }

    private static IQueryable<BucketRisk> Narrowed(DlpDbContext db, Actor actor, RiskFilter filter)
    {
        var query = db.BucketRisks.AsNoTracking().Where(r => r.OrganisationId == actor.OrganisationId);
        query = filter.EndpointIds is { Count: > 0 } ids ? query.Where(r => ids.Contains(r.EndpointId)) : query;
        query = filter.Exposures is { Count: > 0 } exposures ? query.Where(r => exposures.Contains(r.Exposure)) : query;
        query = filter.Bands is { Count: > 0 } bands ? query.Where(r => bands.Contains(r.Band)) : query;
        if (filter.AtLeast is { } band)
        {
            var lowest = JoinedRisk.FloorOf(band) * 1_000_000;
            query = query.Where(r => r.Rank >= lowest);
        }

        if (filter.Detector is { Length: > 0 } detector)
        {
            var totals = db.BucketFindingTotals;
            query = query.Where(r => totals.Any(t => t.BucketId == r.BucketId && t.DetectorId == detector && t.Findings > 0 && (t.Status == FindingStatus.Open || t.Status == FindingStatus.Acknowledged)));
        }

        if (filter.Text is { Length: > 0 } text)
        {
            var part = text.ToLowerInvariant();
#pragma warning disable CA1304, CA1311, CA1862 // The database compares, and by its own rules.
            query = query.Where(r => r.Bucket.ToLower().Contains(part));
#pragma warning restore CA1304, CA1311, CA1862
        }

        return query;
    }
}

/// <summary>A cell of exposure and sensitivity.</summary>
/// <param name="Exposure">Who can reach them.</param>
/// <param name="Sensitivity">How sensitive they are.</param>
/// <param name="Buckets">How many buckets.</param>
/// <param name="HighestRisk">The highest risk among them.</param>
public sealed record RiskCell(ExposureLevel Exposure, SensitivityBand Sensitivity, int Buckets, int HighestRisk);
