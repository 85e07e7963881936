using DlpDashboard.Access.Settings;
using DlpDashboard.Data;
using DlpDashboard.Data.Dialects;
using DlpDashboard.Events;
using DlpDashboard.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace DlpDashboard.Scans.Queue;

/// <summary>
/// The line of scans in the database. Nodes take from it by lease; two that reach for the same one are parted by its token and by the index of
/// running ones. First come scans whose holder fell silent. Then it is the turn of the organisation with the fewest running scans, among equals of
/// the one whose last scan began longest ago; within it priority goes first, then the order of asking.
/// </summary>
internal sealed class ScanQueue(
    IDbContextFactory<DlpDbContext> contexts, IDatabaseDialect dialect, IEndpointDirectory endpoints, EventWriter events, NodeIdentity node, IOptions<ScanOptions> options)
{
    /// <summary>The provider of folders.</summary>
    public const string LocalProvider = "local";

    private const int LookAhead = 16;

    /// <summary>Makes void, at start, what an earlier process of this node held: nobody needs to wait for the lease's end.</summary>
    public async Task TakeOverAsync(CancellationToken cancellationToken)
    {
        var passed = node.NowUtc.AddSeconds(-1);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await db.Scans
            .Where(s => s.State == ScanState.Running && s.LeaseOwner != node.Owner && s.LeaseOwner!.StartsWith(node.NodePrefix))
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.LeaseUntilUtc, passed), cancellationToken);
    }

    /// <summary>The next scan for this node, now running and held by it; null where there is none.</summary>
    public async Task<ClaimedScan?> ClaimAsync(CancellationToken cancellationToken)
    {
        var now = node.NowUtc;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var silent = await db.Scans.AsNoTracking()
            .Where(s => s.State == ScanState.Running && s.LeaseUntilUtc < now)
            .OrderBy(s => s.QueuedUtc).ThenBy(s => s.Id)
            .Select(s => new Candidate(s.Id, s.LeaseToken))
            .Take(LookAhead)
            .ToListAsync(cancellationToken);
        foreach (var candidate in silent.Where(candidate => !node.Holds(candidate.Id)))
        {
            if (await TryStartAsync(candidate, cancellationToken) is { } claimed)
            {
                return claimed;
            }
        }

        return await ClaimWaitingAsync(db, cancellationToken);
    }

    private async Task<ClaimedScan?> ClaimWaitingAsync(DlpDbContext db, CancellationToken cancellationToken)
    {
        var full = await FullProvidersAsync(db, cancellationToken);
        var all = db.Scans.AsNoTracking();
        var limits = db.OrganisationSettings.AsNoTracking().Where(o => o.ScansAtOnce != null);
        var waiting = all.Where(s => s.State == ScanState.Queued && !full.Contains(s.Provider)
            && !all.Any(o => o.State == ScanState.Running && o.EndpointId == s.EndpointId)
            && !limits.Any(l => l.OrganisationId == s.OrganisationId && all.Count(o => o.OrganisationId == s.OrganisationId && o.State == ScanState.Running) >= l.ScansAtOnce));
        var turns = await waiting
            .GroupBy(s => s.OrganisationId)
            .Select(g => new
            {
                Id = g.Key,
                Running = all.Count(o => o.OrganisationId == g.Key && o.State == ScanState.Running),
                LastStart = all.Where(o => o.OrganisationId == g.Key && o.StartedUtc != null).Max(o => o.StartedUtc) ?? DateTime.UnixEpoch,
            })
            .OrderBy(o => o.Running).ThenBy(o => o.LastStart).ThenBy(o => o.Id)
            .Take(LookAhead)
            .ToListAsync(cancellationToken);
        foreach (var organisation in turns)
        {
            var candidates = await waiting
                .Where(s => s.OrganisationId == organisation.Id)
                .OrderByDescending(s => s.Priority).ThenBy(s => s.QueuedUtc).ThenBy(s => s.Id)
                .Select(s => new Candidate(s.Id, s.LeaseToken))
                .Take(LookAhead)
                .ToListAsync(cancellationToken);
            foreach (var candidate in candidates)
            {
                if (await TryStartAsync(candidate, cancellationToken) is { } claimed)
                {
                    return claimed;
                }
            }
        }

        return null;
    }

    /// <summary>Providers of which as many scans run as may.</summary>
    private async Task<List<string>> FullProvidersAsync(DlpDbContext db, CancellationToken cancellationToken)
    {
        var limits = options.Value.PerProvider.Where(limit => limit.Value.Scans > 0).ToDictionary(limit => limit.Key, limit => limit.Value.Scans, StringComparer.Ordinal);
        if (limits.Count == 0)
        {
            return [];
        }

        var running = await db.Scans.AsNoTracking()
            .Where(s => s.State == ScanState.Running)
            .GroupBy(s => s.Provider)
            .Select(g => new { Provider = g.Key, Count = g.Count() })
            .ToListAsync(cancellationToken);
        return [.. running.Where(p => limits.TryGetValue(p.Provider, out var limit) && p.Count >= limit).Select(p => p.Provider)];
    }

    private async Task<ClaimedScan?> TryStartAsync(Candidate candidate, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var scan = await db.Scans.SingleOrDefaultAsync(s => s.Id == candidate.Id && s.LeaseToken == candidate.Token, cancellationToken);
        if (scan is null || await IsFullAsync(db, scan, cancellationToken))
        {
            return null;
        }

        var endpoint = (await endpoints.ListAsync(scan.OrganisationId, cancellationToken)).FirstOrDefault(e => e.Id == scan.EndpointId);
        var name = endpoint?.Name ?? "a deleted endpoint";
        scan.Start(node.Owner, node.NowUtc, node.Lease);
        events.Add(db, ScanStories.Started(scan, name));
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return new ClaimedScan(scan, name);
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

    /// <summary>Looks again under locks of the provider and the organisation: two nodes must not both take the last place.</summary>
    private async Task<bool> IsFullAsync(DlpDbContext db, Scan scan, CancellationToken cancellationToken) =>
        scan.State == ScanState.Queued && (await IsProviderFullAsync(db, scan, cancellationToken) || await IsOrganisationFullAsync(db, scan, cancellationToken));

    private async Task<bool> IsOrganisationFullAsync(DlpDbContext db, Scan scan, CancellationToken cancellationToken)
    {
        var most = await db.OrganisationSettings.AsNoTracking().Where(o => o.OrganisationId == scan.OrganisationId).Select(o => o.ScansAtOnce).SingleOrDefaultAsync(cancellationToken);
        if (most is not { } limit)
        {
            return false;
        }

        await dialect.LockAsync(db, $"scans/{scan.OrganisationId:N}", cancellationToken);
        return await db.Scans.CountAsync(s => s.State == ScanState.Running && s.OrganisationId == scan.OrganisationId, cancellationToken) >= limit;
    }

    private async Task<bool> IsProviderFullAsync(DlpDbContext db, Scan scan, CancellationToken cancellationToken)
    {
        if (options.Value.PerProvider.GetValueOrDefault(scan.Provider) is not { Scans: > 0 and var limit })
        {
            return false;
        }

        await dialect.LockAsync(db, $"scans/{scan.Provider}", cancellationToken);
        return await db.Scans.CountAsync(s => s.State == ScanState.Running && s.Provider == scan.Provider, cancellationToken) >= limit;
    }

    private sealed record Candidate(Guid Id, long Token);
}
