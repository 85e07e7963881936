using DlpDashboard.Access;
using DlpDashboard.Access.Settings;
using DlpDashboard.Data;
using DlpDashboard.Kernel;
using Microsoft.EntityFrameworkCore;

namespace DlpDashboard.Admin.Retention;

/// <summary>Tells what the retention did and what it would do.</summary>
internal sealed class RetentionReader(IDbContextFactory<DlpDbContext> contexts, IEnumerable<IRetentionPart> parts, TimeProvider time)
{
    /// <summary>The newest runs, newest first.</summary>
    public async Task<IReadOnlyList<RetentionRow>> RunsAsync(Actor actor, int count, CancellationToken cancellationToken)
    {
        actor.Demand(Permissions.SettingsRead);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.RetentionRuns.AsNoTracking()
            .Where(r => r.OrganisationId == actor.OrganisationId)
            .OrderByDescending(r => r.AskedUtc).ThenByDescending(r => r.Id)
            .Select(r => new RetentionRow(r.Id, r.AskedUtc, r.AskedBy, r.State, r.StartedUtc, r.EndedUtc, r.Removed, r.Sentence))
            .Take(count)
            .ToListAsync(cancellationToken);
    }

    /// <summary>What a run by these periods would remove now; bounded work.</summary>
    public async Task<IReadOnlyList<RetentionPreview>> PreviewAsync(Actor actor, RetentionPeriods periods, CancellationToken cancellationToken)
    {
        actor.Demand(Permissions.SettingsRead);
        DateTime? before;
        await using (var db = await contexts.CreateDbContextAsync(cancellationToken))
        {
            before = await RetentionLedger.LastReachAsync(db, actor.OrganisationId, cancellationToken);
        }

        var reach = RetentionClock.Reach(time.GetUtcNow().UtcDateTime, before);
        var found = new List<RetentionPreview>();
        foreach (var kind in parts.GroupBy(part => part.Kind).OrderBy(group => group.Key))
        {
            var days = periods.Of(kind.Key);
            var count = 0;
            foreach (var part in days is null ? [] : kind.ToList())
            {
                count += await part.CountAsync(actor.OrganisationId, reach.AddDays(-days!.Value), RetentionPreview.Ceiling + 1 - count, cancellationToken);
            }

            found.Add(new RetentionPreview(kind.Key, days, Math.Min(count, RetentionPreview.Ceiling), count > RetentionPreview.Ceiling));
        }

        return found;
    }
}
