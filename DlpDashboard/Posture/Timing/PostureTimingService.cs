using System.Globalization;
using DlpDashboard.Access;
using DlpDashboard.Audit;
using DlpDashboard.Data;
using DlpDashboard.Data.Dialects;
using DlpDashboard.Kernel;
using DlpDashboard.Posture.Keeping;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Quartz;

namespace DlpDashboard.Posture.Timing;

/// <summary>Tells and sets when an organisation's endpoints are read each day.</summary>
internal sealed class PostureTimingService(IDbContextFactory<DlpDbContext> contexts, IDatabaseDialect dialect, AuditTrail audit, IOptions<PostureOptions> options, TimeProvider time)
{
    /// <summary>As it holds now.</summary>
    public async Task<PostureTimingRow> ReadAsync(Actor actor, CancellationToken cancellationToken)
    {
        actor.Demand(Permissions.PostureRead);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var own = await db.PostureTimings.AsNoTracking().SingleOrDefaultAsync(t => t.OrganisationId == actor.OrganisationId, cancellationToken);
        return RowOf(own);
    }

    /// <summary>Sets it.</summary>
    public async Task<Outcome<PostureTimingRow>> SetAsync(Actor actor, PostureTimingDraft draft, CancellationToken cancellationToken)
    {
        actor.Demand(Permissions.SettingsWrite);
        if (draft.HourUtc is < 0 or > 23)
        {
            return PostureProblems.HourWrong;
        }

        var now = time.GetUtcNow().UtcDateTime;
        var timing = new PostureTiming { OrganisationId = actor.OrganisationId, HourUtc = draft.HourUtc, DoneUtc = now, ChangedUtc = now, ChangedBy = StorableText.Of(actor.Name, 100) };
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await dialect.UpsertAsync(db, [timing], cancellationToken);
        audit.Add(db, actor, AuditActions.PostureScheduleChanged, new AuditSubject("organisation", actor.OrganisationId, ""), new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["hourUtc"] = draft.HourUtc?.ToString(CultureInfo.InvariantCulture) ?? "off",
        });
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return RowOf(timing);
    }

    private PostureTimingRow RowOf(PostureTiming? own)
    {
        var now = time.GetUtcNow();
        if (own is not null)
        {
            return new PostureTimingRow(true, own.HourUtc, own.NextAfter(now.UtcDateTime), own.ChangedBy, own.ChangedUtc);
        }

        // As PostureDailyStart sets it: in UTC, whatever the server's zone.
        var next = CronExpression.TryParse(options.Value.Daily, CronFormat.Quartz, out var cron) ? cron.WithTimeZone(TimeZoneInfo.Utc).GetNextValidTimeAfter(now)?.UtcDateTime : null;
        return new PostureTimingRow(false, next is { Minute: 0, Second: 0 } due ? due.Hour : null, next, null, null);
    }
}
