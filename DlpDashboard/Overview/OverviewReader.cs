using DlpDashboard.Access;
using DlpDashboard.Data;
using DlpDashboard.Endpoints;
using DlpDashboard.Findings;
using DlpDashboard.Kernel;
using DlpDashboard.Scans;
using Microsoft.EntityFrameworkCore;

namespace DlpDashboard.Overview;

/// <summary>What the landing dashboard shows, made of other rooms' readers; nothing the person may not see is read.</summary>
public sealed class OverviewReader(IDbContextFactory<DlpDbContext> contexts, EndpointReader endpoints, FindingReader findings, IDetectorDirectory detectors, TimeProvider time)
{
    private readonly SharedReading<OverviewSnapshot> _snapshots = new(time);

    /// <summary>The whole of it at one moment.</summary>
    public Task<OverviewSnapshot> SnapshotAsync(Actor actor, CancellationToken cancellationToken) => SnapshotAsync(actor, TimeSpan.Zero, cancellationToken);

    /// <summary>The same, at most so old: all windows that look again from time to time share one reading.</summary>
    public Task<OverviewSnapshot> SnapshotAsync(Actor actor, TimeSpan notOlderThan, CancellationToken cancellationToken)
    {
        actor.Demand(Permissions.OverviewRead);
        return _snapshots.ReadAsync(actor, notOlderThan, ReadAsync, cancellationToken);
    }

    private async Task<OverviewSnapshot> ReadAsync(Actor actor, CancellationToken cancellationToken)
    {
        var cards = actor.May(Permissions.EndpointsRead) ? await endpoints.CardsAsync(actor, cancellationToken) : [];
        var totals = actor.May(Permissions.FindingsRead) ? await findings.TotalsAsync(actor, cancellationToken) : new FindingTotals([]);
        var scans = actor.May(Permissions.ScansRead) ? await LastCompletedAsync(actor, cards.Select(card => card.Id).ToList(), cancellationToken) : [];
        var own = totals.Cells.Count == 0 ? new Dictionary<string, string>() : await detectors.NamesAsync(actor.OrganisationId, cancellationToken);
        return new OverviewSnapshot(totals, [.. cards.Select(card => Join(card, scans.GetValueOrDefault(card.Id), totals))], own);
    }

    /// <summary>The last completed scan of each endpoint: one look into the index for each, in one statement.</summary>
    private async Task<Dictionary<Guid, LastScan>> LastCompletedAsync(Actor actor, List<Guid> endpointIds, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var scans = db.Scans;
        var last = await db.StorageEndpoints.AsNoTracking()
            .Where(e => e.OrganisationId == actor.OrganisationId && endpointIds.Contains(e.Id))
            .SelectMany(e => scans
                .Where(s => s.EndpointId == e.Id && s.State == ScanState.Completed)
                .OrderByDescending(s => s.RequestedUtc).ThenByDescending(s => s.Id)
                .Take(1))
            .ToListAsync(cancellationToken);
        return last.ToDictionary(
            scan => scan.EndpointId,
            scan => new LastScan(scan.Id, scan.EndedUtc, scan.ObjectsListed, scan.Counts.Scanned, scan.BytesListed, scan.UnlistedBuckets.Count));
    }

    private static OverviewEndpoint Join(EndpointCard card, LastScan? scan, FindingTotals totals)
    {
        var mine = totals.Unresolved.Where(cell => cell.EndpointId == card.Id).ToList();
        return new OverviewEndpoint(
            card,
            scan,
            mine.GroupBy(cell => cell.Severity).ToDictionary(group => group.Key, group => group.Sum(cell => cell.Findings)));
    }
}
