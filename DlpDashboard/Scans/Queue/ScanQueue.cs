using DlpDashboard.Data;
using DlpDashboard.Data.Dialects;
using DlpDashboard.Events;
using DlpDashboard.Kernel;
using Microsoft.EntityFrameworkCore;

namespace DlpDashboard.Scans.Queue;

/// <summary>The line of scans in the database. Nodes take from it by lease; two that reach for the same one are parted by its token and by the index of running ones.</summary>
internal sealed class ScanQueue(
    IDbContextFactory<DlpDbContext> contexts, IDatabaseDialect dialect, IEndpointDirectory endpoints, EventWriter events, NodeIdentity node, TimeProvider time)
{
    private const int LookAhead = 16;
    private const string LocalProvider = "local";

    /// <summary>Makes void, at start, what an earlier process of this node held: nobody needs to wait for the lease's end.</summary>
    public async Task TakeOverAsync(CancellationToken cancellationToken)
    {
        var passed = time.GetUtcNow().UtcDateTime.AddSeconds(-1);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await db.Scans
            .Where(s => s.State == ScanState.Running && s.LeaseOwner != node.Owner && s.LeaseOwner!.StartsWith(node.NodePrefix))
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.LeaseUntilUtc, passed), cancellationToken);
    }

    /// <summary>The next scan for this node, now running and held by it; null where there is none.</summary>
    public async Task<ClaimedScan?> ClaimAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow().UtcDateTime;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var all = db.Scans;
        var candidates = await all.AsNoTracking()
            .Where(s => (s.State == ScanState.Running && s.LeaseUntilUtc < now)
                || (s.State == ScanState.Queued && !all.Any(o => o.State == ScanState.Running && o.EndpointId == s.EndpointId)))
            .OrderByDescending(s => s.State).ThenBy(s => s.QueuedUtc).ThenBy(s => s.Id)
            .Select(s => new { s.Id, s.LeaseToken })
            .Take(LookAhead)
            .ToListAsync(cancellationToken);
        foreach (var candidate in candidates)
        {
            if (await TryStartAsync(candidate.Id, candidate.LeaseToken, cancellationToken) is { } claimed)
            {
                return claimed;
            }
        }

        return null;
    }

    private async Task<ClaimedScan?> TryStartAsync(Guid id, long token, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var scan = await db.Scans.SingleOrDefaultAsync(s => s.Id == id && s.LeaseToken == token, cancellationToken);
        if (scan is null)
        {
            return null;
        }

        var endpoint = (await endpoints.ListAsync(scan.OrganisationId, cancellationToken)).FirstOrDefault(e => e.Id == scan.EndpointId);
        var name = endpoint?.Name ?? "a deleted endpoint";
        scan.Start(node.Owner, time.GetUtcNow().UtcDateTime, node.Lease);
        events.Add(db, ScanStories.Started(scan, name));
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return new ClaimedScan(scan, name, endpoint?.Provider == LocalProvider);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Another node was faster.
            return null;
        }
        catch (DbUpdateException failure) when (dialect.IsUniqueViolation(failure))
        {
            // Another node has just started a scan of the same endpoint.
            return null;
        }
    }
}
