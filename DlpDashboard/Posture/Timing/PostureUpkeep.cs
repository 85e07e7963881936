using DlpDashboard.Data;
using DlpDashboard.Data.Dialects;
using DlpDashboard.Endpoints;
using DlpDashboard.Events;
using DlpDashboard.Kernel;
using DlpDashboard.Posture.Judging;
using DlpDashboard.Posture.Keeping;
using DlpDashboard.Posture.Refreshing;
using Microsoft.EntityFrameworkCore;

namespace DlpDashboard.Posture.Timing;

/// <summary>What the passing of time asks for: an accepted failure that has run out counts again, and organisations that set an hour of their own are read then.</summary>
internal sealed class PostureUpkeep(IDbContextFactory<DlpDbContext> contexts, IDatabaseDialect dialect, EventWriter events, EndpointLine<PostureRefresh> line, TimeProvider time)
{
    private const int Most = 500;

    /// <summary>Counts again what suppressions covered that have run out; how many.</summary>
    public async Task<int> EndExpiredAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow().UtcDateTime;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var expired = await db.PostureSuppressions.AsNoTracking().Where(s => s.EndedUtc == null && s.ExpiresUtc <= now).OrderBy(s => s.ExpiresUtc).Take(Most).ToListAsync(cancellationToken);
        var ended = 0;
        foreach (var suppression in expired)
        {
            ended += await EndAsync(suppression, now, cancellationToken) ? 1 : 0;
        }

        return ended;
    }

    /// <summary>Puts the endpoints of organisations in line whose hour has come; how many organisations.</summary>
    public async Task<int> AskDueAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow().UtcDateTime;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var timings = await db.PostureTimings.AsNoTracking().Where(t => t.HourUtc != null).ToListAsync(cancellationToken);
        var asked = 0;
        foreach (var timing in timings.Where(timing => timing.IsDue(now)))
        {
            // The mark is moved afterwards: who falls between is asked again, and what stands in line already is not put there twice.
            var organisation = timing.OrganisationId;
            await line.AskAllAsync((_, endpoints) => endpoints.Where(e => e.OrganisationId == organisation), cancellationToken);
            asked += await db.PostureTimings.Where(t => t.OrganisationId == organisation && t.DoneUtc == timing.DoneUtc).ExecuteUpdateAsync(set => set.SetProperty(t => t.DoneUtc, now), cancellationToken);
        }

        return asked;
    }

    private async Task<bool> EndAsync(PostureSuppression suppression, DateTime now, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await PostureTallyCount.LockAsync(db, dialect, suppression.EndpointId, cancellationToken);
        if (await db.PostureSuppressions.Where(s => s.Id == suppression.Id && s.EndedUtc == null).ExecuteUpdateAsync(set => set.SetProperty(s => s.EndedUtc, now), cancellationToken) == 0)
        {
            return false;
        }

        await new SuppressionRecount(db, dialect, now).RunAsync(suppression, cancellationToken);
        var title = CheckCatalogue.Find(suppression.CheckId)?.Title ?? suppression.CheckId;
        events.Add(db, new EventDraft(
            suppression.OrganisationId,
            EventTypes.AcceptanceRanOut,
            EventSeverity.Low,
            $"The time is over for which it was accepted that \"{title}\" fails. It counts again. {suppression.OwnerName} answered for it: {suppression.Reason}",
            suppression.EndpointId,
            suppression.BucketId,
            suppression.BucketId is { } bucket ? Links.Bucket(bucket) : Links.SecurityOf(suppression.EndpointId)));
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }
}
