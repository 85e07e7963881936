using DlpDashboard.Access;
using DlpDashboard.Data;
using DlpDashboard.Kernel;
using Microsoft.EntityFrameworkCore;

namespace DlpDashboard.Events;

/// <summary>What people do with events: say where the handling stands.</summary>
public sealed class EventService(IDbContextFactory<DlpDbContext> contexts, TimeProvider time)
{
    /// <summary>Sets the status of one event.</summary>
    public async Task<Outcome<Done>> SetStatusAsync(Actor actor, Guid id, EventStatus status, CancellationToken cancellationToken)
    {
        actor.Demand(Permissions.EventsTriage);
        var now = time.GetUtcNow().UtcDateTime;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var changed = await db.Events
            .Where(e => e.OrganisationId == actor.OrganisationId && e.Id == id)
            .ExecuteUpdateAsync(
                set => set.SetProperty(e => e.Status, status).SetProperty(e => e.StatusBy, actor.Name).SetProperty(e => e.StatusAtUtc, now),
                cancellationToken);
        return changed == 0 ? EventProblems.NotFound : Done.It;
    }
}
