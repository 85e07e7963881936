using DlpDashboard.Access;
using DlpDashboard.Data;
using DlpDashboard.Kernel;
using Microsoft.EntityFrameworkCore;

namespace DlpDashboard.Scans.Scheduling;

/// <summary>Reads schedules and their histories; a keyset page each.</summary>
internal sealed class ScheduleReader(IDbContextFactory<DlpDbContext> contexts, IEndpointDirectory endpoints)
{
    /// <summary>One page of schedules, newest first.</summary>
    public async Task<PageOf<ScheduleRow>> PageAsync(Actor actor, Guid? endpointId, bool? isEnabled, PageCursor? after, int size, CancellationToken cancellationToken)
    {
        actor.Demand(Permissions.ScansRead);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var query = db.ScanSchedules.AsNoTracking().Where(s => s.OrganisationId == actor.OrganisationId);
        query = endpointId is { } endpoint ? query.Where(s => s.EndpointId == endpoint) : query;
        query = isEnabled is { } enabled ? query.Where(s => s.IsEnabled == enabled) : query;
        if (after is { } cursor)
        {
            query = query.Where(s => s.CreatedUtc < cursor.AtUtc || (s.CreatedUtc == cursor.AtUtc && s.Id < cursor.Id));
        }

        var schedules = await query.OrderByDescending(s => s.CreatedUtc).ThenByDescending(s => s.Id).Take(size + 1).ToListAsync(cancellationToken);
        return PageOf.From(await RowsAsync(actor, schedules, cancellationToken), size, row => new PageCursor(row.CreatedUtc, row.Id));
    }

    /// <summary>One schedule.</summary>
    public async Task<Outcome<ScheduleRow>> OneAsync(Actor actor, Guid id, CancellationToken cancellationToken)
    {
        actor.Demand(Permissions.ScansRead);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var schedule = await db.ScanSchedules.AsNoTracking().SingleOrDefaultAsync(s => s.OrganisationId == actor.OrganisationId && s.Id == id, cancellationToken);
        return schedule is null ? ScheduleProblems.NotFound : (await RowsAsync(actor, [schedule], cancellationToken))[0];
    }

    /// <summary>One page of a schedule's due times, newest first.</summary>
    public async Task<PageOf<FiringRow>> HistoryAsync(Actor actor, Guid id, PageCursor? after, int size, CancellationToken cancellationToken)
    {
        actor.Demand(Permissions.ScansRead);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var query = db.ScheduleFirings.AsNoTracking().Where(f => f.OrganisationId == actor.OrganisationId && f.ScheduleId == id);
        if (after is { } cursor)
        {
            query = query.Where(f => f.AtUtc < cursor.AtUtc || (f.AtUtc == cursor.AtUtc && f.Id < cursor.Id));
        }

        var rows = await query.OrderByDescending(f => f.AtUtc).ThenByDescending(f => f.Id)
            .Select(f => new FiringRow(f.Id, f.DueUtc, f.AtUtc, f.AskedBy, f.Outcome, f.Reason, f.ScanId))
            .Take(size + 1)
            .ToListAsync(cancellationToken);
        return PageOf.From(rows, size, row => new PageCursor(row.AtUtc, row.Id));
    }

    private async Task<List<ScheduleRow>> RowsAsync(Actor actor, List<ScanSchedule> schedules, CancellationToken cancellationToken)
    {
        var names = schedules.Count == 0 ? [] : (await endpoints.ListAsync(actor.OrganisationId, cancellationToken)).ToDictionary(endpoint => endpoint.Id, endpoint => endpoint.Name);
        return [.. schedules.Select(s => new ScheduleRow(
            s.Id, s.Name, s.EndpointId, names.GetValueOrDefault(s.EndpointId, ""), s.Recurrence, RecurrenceWords.Of(s.Recurrence, s.TimeZone), s.TimeZone, s.Misfire, s.IsEnabled,
            s.Plan, s.Priority, s.OwnerName, s.CreatedUtc, s.NextUtc, s.LastUtc, s.LastOutcome, s.Version))];
    }
}
