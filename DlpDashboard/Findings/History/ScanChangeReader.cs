using System.Runtime.CompilerServices;
using DlpDashboard.Access;
using DlpDashboard.Data;
using DlpDashboard.Kernel;
using Microsoft.EntityFrameworkCore;

namespace DlpDashboard.Findings.History;

/// <summary>Reads what scans changed. Which scans there are and what they belong to, its callers know.</summary>
public sealed class ScanChangeReader(IDbContextFactory<DlpDbContext> contexts)
{
    private const int ExportPage = 1_000;

    /// <summary>One page of what one scan changed, in the order of the findings' ids: each page costs the same, however long the list.</summary>
    public async Task<PageOf<ScanChangeRow>> PageAsync(
        Actor actor, Guid endpointId, Guid scanId, ScanChangeKind? kind, PageCursor? after, int size, CancellationToken cancellationToken)
    {
        actor.Demand(Permissions.FindingsRead);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var query = ScanChangeQuery.OfKind(Of(db, actor, endpointId, scanId), kind);
        query = after is { } cursor ? query.Where(c => c.FindingId > cursor.Id) : query;
        var rows = await query.OrderBy(c => c.FindingId).Take(size + 1).ToListAsync(cancellationToken);
        var changes = await ScanChangeQuery.RowsAsync(db, actor.OrganisationId, [.. rows.Select(FoldedChange.Of)], cancellationToken);
        return PageOf.From(changes, size, row => new PageCursor(row.AtUtc, row.FindingId));
    }

    /// <summary>
    /// What scans of one endpoint changed together, each finding once: the numbers, and one page, the worst first. Every page walks over all their rows;
    /// memory holds no more than the page.
    /// </summary>
    public async Task<(ScanChangeTotals Totals, PageOf<ScanChangeRow> Page)> FoldAsync(
        Actor actor, Guid endpointId, IReadOnlyList<Guid> scanIds, ScanChangeKind? kind, PageCursor? after, int size, CancellationToken cancellationToken)
    {
        actor.Demand(Permissions.FindingsRead);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var totals = ScanChangeTotals.Zero;
        var page = new PriorityQueue<FoldedChange, (int Rank, Guid Id)>(Comparer<(int Rank, Guid Id)>.Create((left, right) => right.CompareTo(left)));
        var behind = after is { } cursor ? ((int)Math.Min(cursor.AtUtc.Ticks, int.MaxValue), cursor.Id) : ((int Rank, Guid Id)?)null;
        await foreach (var change in ScanChangeQuery.FoldAsync(db, actor.OrganisationId, endpointId, scanIds, cancellationToken))
        {
            totals = totals.With(change.Kind!.Value);
            if ((kind is null || kind == change.Kind) && (behind is null || change.Order.CompareTo(behind.Value) > 0))
            {
                page.Enqueue(change, change.Order);
                if (page.Count > size + 1)
                {
                    page.Dequeue();
                }
            }
        }

        var rows = page.UnorderedItems.Select(item => item.Element).OrderBy(change => change.Order).ToList();
        var shown = await ScanChangeQuery.RowsAsync(db, actor.OrganisationId, [.. rows.Take(size)], cancellationToken);

        // The rank travels in the cursor's place for a time.
        PageCursor? next = rows.Count > size ? new PageCursor(new DateTime(rows[size - 1].Order.Rank, DateTimeKind.Utc), rows[size - 1].FindingId) : null;
        return (totals, new PageOf<ScanChangeRow>(shown, next));
    }

    /// <summary>The same for a file: all rows in the order of ids; memory does not grow.</summary>
    public async IAsyncEnumerable<ScanChangeRow> ExportAsync(
        Actor actor, Guid endpointId, IReadOnlyList<Guid> scanIds, ScanChangeKind? kind, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        actor.Demand(Permissions.FindingsExport);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var names = await contexts.CreateDbContextAsync(cancellationToken);
        var chunk = new List<FoldedChange>(ExportPage);
        await foreach (var change in ScanChangeQuery.FoldAsync(db, actor.OrganisationId, endpointId, scanIds, cancellationToken))
        {
            if (kind is null || kind == change.Kind)
            {
                chunk.Add(change);
            }

            if (chunk.Count == ExportPage)
            {
                foreach (var row in await ScanChangeQuery.RowsAsync(names, actor.OrganisationId, chunk, cancellationToken))
                {
                    yield return row;
                }

                chunk.Clear();
            }
        }

        foreach (var row in await ScanChangeQuery.RowsAsync(names, actor.OrganisationId, chunk, cancellationToken))
        {
            yield return row;
        }
    }

    /// <summary>The newest points of an endpoint's trend, oldest first.</summary>
    public async Task<IReadOnlyList<ScanTrendPoint>> TrendAsync(Actor actor, Guid endpointId, int most, CancellationToken cancellationToken)
    {
        actor.Demand(Permissions.FindingsRead);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var newest = await db.ScanFindingTotals.AsNoTracking()
            .Where(t => t.OrganisationId == actor.OrganisationId && t.EndpointId == endpointId)
            .OrderByDescending(t => t.AtUtc).ThenByDescending(t => t.ScanId)
            .Take(most)
            .Select(t => new ScanTrendPoint(t.ScanId, t.AtUtc, t.Low, t.Medium, t.High, t.Critical))
            .ToListAsync(cancellationToken);
        newest.Reverse();
        return newest;
    }

    private static IQueryable<ScanFindingChange> Of(DlpDbContext db, Actor actor, Guid endpointId, Guid scanId) =>
        db.ScanFindingChanges.AsNoTracking().Where(c => c.OrganisationId == actor.OrganisationId && c.EndpointId == endpointId && c.ScanId == scanId);
}
