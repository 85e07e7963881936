using DlpDashboard.Access;
using DlpDashboard.Audit;
using DlpDashboard.Data;
using DlpDashboard.Kernel;
using DlpDashboard.Scans.Planning;
using Microsoft.EntityFrameworkCore;

namespace DlpDashboard.Scans.Scheduling;

/// <summary>What people do with schedules. A schedule runs on behalf of who saved it last.</summary>
internal sealed class ScheduleService(
    IDbContextFactory<DlpDbContext> contexts, ScheduleSurroundings around, AuditTrail trail, ScheduleTriggers triggers, ScheduleRunner runner, TimeProvider time)
{
    /// <summary>The next due times of a recurrence, or the first rule it breaks.</summary>
    public Outcome<IReadOnlyList<DateTime>> Preview(Actor actor, Recurrence recurrence, string zone, int count)
    {
        actor.Demand(Permissions.ScansRead);
        var now = time.GetUtcNow().UtcDateTime;
        var problem = RecurrenceCheck.Problems(recurrence, zone, around.LeastInterval, now).FirstOrDefault();
        return problem is null ? RecurrenceClock.Of(recurrence, zone)!.After(now, count).ToList() : problem;
    }

    /// <summary>Every rule a draft breaks.</summary>
    public async Task<IReadOnlyList<Problem>> ProblemsAsync(Actor actor, ScheduleDraft draft, CancellationToken cancellationToken)
    {
        actor.Demand(Permissions.ScansStart);
        var unknown = await around.UnknownDetectorAsync(actor, draft.Plan, cancellationToken);
        IReadOnlyList<Problem> own = [.. draft.Problems(around.LeastInterval, time.GetUtcNow().UtcDateTime), .. unknown is null ? Array.Empty<Problem>() : [unknown]];
        return await around.EndpointAsync(actor, draft.EndpointId, cancellationToken) is null
            ? [.. own, Problem.Invalid("schedules.endpoint", "Choose the endpoint that shall be scanned.", "endpointId")]
            : own;
    }

    /// <summary>Adds a schedule.</summary>
    public async Task<Outcome<Guid>> AddAsync(Actor actor, ScheduleDraft draft, CancellationToken cancellationToken)
    {
        if (await ProblemsAsync(actor, draft, cancellationToken) is [var problem, ..])
        {
            return problem;
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await db.ScanSchedules.Where(s => s.OrganisationId == actor.OrganisationId).OrderBy(s => s.Id).Take(around.Most).CountAsync(cancellationToken) >= around.Most)
        {
            return Problem.Conflict("schedules.too-many", $"An organisation has at most {around.Most:N0} schedules. Delete one that is not needed.");
        }

        var now = time.GetUtcNow();
        var schedule = new ScanSchedule { Id = Guid.CreateVersion7(now), OrganisationId = actor.OrganisationId, CreatedUtc = now.UtcDateTime };
        Take(schedule, draft, actor);
        db.ScanSchedules.Add(schedule);
        return await SaveAsync(db, actor, schedule, "schedule.added", cancellationToken) is { } conflict ? conflict : schedule.Id;
    }

    /// <summary>Changes a schedule; a version other than expected is refused.</summary>
    public Task<Outcome<Done>> EditAsync(Actor actor, Guid id, int? expected, ScheduleDraft draft, CancellationToken cancellationToken) =>
        ChangeAsync(actor, id, expected, "schedule.changed", draft, schedule => Take(schedule, draft, actor), cancellationToken);

    /// <summary>Lets it run, or not. It then runs on behalf of this person.</summary>
    public Task<Outcome<Done>> SwitchAsync(Actor actor, Guid id, bool isEnabled, CancellationToken cancellationToken) =>
        ChangeAsync(
            actor,
            id,
            expected: null,
            "schedule.switched",
            draft: null,
            schedule =>
            {
                schedule.IsEnabled = isEnabled;
                (schedule.OwnerId, schedule.OwnerName) = (actor.AccountId, actor.Name);
                schedule.NextUtc = NextOf(schedule);
            },
            cancellationToken);

    /// <summary>Runs it now, beside its times.</summary>
    public async Task<Outcome<FiringRow>> RunNowAsync(Actor actor, Guid id, CancellationToken cancellationToken)
    {
        actor.Demand(Permissions.ScansStart);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var schedule = await db.ScanSchedules.AsNoTracking().SingleOrDefaultAsync(s => s.OrganisationId == actor.OrganisationId && s.Id == id, cancellationToken);
        if (schedule is null)
        {
            return ScheduleProblems.NotFound;
        }

        var firing = await runner.FireByHandAsync(schedule, actor, cancellationToken);
        return new FiringRow(firing.Id, firing.DueUtc, firing.AtUtc, firing.AskedBy, firing.Outcome, firing.Reason, firing.ScanId);
    }

    /// <summary>Deletes a schedule with its history; its scans stay.</summary>
    public async Task<Outcome<Done>> DeleteAsync(Actor actor, Guid id, int? expected, CancellationToken cancellationToken)
    {
        actor.Demand(Permissions.ScansStart);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var schedule = await db.ScanSchedules.SingleOrDefaultAsync(s => s.OrganisationId == actor.OrganisationId && s.Id == id, cancellationToken);
        if (schedule is null || (expected ?? schedule.Version) != schedule.Version)
        {
            return schedule is null ? ScheduleProblems.NotFound : ScheduleProblems.ChangedMeanwhile;
        }

        db.ScanSchedules.Remove(schedule);
        schedule.NextUtc = null;
        if (await SaveAsync(db, actor, schedule, "schedule.deleted", cancellationToken) is { } conflict)
        {
            return conflict;
        }

        await db.ScheduleFirings.Where(f => f.ScheduleId == id).ExecuteDeleteAsync(cancellationToken);
        return Done.It;
    }

    private async Task<Outcome<Done>> ChangeAsync(
        Actor actor, Guid id, int? expected, string action, ScheduleDraft? draft, Action<ScanSchedule> change, CancellationToken cancellationToken)
    {
        actor.Demand(Permissions.ScansStart);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var schedule = await db.ScanSchedules.SingleOrDefaultAsync(s => s.OrganisationId == actor.OrganisationId && s.Id == id, cancellationToken);
        if (schedule is null || (expected ?? schedule.Version) != schedule.Version)
        {
            return schedule is null ? ScheduleProblems.NotFound : ScheduleProblems.ChangedMeanwhile;
        }

        if (draft is not null && await ProblemsAsync(actor, draft, cancellationToken) is [var problem, ..])
        {
            return problem;
        }

        change(schedule);
        schedule.Version++;
        return await SaveAsync(db, actor, schedule, action, cancellationToken) is { } conflict ? conflict : Done.It;
    }

    private void Take(ScanSchedule schedule, ScheduleDraft draft, Actor actor)
    {
        schedule.Name = draft.Name.Trim();
        schedule.EndpointId = draft.EndpointId;
        schedule.Recurrence = draft.Recurrence;
        schedule.TimeZone = draft.TimeZone;
        schedule.Misfire = draft.Misfire;
        schedule.IsEnabled = draft.IsEnabled;
        schedule.Plan = ScanPlanCheck.Tidy(draft.Plan).Value!;
        schedule.Priority = draft.Priority;
        (schedule.OwnerId, schedule.OwnerName) = (actor.AccountId, actor.Name);
        schedule.NextUtc = NextOf(schedule);
    }

    private DateTime? NextOf(ScanSchedule schedule) =>
        schedule.IsEnabled ? schedule.DueAfter(time.GetUtcNow().UtcDateTime) : null;

    private async Task<Problem?> SaveAsync(DlpDbContext db, Actor actor, ScanSchedule schedule, string action, CancellationToken cancellationToken)
    {
        trail.Add(db, actor, action, new AuditSubject("schedule", schedule.Id, schedule.Name), new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["when"] = RecurrenceWords.Of(schedule.Recurrence, schedule.TimeZone),
            ["enabled"] = schedule.IsEnabled ? "yes" : "no",
        });
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            return ScheduleProblems.ChangedMeanwhile;
        }

        await triggers.SetAsync(schedule.Id, schedule.NextUtc, cancellationToken);
        return null;
    }
}
