using System.Collections.Concurrent;
using DlpDashboard.Access;
using DlpDashboard.Data;
using DlpDashboard.Events;
using DlpDashboard.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace DlpDashboard.Scans.Live;

/// <summary>
/// The end of an organisation's story of events, read forward. However many connections follow it, the database is asked once a look whether there is
/// anything new.
/// </summary>
internal sealed class EventTail(IDbContextFactory<DlpDbContext> contexts, IOptions<LiveOptions> options, TimeProvider time)
{
    /// <summary>Most events of one page.</summary>
    public const int PageLength = 200;

    private readonly ConcurrentDictionary<Guid, Look> _looks = new();

    /// <summary>Where who connects now begins: a moment ago, as a client may act as soon as its greeting is answered, before we look.</summary>
    public PageCursor Now() => new(time.GetUtcNow().UtcDateTime.AddSeconds(-1), Guid.Empty);

    /// <summary>Whether something may stand behind the cursor; at most as old as a look.</summary>
    public async Task<bool> HasNewsAsync(Actor actor, PageCursor seen, CancellationToken cancellationToken)
    {
        actor.Demand(Permissions.EventsRead);
        var look = _looks.GetOrAdd(actor.OrganisationId, _ => new Look());
        await look.Turn.WaitAsync(cancellationToken);
        try
        {
            if (look.At is not { } at || time.GetElapsedTime(at) >= options.Value.LookForEvents)
            {
                look.Newest = await NewestAsync(actor.OrganisationId, cancellationToken);
                look.At = time.GetTimestamp();
            }

            return look.Newest is { } newest && newest != seen;
        }
        finally
        {
            look.Turn.Release();
        }
    }

    /// <summary>A page of events from a cursor's time on, oldest first, those at the cursor itself included.</summary>
    public async Task<IReadOnlyList<LiveEvent>> FromAsync(Actor actor, PageCursor from, CancellationToken cancellationToken)
    {
        actor.Demand(Permissions.EventsRead);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await db.Events.AsNoTracking()
            .Where(e => e.OrganisationId == actor.OrganisationId && (e.AtUtc > from.AtUtc || (e.AtUtc == from.AtUtc && e.Id > from.Id)))
            .OrderBy(e => e.AtUtc).ThenBy(e => e.Id)
            .Take(PageLength)
            .ToListAsync(cancellationToken);
        return [.. rows.Select(e => new LiveEvent(
            e.Id, new PageCursor(e.AtUtc, e.Id).ToString(), e.AtUtc, e.Type, e.Severity, e.Sentence, e.EndpointId, e.SubjectId, e.ActorName))];
    }

    private async Task<PageCursor?> NewestAsync(Guid organisationId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Events.AsNoTracking()
            .Where(e => e.OrganisationId == organisationId)
            .OrderByDescending(e => e.AtUtc).ThenByDescending(e => e.Id)
            .Select(e => (PageCursor?)new PageCursor(e.AtUtc, e.Id))
            .FirstOrDefaultAsync(cancellationToken);
    }

    private sealed class Look
    {
        public SemaphoreSlim Turn { get; } = new(1);

        public long? At { get; set; }

        public PageCursor? Newest { get; set; }
    }
}
