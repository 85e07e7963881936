using DlpDashboard.Data;
using DlpDashboard.Findings.History;
using DlpDashboard.Kernel;
using DlpDashboard.Scans.Live;
using Microsoft.EntityFrameworkCore;

namespace DlpDashboard.Scans;

/// <summary>
/// Scans that ended long ago go as a person deletes them: what they found stays. Kept whatever their age are those that wait, run or rest, and of
/// each endpoint the newest that ended and the newest that completed.
/// </summary>
internal sealed class ScanRetention(IDbContextFactory<DlpDbContext> contexts, ScanProgressFeed feed) : IRetentionPart
{
    /// <summary>Scans of one call: each may have a history of its findings, which goes in batches.</summary>
    private const int ScansAtOnce = 20;

    /// <inheritdoc />
    public RetentionKind Kind => RetentionKind.Scans;

    /// <inheritdoc />
    public async Task<int> CountAsync(Guid organisationId, DateTime beforeUtc, int most, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await Old(db, organisationId, beforeUtc).Take(most).CountAsync(cancellationToken);
    }

    /// <inheritdoc />
    public async Task<int> RemoveAsync(Guid organisationId, DateTime beforeUtc, int most, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var some = await Old(db, organisationId, beforeUtc).OrderBy(s => s.RequestedUtc).ThenBy(s => s.Id)
            .Take(Math.Min(most, ScansAtOnce)).Select(s => new { s.Id, s.EndpointId }).ToListAsync(cancellationToken);
        var removed = 0;
        foreach (var scan in some)
        {
            // Its history first and its row last: what is cut short between them is found again by the row.
            await FindingHistory.ForgetAsync(db, organisationId, scan.EndpointId, scan.Id, cancellationToken);

            // The state once more: somebody may resume it at this moment.
            removed += await db.Scans
                .Where(s => s.Id == scan.Id && s.State != ScanState.Queued && s.State != ScanState.Running && s.State != ScanState.Paused)
                .ExecuteDeleteAsync(cancellationToken);
        }

        if (removed > 0)
        {
            feed.Changed(organisationId);
        }

        return removed;
    }

    private static IQueryable<Scan> Old(DlpDbContext db, Guid organisationId, DateTime beforeUtc)
    {
        var all = db.Scans.AsNoTracking();
        return all
            .Where(s => s.OrganisationId == organisationId && s.EndedUtc < beforeUtc)
            .Where(s => s.State != ScanState.Queued && s.State != ScanState.Running && s.State != ScanState.Paused)
            .Where(s => all.Any(o => o.EndpointId == s.EndpointId && o.EndedUtc != null
                && (o.RequestedUtc > s.RequestedUtc || (o.RequestedUtc == s.RequestedUtc && o.Id > s.Id))))
            .Where(s => s.State != ScanState.Completed || all.Any(o => o.EndpointId == s.EndpointId && o.State == ScanState.Completed
                && (o.RequestedUtc > s.RequestedUtc || (o.RequestedUtc == s.RequestedUtc && o.Id > s.Id))));
    }
}
