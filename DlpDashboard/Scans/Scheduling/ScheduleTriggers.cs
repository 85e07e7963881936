using System.Globalization;
using DlpDashboard.Data;
using Microsoft.EntityFrameworkCore;
using Quartz;

namespace DlpDashboard.Scans.Scheduling;

/// <summary>
/// Keeps Quartz's triggers as the schedules say: one trigger a schedule, for its next time alone. The job that it fires sets the one after.
/// </summary>
internal sealed class ScheduleTriggers(ISchedulerFactory schedulers, IDbContextFactory<DlpDbContext> contexts, TimeProvider time)
{
    /// <summary>The job of every schedule's trigger.</summary>
    public static readonly JobKey Job = new("scan-schedule", "scans");

    /// <summary>Which schedule, in the trigger's data.</summary>
    public const string ScheduleId = "schedule";

    private const int PageLength = 500;

    private volatile bool _isJobKnown;

    /// <summary>Sets the trigger of a schedule, or takes it away where it is not due any more.</summary>
    public async Task SetAsync(Guid id, DateTime? nextUtc, CancellationToken cancellationToken)
    {
        var scheduler = await schedulers.GetScheduler(cancellationToken);
        var key = Key(id);
        if (nextUtc is not { } next)
        {
            await scheduler.UnscheduleJob(key, cancellationToken);
            return;
        }

        await KnowJobAsync(scheduler, cancellationToken);
        var trigger = TriggerBuilder.Create(time)
            .WithIdentity(key)
            .ForJob(Job)
            .UsingJobData(ScheduleId, id.ToString("D", CultureInfo.InvariantCulture))
            .StartAt(new DateTimeOffset(next, TimeSpan.Zero))
            .WithSchedule(SimpleScheduleBuilder.Create().WithMisfireInstruction(SimpleTriggerMisfireInstruction.FireNow))
            .Build();
        await scheduler.ScheduleTrigger(trigger, TriggerConflict.Replace, cancellationToken);
    }

    /// <summary>Makes the job known and mends triggers that are missing: after a first start, a restored backup, a crash at the wrong moment.</summary>
    public async Task MendAsync(CancellationToken cancellationToken)
    {
        var scheduler = await schedulers.GetScheduler(cancellationToken);
        await KnowJobAsync(scheduler, cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        for (var after = Guid.Empty; ;)
        {
            var page = await db.ScanSchedules.AsNoTracking()
                .Where(s => s.IsEnabled && s.NextUtc != null && s.Id > after)
                .OrderBy(s => s.Id)
                .Select(s => new { s.Id, s.NextUtc })
                .Take(PageLength)
                .ToListAsync(cancellationToken);
            foreach (var schedule in page)
            {
                if (await scheduler.GetTrigger(Key(schedule.Id), cancellationToken) is null)
                {
                    await SetAsync(schedule.Id, schedule.NextUtc, cancellationToken);
                }
            }

            if (page.Count < PageLength)
            {
                return;
            }

            after = page[^1].Id;
        }
    }

    /// <summary>Once in a process: Quartz refuses the trigger of a job it does not know, and a schedule may be saved before the mending has begun.</summary>
    private async Task KnowJobAsync(IScheduler scheduler, CancellationToken cancellationToken)
    {
        if (!_isJobKnown)
        {
            await scheduler.AddJob(JobBuilder.Create<ScheduleJob>().WithIdentity(Job).StoreDurably().RequestRecovery().Build(), AddJobOptions.Replacing, cancellationToken);
            _isJobKnown = true;
        }
    }

    private static TriggerKey Key(Guid id) => new(id.ToString("N"), "schedules");
}
