using DlpDashboard.Access;
using DlpDashboard.Data;
using DlpDashboard.Kernel;
using Microsoft.EntityFrameworkCore;

namespace DlpDashboard.Scans;

/// <summary>Reads scans and their objects; a keyset page each, never more.</summary>
public sealed class ScanReader(IDbContextFactory<DlpDbContext> contexts, IEndpointDirectory endpoints, TimeProvider time)
{
    /// <summary>Most scans that <see cref="ActiveAsync"/> names.</summary>
    public const int ActiveLimit = 50;

    private readonly SharedReading<IReadOnlyList<ScanRow>> _active = new(time);

    /// <summary>One page of scans, newest first.</summary>
    public async Task<PageOf<ScanRow>> PageAsync(Actor actor, ScanFilter filter, PageCursor? after, int size, CancellationToken cancellationToken)
    {
        actor.Demand(Permissions.ScansRead);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var query = db.Scans.AsNoTracking().Where(s => s.OrganisationId == actor.OrganisationId);
        query = filter.EndpointId is { } endpoint ? query.Where(s => s.EndpointId == endpoint) : query;
        query = filter.State is { } state ? query.Where(s => s.State == state) : query;
        if (after is { } cursor)
        {
            query = query.Where(s => s.RequestedUtc < cursor.AtUtc || (s.RequestedUtc == cursor.AtUtc && s.Id < cursor.Id));
        }

        var scans = await query.OrderByDescending(s => s.RequestedUtc).ThenByDescending(s => s.Id).Take(size + 1).ToListAsync(cancellationToken);
        return PageOf.From(await RowsAsync(actor, scans, cancellationToken), size, row => new PageCursor(row.RequestedUtc, row.Id));
    }

    /// <summary>One scan, or null where this organisation has none with that id.</summary>
    public async Task<ScanRow?> OneAsync(Actor actor, Guid id, CancellationToken cancellationToken)
    {
        actor.Demand(Permissions.ScansRead);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var scan = await db.Scans.AsNoTracking().SingleOrDefaultAsync(s => s.OrganisationId == actor.OrganisationId && s.Id == id, cancellationToken);
        return scan is null ? null : (await RowsAsync(actor, [scan], cancellationToken))[0];
    }

    /// <summary>What runs and waits now, running ones first, at most <see cref="ActiveLimit"/>.</summary>
    public Task<IReadOnlyList<ScanRow>> ActiveAsync(Actor actor, CancellationToken cancellationToken)
    {
        actor.Demand(Permissions.ScansRead);
        return _active.ReadAsync(actor, TimeSpan.Zero, ReadActiveAsync, cancellationToken);
    }

    private async Task<IReadOnlyList<ScanRow>> ReadActiveAsync(Actor actor, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var scans = await db.Scans.AsNoTracking()
            .Where(s => s.OrganisationId == actor.OrganisationId && (s.State == ScanState.Running || s.State == ScanState.Queued))
            .OrderByDescending(s => s.State).ThenBy(s => s.QueuedUtc).ThenBy(s => s.Id)
            .Take(ActiveLimit)
            .ToListAsync(cancellationToken);
        return await RowsAsync(actor, scans, cancellationToken);
    }

    /// <summary>The newest scan of an endpoint that came to its end, or null: what the endpoint's coverage is read from.</summary>
    public async Task<ScanRow?> LastCompletedAsync(Actor actor, Guid endpointId, CancellationToken cancellationToken)
    {
        actor.Demand(Permissions.ScansRead);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var scan = await db.Scans.AsNoTracking()
            .Where(s => s.OrganisationId == actor.OrganisationId && s.EndpointId == endpointId && s.State == ScanState.Completed)
            .OrderByDescending(s => s.RequestedUtc).ThenByDescending(s => s.Id)
            .FirstOrDefaultAsync(cancellationToken);
        return scan is null ? null : (await RowsAsync(actor, [scan], cancellationToken))[0];
    }

    /// <summary>Why a scan waits; null where it does not.</summary>
    public async Task<QueuePlace?> PlaceAsync(Actor actor, Guid id, CancellationToken cancellationToken)
    {
        actor.Demand(Permissions.ScansRead);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var all = db.Scans.AsNoTracking().Where(s => s.OrganisationId == actor.OrganisationId);
        var own = await all.Where(s => s.Id == id && s.State == ScanState.Queued).Select(s => new { s.EndpointId, s.QueuedUtc }).SingleOrDefaultAsync(cancellationToken);
        if (own is null)
        {
            return null;
        }

        var before = await all.CountAsync(
            s => s.State == ScanState.Queued && s.EndpointId == own.EndpointId && (s.QueuedUtc < own.QueuedUtc || (s.QueuedUtc == own.QueuedUtc && s.Id < id)),
            cancellationToken);
        var running = await all.Where(s => s.State == ScanState.Running && s.EndpointId == own.EndpointId).Select(s => (Guid?)s.Id).FirstOrDefaultAsync(cancellationToken);
        return new QueuePlace(before + 1, running);
    }

    /// <summary>
    /// One page of the objects a scan left in one state, in the order they were read. An object that a later scan met has moved on to that scan.
    /// Null where this organisation has no such scan.
    /// </summary>
    public async Task<PageOf<ScannedObjectRow>?> ObjectsAsync(Actor actor, Guid scanId, ObjectState state, PageCursor? after, int size, CancellationToken cancellationToken)
    {
        actor.Demand(Permissions.ScansRead);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var scans = db.Scans.AsNoTracking();
        var endpointId = await scans.Where(s => s.OrganisationId == actor.OrganisationId && s.Id == scanId).Select(s => (Guid?)s.EndpointId).SingleOrDefaultAsync(cancellationToken);
        if (endpointId is null)
        {
            return null;
        }

        var query = db.ScannedObjects.AsNoTracking()
            .Where(o => o.OrganisationId == actor.OrganisationId && o.EndpointId == endpointId && o.LastScanId == scanId && o.State == state);
        if (after is { } cursor)
        {
            query = query.Where(o => o.LastScannedUtc > cursor.AtUtc || (o.LastScannedUtc == cursor.AtUtc && o.Id > cursor.Id));
        }

        var rows = await query.OrderBy(o => o.LastScannedUtc).ThenBy(o => o.Id)
            .Select(o => new ScannedObjectRow(o.Id, o.Bucket, o.Key, o.Size, o.ModifiedUtc, o.State, o.Reason, o.Findings, o.LastScannedUtc))
            .Take(size + 1)
            .ToListAsync(cancellationToken);
        return PageOf.From(rows, size, row => new PageCursor(row.ScannedUtc, row.Id));
    }

    private async Task<List<ScanRow>> RowsAsync(Actor actor, List<Scan> scans, CancellationToken cancellationToken)
    {
        if (scans.Count == 0)
        {
            return [];
        }

        var names = (await endpoints.ListAsync(actor.OrganisationId, cancellationToken)).ToDictionary(endpoint => endpoint.Id);
        return [.. scans.Select(scan => ScanRows.Of(scan, names.GetValueOrDefault(scan.EndpointId)))];
    }
}
