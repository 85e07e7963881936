using DlpDashboard.Data;
using DlpDashboard.Data.Dialects;
using DlpDashboard.Data.Leases;
using DlpDashboard.Endpoints;
using DlpDashboard.Posture.Keeping;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace DlpDashboard.Posture.Refreshing;

/// <summary>The line of refreshes in the database. One of an endpoint at a time, which an index holds; nodes take from it by lease.</summary>
internal sealed class PostureQueue(IDbContextFactory<DlpDbContext> contexts, IDatabaseDialect dialect, NodeName node, IOptions<PostureOptions> options, TimeProvider time) : IDisposable
{
    private const int LookAhead = 8;
    private const int PageLength = 500;
    private readonly SemaphoreSlim _work = new(0, 1);

    /// <summary>A refresh as it would stand in line.</summary>
    public PostureRefresh New(Guid organisationId, Guid endpointId, string? askedBy)
    {
        var now = time.GetUtcNow();
        return new PostureRefresh { Id = Guid.CreateVersion7(now), OrganisationId = organisationId, EndpointId = endpointId, AskedBy = askedBy, AskedUtc = now.UtcDateTime };
    }

    /// <summary>Puts every enabled endpoint in line that does not stand there already: of one organisation, or of all that set no time of their own.</summary>
    public async Task AskAllAsync(Guid? organisationId, CancellationToken cancellationToken)
    {
        for (var after = Guid.Empty; ;)
        {
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            var timings = db.PostureTimings;
            var page = await db.StorageEndpoints.AsNoTracking()
                .Where(e => e.IsEnabled && e.DeletedUtc == null && e.Id > after && (organisationId == null ? !timings.Any(t => t.OrganisationId == e.OrganisationId) : e.OrganisationId == organisationId))
                .OrderBy(e => e.Id).Select(e => new { e.Id, e.OrganisationId }).Take(PageLength).ToListAsync(cancellationToken);
            foreach (var endpoint in page)
            {
                await TryAskAsync(endpoint.OrganisationId, endpoint.Id, cancellationToken);
            }

            if (page.Count < PageLength)
            {
                Wake();
                return;
            }

            after = page[^1].Id;
        }
    }

    /// <summary>There is something in line.</summary>
    public void Wake()
    {
        try
        {
            _work.Release();
        }
        catch (SemaphoreFullException)
        {
            // The worker is told already.
        }
    }

    /// <summary>Waits until there may be work.</summary>
    public Task WaitAsync(CancellationToken cancellationToken) => _work.WaitAsync(options.Value.LookForWork, cancellationToken);

    /// <summary>Makes void, at start, what an earlier process of this machine held.</summary>
    public async Task TakeOverAsync(CancellationToken cancellationToken)
    {
        var passed = time.GetUtcNow().UtcDateTime.AddSeconds(-1);
        var (prefix, owner) = (node.Prefix, node.Owner);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await db.PostureRefreshes.Where(r => r.State == RefreshState.Running && r.LeaseOwner != owner && r.LeaseOwner!.StartsWith(prefix))
            .ExecuteUpdateAsync(set => set.SetProperty(r => r.LeaseUntilUtc, passed), cancellationToken);
    }

    /// <summary>The next refresh, now held by this process; null where there is none.</summary>
    public async Task<PostureRefresh?> ClaimAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var now = time.GetUtcNow().UtcDateTime;
        var waiting = await db.PostureRefreshes
            .Where(r => r.State == RefreshState.Queued || (r.State == RefreshState.Running && r.LeaseUntilUtc < now))
            .OrderBy(r => r.AskedUtc).ThenBy(r => r.Id).Take(LookAhead).ToListAsync(cancellationToken);
        foreach (var run in waiting)
        {
            run.Hold(node.Owner, now, options.Value.Lease);
            try
            {
                await db.SaveChangesAsync(cancellationToken);
                db.ChangeTracker.Clear();
                return run;
            }
            catch (DbUpdateConcurrencyException)
            {
                // Another node was faster.
                db.Entry(run).State = EntityState.Detached;
            }
        }

        return null;
    }

    /// <summary>Puts one back in line, at the end of this process.</summary>
    public async Task GiveBackAsync(PostureRefresh run, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        db.Attach(run);
        run.GiveBack();
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <inheritdoc />
    public void Dispose() => _work.Dispose();

    private async Task TryAskAsync(Guid organisationId, Guid endpointId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        db.PostureRefreshes.Add(New(organisationId, endpointId, null));
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException failure) when (dialect.IsUniqueViolation(failure))
        {
            // It stands in line.
        }
    }
}
