using DlpDashboard.Access;
using DlpDashboard.Access.SignIn;
using DlpDashboard.Kernel;
using Microsoft.Extensions.Options;

namespace DlpDashboard.Scans.Scheduling;

/// <summary>
/// One due time of a schedule: asks for the scan with today's rights of the person it runs for, keeps what came of it, and sets the next time.
/// Nothing here fails silently: what does not start has a reason in the history.
/// </summary>
internal sealed class ScheduleRunner(
    ScheduleJournal journal, ScanService scans, AbsentActor actors, ScheduleTriggers triggers, IOptions<ScheduleOptions> options, TimeProvider time)
{
    /// <summary>The due time of a schedule has come. One that is gone, disabled or not due yet is left alone.</summary>
    public async Task FireAsync(Guid id, CancellationToken cancellationToken)
    {
        var schedule = await journal.FindAsync(id, cancellationToken);
        var now = time.GetUtcNow().UtcDateTime;
        if (schedule is not { IsEnabled: true, NextUtc: { } due } || due > now.AddSeconds(1))
        {
            // It was changed after this trigger was set; its own trigger will come.
            return;
        }

        var isMissed = now - due > options.Value.OnTime && schedule.Misfire == MisfireRule.Skip;
        var firing = isMissed
            ? Firing(schedule, due, null, FiringOutcome.Missed, "The app was not there at that time, and this schedule leaves missed runs out.", null)
            : await StartAsync(schedule, due, cancellationToken);
        var next = schedule.DueAfter(now);
        await journal.KeepAsync(firing, next, cancellationToken);
        await triggers.SetAsync(id, next, cancellationToken);
    }

    /// <summary>A person wants it now; its next time stays.</summary>
    public async Task<ScheduleFiring> FireByHandAsync(ScanSchedule schedule, Actor asker, CancellationToken cancellationToken)
    {
        var started = await scans.StartAsync(asker, schedule.EndpointId, schedule.Plan, schedule.Priority, cancellationToken);
        var firing = Of(schedule, time.GetUtcNow().UtcDateTime, asker.Name, started);
        await journal.KeepAsync(firing, schedule.NextUtc, cancellationToken);
        return firing;
    }

    private async Task<ScheduleFiring> StartAsync(ScanSchedule schedule, DateTime due, CancellationToken cancellationToken)
    {
        var owner = await actors.FindAsync(schedule.OrganisationId, schedule.OwnerId, cancellationToken);
        if (owner?.May(Permissions.ScansStart) != true)
        {
            return Firing(schedule, due, null, FiringOutcome.Skipped, $"{schedule.OwnerName}, for whom it runs, may not start scans any more. Somebody who may must save the schedule again.", null);
        }

        var named = owner with { Name = Shortened($"{owner.Name} (schedule {schedule.Name})") };
        return Of(schedule, due, null, await scans.StartAsync(named, schedule.EndpointId, schedule.Plan, schedule.Priority, cancellationToken));
    }

    private ScheduleFiring Of(ScanSchedule schedule, DateTime due, string? askedBy, Outcome<Guid> started) => started.Succeeded
        ? Firing(schedule, due, askedBy, FiringOutcome.Started, null, started.Value)
        : Firing(schedule, due, askedBy, FiringOutcome.Skipped, started.Problem.Sentence, null);

    private ScheduleFiring Firing(ScanSchedule schedule, DateTime due, string? askedBy, FiringOutcome outcome, string? reason, Guid? scanId)
    {
        var now = time.GetUtcNow();
        return new ScheduleFiring
        {
            Id = Guid.CreateVersion7(now),
            OrganisationId = schedule.OrganisationId,
            ScheduleId = schedule.Id,
            DueUtc = due,
            AtUtc = now.UtcDateTime,
            AskedBy = askedBy,
            Outcome = outcome,
            Reason = reason?.Length > ScheduleFiring.ReasonLength ? reason[..ScheduleFiring.ReasonLength] : reason,
            ScanId = scanId,
        };
    }

    private static string Shortened(string name) => name.Length <= 100 ? name : name[..100];
}
