using System.Globalization;
using DlpDashboard.Access;
using DlpDashboard.Audit;
using DlpDashboard.Data;
using DlpDashboard.Events;
using DlpDashboard.Kernel;
using Microsoft.EntityFrameworkCore;

namespace DlpDashboard.Admin.Retention;

/// <summary>Keeps the runs: begins and ends them, notes what they removed, and tells the story and the audit trail of it.</summary>
internal sealed class RetentionLedger(IDbContextFactory<DlpDbContext> contexts, EventWriter events, AuditTrail trail, TimeProvider time)
{
    private const int RunsKept = 400;

    /// <summary>How long a node that goes may take to note that it goes.</summary>
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(5);

    /// <summary>Puts a run in line that a person asked for; its audit entry is saved with it.</summary>
    public async Task<RetentionRun> AskAsync(Actor actor, CancellationToken cancellationToken)
    {
        var run = NewRun(actor.OrganisationId, actor);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        db.RetentionRuns.Add(run);
        trail.Add(db, actor, AuditActions.RetentionAsked, Subject(run));
        await db.SaveChangesAsync(cancellationToken);
        return run;
    }

    /// <summary>Begins the run that was asked for, or the daily one where none was. The caller holds the organisation's turn, so what still seems to run is dead.</summary>
    /// <returns>The run; null where it is gone or ended already.</returns>
    public async Task<RetentionRun?> BeginAsync(Guid organisationId, Guid? askedId, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow().UtcDateTime;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await db.RetentionRuns.Where(r => r.OrganisationId == organisationId && r.State == RetentionState.Running).ExecuteUpdateAsync(
            set => set.SetProperty(r => r.State, RetentionState.Stopped).SetProperty(r => r.EndedUtc, now).SetProperty(r => r.Sentence, "The app ended during this run; the next one goes on."),
            cancellationToken);
        var before = await LastReachAsync(db, organisationId, cancellationToken);
        var run = askedId is { } id
            ? await db.RetentionRuns.SingleOrDefaultAsync(r => r.OrganisationId == organisationId && r.Id == id && r.State == RetentionState.Waiting, cancellationToken)
            : db.RetentionRuns.Add(NewRun(organisationId, asker: null)).Entity;
        if (run is null)
        {
            return null;
        }

        (run.State, run.StartedUtc) = (RetentionState.Running, now);
        var reach = RetentionClock.Reach(now, before);
        (run.ReachUtc, run.Sentence) = (reach, RetentionClock.Sentence(now, reach));
        await db.SaveChangesAsync(cancellationToken);
        return run;
    }

    /// <summary>An asked run whose turn somebody else holds: what it was asked for is being done.</summary>
    public async Task DropAsync(Guid? askedId, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow().UtcDateTime;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await db.RetentionRuns.Where(r => r.Id == askedId && r.State == RetentionState.Waiting).ExecuteUpdateAsync(
            set => set.SetProperty(r => r.State, RetentionState.Stopped).SetProperty(r => r.EndedUtc, now).SetProperty(r => r.Sentence, "Another run was under way at that moment."),
            cancellationToken);
    }

    /// <summary>Notes what was removed so far.</summary>
    public async Task NoteAsync(RetentionRun run, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await db.RetentionRuns.Where(r => r.Id == run.Id).ExecuteUpdateAsync(set => set.SetProperty(r => r.Removed, run.Removed), cancellationToken);
    }

    /// <summary>Ends a run, with one event and one audit entry where it removed something, failed, or was asked for.</summary>
    public async Task EndAsync(RetentionRun run, RetentionState state, string? sentence, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(Farewell, time);
        using var farewell = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(farewell.Token);
        db.RetentionRuns.Update(run);
        (run.State, run.EndedUtc, run.Sentence) = (state, Latest(run.StartedUtc, time.GetUtcNow().UtcDateTime), sentence ?? run.Sentence);
        if (run.Removed.Total() > 0 || run.AskedBy is not null || state == RetentionState.Failed)
        {
            Tell(db, run);
        }

        await db.SaveChangesAsync(farewell.Token);
        await PruneAsync(db, run.OrganisationId, farewell.Token);
    }

    /// <summary>The latest moment that any run counted ages from; null before the first. The order of runs does not tell: clocks are set back.</summary>
    public static Task<DateTime?> LastReachAsync(DlpDbContext db, Guid organisationId, CancellationToken cancellationToken) => db.RetentionRuns.AsNoTracking()
        .Where(r => r.OrganisationId == organisationId)
        .MaxAsync(r => r.ReachUtc, cancellationToken);

    private static DateTime Latest(DateTime? startedUtc, DateTime nowUtc) => startedUtc > nowUtc ? startedUtc.Value : nowUtc;

    private static AuditSubject Subject(RetentionRun run) => new("retention", run.Id, "Retention");

    private RetentionRun NewRun(Guid organisationId, Actor? asker)
    {
        var now = time.GetUtcNow();
        return new RetentionRun { Id = Guid.CreateVersion7(now), OrganisationId = organisationId, AskedUtc = now.UtcDateTime, AskedById = asker?.AccountId, AskedBy = asker?.Name };
    }

    private void Tell(DlpDbContext db, RetentionRun run)
    {
        var hasEnded = run.State == RetentionState.Completed;
        events.Add(db, new EventDraft(
            run.OrganisationId,
            run.State == RetentionState.Failed ? EventTypes.RetentionFailed : EventTypes.RetentionRan,
            run.State == RetentionState.Failed ? EventSeverity.Medium : EventSeverity.Info,
            $"The retention removed {run.Removed.InWords()}{(hasEnded ? "" : " before it ended early; the next run goes on")}.",
            SubjectId: run.Id,
            Link: Links.Settings,
            ActorName: run.AskedBy));
        var actor = new Actor(run.OrganisationId, run.AskedById ?? Guid.Empty, run.AskedBy ?? "Daily retention", new HashSet<string>(StringComparer.Ordinal));
        var details = Enum.GetValues<RetentionKind>().ToDictionary(kind => kind.ToString().ToLowerInvariant(), kind => (string?)run.Removed.Of(kind).ToString(CultureInfo.InvariantCulture), StringComparer.Ordinal);
        details["state"] = run.State.ToString().ToLowerInvariant();
        trail.Add(db, actor, AuditActions.RetentionRan, Subject(run), details);
    }

    private static async Task PruneAsync(DlpDbContext db, Guid organisationId, CancellationToken cancellationToken)
    {
        var runs = db.RetentionRuns;
        var oldest = await runs.AsNoTracking().Where(r => r.OrganisationId == organisationId)
            .OrderByDescending(r => r.AskedUtc).ThenByDescending(r => r.Id).Select(r => (DateTime?)r.AskedUtc).Skip(RunsKept).FirstOrDefaultAsync(cancellationToken);
        if (oldest is { } before)
        {
            await runs.Where(r => r.OrganisationId == organisationId && r.AskedUtc <= before && r.EndedUtc != null).ExecuteDeleteAsync(cancellationToken);
        }
    }
}
