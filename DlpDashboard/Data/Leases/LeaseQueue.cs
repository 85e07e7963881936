using DlpDashboard.Data.Dialects;
using Microsoft.EntityFrameworkCore;

namespace DlpDashboard.Data.Leases;

/// <summary>A line of work in the database. One of an endpoint at a time, which a unique index holds; nodes take from it by lease.</summary>
/// <typeparam name="TRun">The work.</typeparam>
/// <param name="contexts">The database.</param>
/// <param name="dialect">Tells that something stands in line already.</param>
/// <param name="node">Who takes.</param>
/// <param name="terms">How long, how often.</param>
/// <param name="time">The clock.</param>
public sealed class LeaseQueue<TRun>(IDbContextFactory<DlpDbContext> contexts, IDatabaseDialect dialect, NodeName node, LeaseTerms<TRun> terms, TimeProvider time) : IDisposable
    where TRun : LeasedRun
{
    private const int LookAhead = 8;
    private readonly SemaphoreSlim _work = new(0, 1);

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
    public Task WaitAsync(CancellationToken cancellationToken) => _work.WaitAsync(terms.LookForWork, cancellationToken);

    /// <summary>Puts work in line; false where the endpoint's stands there already. Whoever calls wakes.</summary>
    public async Task<bool> TryAskAsync(TRun run, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        db.Add(run);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateException failure) when (dialect.IsUniqueViolation(failure))
        {
            return false;
        }
    }

    /// <summary>Makes void, at start, what an earlier process of this node held.</summary>
    public async Task TakeOverAsync(CancellationToken cancellationToken)
    {
        var passed = time.GetUtcNow().UtcDateTime.AddSeconds(-1);
        var (prefix, owner) = (node.Prefix, node.Owner);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await db.Set<TRun>().Where(r => r.State == LeaseState.Running && r.LeaseOwner != owner && r.LeaseOwner!.StartsWith(prefix))
            .ExecuteUpdateAsync(set => set.SetProperty(r => r.LeaseUntilUtc, passed), cancellationToken);
    }

    /// <summary>The next work, now held by this process; null where there is none.</summary>
    public async Task<TRun?> ClaimAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var now = time.GetUtcNow().UtcDateTime;
        var waiting = await db.Set<TRun>()
            .Where(r => r.State == LeaseState.Queued || (r.State == LeaseState.Running && r.LeaseUntilUtc < now))
            .OrderBy(r => r.AskedUtc).ThenBy(r => r.Id).Take(LookAhead).ToListAsync(cancellationToken);
        foreach (var run in waiting)
        {
            run.Hold(node.Owner, now, terms.Lease);
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
    public async Task GiveBackAsync(TRun run, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        db.Attach(run);
        run.GiveBack();
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <inheritdoc />
    public void Dispose() => _work.Dispose();
}
