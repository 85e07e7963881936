using System.Text.Json;
using DlpDashboard.Access;
using DlpDashboard.Data;
using DlpDashboard.Kernel;
using Microsoft.EntityFrameworkCore;

namespace DlpDashboard.Audit;

/// <summary>Reads the trail, newest first.</summary>
public sealed class AuditReader(IDbContextFactory<DlpDbContext> contexts)
{
    /// <summary>One page.</summary>
    public async Task<PageOf<AuditRow>> PageAsync(Actor actor, AuditFilter filter, PageCursor? after, int size, CancellationToken cancellationToken)
    {
        actor.Demand(Permissions.AuditRead);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var query = Narrow(db.AuditEntries.AsNoTracking().Where(e => e.OrganisationId == actor.OrganisationId), filter);
        if (after is { } cursor)
        {
            query = query.Where(e => e.AtUtc < cursor.AtUtc || (e.AtUtc == cursor.AtUtc && e.Id < cursor.Id));
        }

        var entries = await query.OrderByDescending(e => e.AtUtc).ThenByDescending(e => e.Id).Take(size + 1).ToListAsync(cancellationToken);
        return PageOf.From(entries.ConvertAll(AsRow), size, row => new PageCursor(row.AtUtc, row.Id));
    }

    private static IQueryable<AuditEntry> Narrow(IQueryable<AuditEntry> query, AuditFilter filter)
    {
        if (filter.ActorId is { } actorId)
        {
            query = query.Where(e => e.ActorId == actorId);
        }

        if (filter.Action is { } action)
        {
            query = query.Where(e => e.Action == action);
        }

        if (filter.FromUtc is { } from)
        {
            query = query.Where(e => e.AtUtc >= from);
        }

        return filter.ToUtc is { } to ? query.Where(e => e.AtUtc < to) : query;
    }

    private static AuditRow AsRow(AuditEntry entry) => new(
        entry.Id,
        entry.AtUtc,
        new AuditParty(entry.ActorId, entry.ActorName),
        entry.Action,
        new AuditThing(entry.SubjectKind, entry.SubjectId, entry.SubjectName),
        entry.Details is null ? null : JsonSerializer.Deserialize<JsonElement>(entry.Details));
}
