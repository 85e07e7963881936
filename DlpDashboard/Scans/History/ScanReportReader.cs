using DlpDashboard.Access;
using DlpDashboard.Data;
using DlpDashboard.Endpoints;
using DlpDashboard.Findings;
using DlpDashboard.Findings.History;
using DlpDashboard.Kernel;
using Microsoft.EntityFrameworkCore;

namespace DlpDashboard.Scans.History;

/// <summary>Puts a scan's report together. No value that was found is in it, not even masked.</summary>
public sealed class ScanReportReader(
    IDbContextFactory<DlpDbContext> contexts, ScanHistoryReader history, FindingReader findings, FindingPlaceReader places, EndpointReader endpoints, TimeProvider time)
{
    /// <summary>Rows of each list.</summary>
    public const int Most = 15;

    /// <summary>The report of a scan.</summary>
    public async Task<Outcome<ScanReport>> ReadAsync(Actor actor, Guid scanId, CancellationToken cancellationToken)
    {
        actor.Demand(Permissions.FindingsRead);
        var changes = await history.WithBeforeAsync(actor, scanId, Most, cancellationToken);
        if (!changes.Succeeded)
        {
            return changes.Problem;
        }

        var scan = changes.Value.To;
        var trend = await history.TrendAsync(actor, scan.EndpointId, cancellationToken);
        var now = (await findings.TotalsAsync(actor, cancellationToken)).Unresolved
            .Where(cell => cell.EndpointId == scan.EndpointId)
            .GroupBy(cell => (cell.DetectorId, cell.Severity))
            .Select(cells => cells.First() with { Findings = cells.Sum(cell => cell.Findings), Values = cells.Sum(cell => cell.Values) })
            .OrderByDescending(cell => cell.Severity).ThenByDescending(cell => cell.Findings).ThenBy(cell => cell.DetectorId, StringComparer.Ordinal)
            .ToList();
        return new ScanReport(
            scan,
            actor.May(Permissions.EndpointsRead) ? (await endpoints.GetAsync(actor, scan.EndpointId, cancellationToken)).Value?.Row : null,
            changes.Value,
            trend.FirstOrDefault(point => point.ScanId == scanId),
            trend.Count == 0 || trend[^1].ScanId == scanId,
            now,
            await places.BucketsAsync(actor, scan.EndpointId, Most, cancellationToken),
            await places.ObjectsAsync(actor, scan.EndpointId, Most, cancellationToken),
            await ReasonsAsync(actor, scan, cancellationToken),
            time.GetUtcNow().UtcDateTime);
    }

    private async Task<IReadOnlyList<UnreadReason>> ReasonsAsync(Actor actor, ScanRow scan, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.ScannedObjects.AsNoTracking()
            .Where(o => o.OrganisationId == actor.OrganisationId && o.EndpointId == scan.EndpointId && o.LastScanId == scan.Id && o.State != ObjectState.Scanned && o.Reason != null)
            .GroupBy(o => new { o.State, o.Reason })
            .Select(group => new { group.Key.State, group.Key.Reason, Objects = group.LongCount() })
            .OrderByDescending(group => group.Objects).ThenBy(group => group.State).ThenBy(group => group.Reason)
            .Take(Most)
            .Select(group => new UnreadReason(group.State, group.Reason!, group.Objects))
            .ToListAsync(cancellationToken);
    }
}
