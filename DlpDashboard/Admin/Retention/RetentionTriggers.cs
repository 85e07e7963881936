using System.Globalization;
using Microsoft.Extensions.Options;
using Quartz;

namespace DlpDashboard.Admin.Retention;

/// <summary>Retention in Quartz's store: one job, its daily trigger, and a trigger for each run that a person asks for.</summary>
internal sealed class RetentionTriggers(ISchedulerFactory schedulers, IOptions<RetentionOptions> options, TimeProvider time)
{
    /// <summary>Whose run, in the data of a trigger by hand.</summary>
    public const string Organisation = "organisation";

    /// <summary>Which run, in the data of a trigger by hand.</summary>
    public const string Run = "run";

    /// <summary>The job.</summary>
    public static readonly JobKey Job = new("retention", "admin");

    /// <summary>The daily trigger.</summary>
    public static readonly TriggerKey Daily = new("retention-daily", "admin");

    /// <summary>Makes the job known and sets its daily trigger, where it is missing or the time was changed.</summary>
    public async Task MendAsync(CancellationToken cancellationToken)
    {
        var scheduler = await schedulers.GetScheduler(cancellationToken);
        await KnowJobAsync(scheduler, cancellationToken);
        var at = options.Value.Time;
        var cron = string.Create(CultureInfo.InvariantCulture, $"0 {at.Minute} {at.Hour} * * ?");
        if (await scheduler.GetTrigger(Daily, cancellationToken) is ICronTrigger daily && daily.CronExpressionString == cron)
        {
            return;
        }

        var trigger = TriggerBuilder.Create(time)
            .WithIdentity(Daily)
            .ForJob(Job)
            .WithSchedule(CronScheduleBuilder.Create(cron).InTimeZone(TimeZoneInfo.Utc).WithMisfireInstruction(CronTriggerMisfireInstruction.FireAndProceed))
            .Build();
        await scheduler.ScheduleTrigger(trigger, TriggerConflict.Replace, cancellationToken);
    }

    /// <summary>Lets a node take up a run that was asked for.</summary>
    public async Task FireAsync(RetentionRun run, CancellationToken cancellationToken)
    {
        var scheduler = await schedulers.GetScheduler(cancellationToken);
        await KnowJobAsync(scheduler, cancellationToken);
        var trigger = TriggerBuilder.Create(time)
            .WithIdentity(new TriggerKey(run.Id.ToString("N"), "retention"))
            .ForJob(Job)
            .UsingJobData(Organisation, run.OrganisationId.ToString("D", CultureInfo.InvariantCulture))
            .UsingJobData(Run, run.Id.ToString("D", CultureInfo.InvariantCulture))
            .StartNow()
            .WithSchedule(SimpleScheduleBuilder.Create().WithMisfireInstruction(SimpleTriggerMisfireInstruction.FireNow))
            .Build();
        await scheduler.ScheduleTrigger(trigger, TriggerConflict.Replace, cancellationToken);
    }

    /// <summary>Quartz refuses the trigger of a job it does not know, and a person may ask before the mending at start has begun.</summary>
    private static Task KnowJobAsync(IScheduler scheduler, CancellationToken cancellationToken) =>
        scheduler.AddJob(JobBuilder.Create<RetentionJob>().WithIdentity(Job).StoreDurably().RequestRecovery().Build(), AddJobOptions.Replacing, cancellationToken).AsTask();
}
