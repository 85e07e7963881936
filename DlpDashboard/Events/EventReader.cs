using DlpDashboard.Access;
using DlpDashboard.Data;
using DlpDashboard.Kernel;
using Microsoft.EntityFrameworkCore;

namespace DlpDashboard.Events;

/// <summary>Reads the story, newest first.</summary>
public sealed class EventReader(IDbContextFactory<DlpDbContext> contexts, TimeProvider time)
{
    /// <summary>The summary looks back this far.</summary>
    public static readonly TimeSpan SummaryWindow = TimeSpan.FromDays(7);

    private const int ExportPage = 1_000;
    private const int Newest = 10;

    private readonly SharedReading<IReadOnlyList<EventRow>> _newest = new(time);

    /// <summary>The newest ten, at most so old: all windows that look again from time to time share one reading.</summary>
    public Task<IReadOnlyList<EventRow>> NewestAsync(Actor actor, TimeSpan notOlderThan, CancellationToken cancellationToken)
    {
        actor.Demand(Permissions.EventsRead);
        return _newest.ReadAsync(actor, notOlderThan, async (one, token) => (await PageAsync(one, new EventFilter(), after: null, Newest, token)).Items, cancellationToken);
    }

    /// <summary>One page, newest first.</summary>
    public async Task<PageOf<EventRow>> PageAsync(Actor actor, EventFilter filter, PageCursor? after, int size, CancellationToken cancellationToken)
    {
        actor.Demand(Permissions.EventsRead);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var query = Narrow(db.Events.AsNoTracking().Where(e => e.OrganisationId == actor.OrganisationId), filter);
        if (after is { } cursor)
        {
            query = query.Where(e => e.AtUtc < cursor.AtUtc || (e.AtUtc == cursor.AtUtc && e.Id < cursor.Id));
        }

        var rows = await Rows(query.OrderByDescending(e => e.AtUtc).ThenByDescending(e => e.Id))
            .Take(size + 1)
            .ToListAsync(cancellationToken);
        return PageOf.From(rows, size, row => new PageCursor(row.AtUtc, row.Id));
    }

    /// <summary>One event, or null where this organisation has none with that id.</summary>
    public async Task<EventRow?> OneAsync(Actor actor, Guid id, CancellationToken cancellationToken)
    {
        actor.Demand(Permissions.EventsRead);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await Rows(db.Events.AsNoTracking().Where(e => e.OrganisationId == actor.OrganisationId && e.Id == id))
            .FirstOrDefaultAsync(cancellationToken);
    }

    /// <summary>Counts by type and severity over the last <see cref="SummaryWindow"/>, with the newest ten.</summary>
    public async Task<EventSummary> SummaryAsync(Actor actor, CancellationToken cancellationToken)
    {
        actor.Demand(Permissions.EventsRead);
        var since = time.GetUtcNow().UtcDateTime - SummaryWindow;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var counts = await db.Events.AsNoTracking()
            .Where(e => e.OrganisationId == actor.OrganisationId && e.AtUtc >= since)
            .GroupBy(e => new { e.Type, e.Severity })
            .Select(group => new { group.Key.Type, group.Key.Severity, Count = group.Count() })
            .ToListAsync(cancellationToken);
        var recent = await PageAsync(actor, new EventFilter(), after: null, size: 10, cancellationToken);
        return new EventSummary(
            since,
            counts.GroupBy(c => c.Type, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Sum(c => c.Count), StringComparer.Ordinal),
            counts.GroupBy(c => c.Severity).ToDictionary(g => g.Key, g => g.Sum(c => c.Count)),
            recent.Items);
    }

    /// <summary>All events of a filter, page by page, for a file; memory does not grow.</summary>
    public IAsyncEnumerable<EventRow> ExportAsync(Actor actor, EventFilter filter, CancellationToken cancellationToken) =>
        PageOf.AllAsync(after => PageAsync(actor, filter, after, ExportPage, cancellationToken), cancellationToken);

    private static IQueryable<StoryEvent> Narrow(IQueryable<StoryEvent> query, EventFilter filter)
    {
        query = filter.EndpointIds switch
        {
            null or [] => query,
            [var one] => query.Where(e => e.EndpointId == one),
            var many => query.Where(e => e.EndpointId != null && many.Contains(e.EndpointId.Value)),
        };
        query = filter.Severities switch
        {
            null or [] => query,
            [var one] => query.Where(e => e.Severity == one),
            var many => query.Where(e => many.Contains(e.Severity)),
        };
        query = filter.Statuses switch
        {
            null or [] => query,
            [var one] => query.Where(e => e.Status == one),
            var many => query.Where(e => many.Contains(e.Status)),
        };
        query = filter.SubjectId is { } subject ? query.Where(e => e.SubjectId == subject) : query;
        return filter.Type is { } type ? query.Where(e => e.Type == type) : query;
    }

    private static IQueryable<EventRow> Rows(IQueryable<StoryEvent> query) => query.Select(e => new EventRow(
        e.Id, e.AtUtc, e.Type, e.Severity, e.Sentence, e.EndpointId, e.SubjectId, e.Link, e.ActorName, e.Status, e.StatusBy, e.StatusAtUtc));
}
