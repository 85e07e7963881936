using DlpDashboard.Posture.Timing;
using Microsoft.Extensions.Options;
using Quartz;

namespace DlpDashboard.Posture.Refreshing;

/// <summary>Once at start: the daily refresh stands in Quartz as the configuration says, and the look at the clock each minute.</summary>
internal sealed class PostureDailyStart(ISchedulerFactory schedulers, IOptions<PostureOptions> options, ILogger<PostureDailyStart> log) : BackgroundService
{
    private static readonly TriggerKey Trigger = new("daily", "posture");
    private static readonly TriggerKey Minutely = new("upkeep", "posture");

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        try
        {
            var scheduler = await schedulers.GetScheduler(stoppingToken);
            await SetUpkeepAsync(scheduler, stoppingToken);
            if (options.Value.Daily.Length == 0)
            {
                await scheduler.UnscheduleJob(Trigger, stoppingToken);
                return;
            }

            await scheduler.AddJob(JobBuilder.Create<PostureDailyJob>().WithIdentity(PostureDailyJob.Key).StoreDurably().Build(), AddJobOptions.Replacing, stoppingToken);
            var trigger = TriggerBuilder.Create().WithIdentity(Trigger).ForJob(PostureDailyJob.Key)
                .WithSchedule(CronScheduleBuilder.Create(options.Value.Daily).InTimeZone(TimeZoneInfo.Utc).WithMisfireInstruction(CronTriggerMisfireInstruction.FireAndProceed)).Build();
            await scheduler.ScheduleTrigger(trigger, TriggerConflict.Replace, stoppingToken);
        }
        catch (FormatException)
        {
            log.LogError("Posture:Daily is no Quartz expression; buckets are read only when somebody asks. Mend it and restart the app.");
        }
        catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
        {
            log.LogError(failure, "The daily posture refresh could not be set. Restart the app once its database is well.");
        }
    }

    private static async Task SetUpkeepAsync(IScheduler scheduler, CancellationToken cancellationToken)
    {
        await scheduler.AddJob(JobBuilder.Create<PostureUpkeepJob>().WithIdentity(PostureUpkeepJob.Key).StoreDurably().Build(), AddJobOptions.Replacing, cancellationToken);
        var trigger = TriggerBuilder.Create().WithIdentity(Minutely).ForJob(PostureUpkeepJob.Key)
            .WithSchedule(CronScheduleBuilder.Create("20 * * * * ?").InTimeZone(TimeZoneInfo.Utc).WithMisfireInstruction(CronTriggerMisfireInstruction.DoNothing)).Build();
        await scheduler.ScheduleTrigger(trigger, TriggerConflict.Replace, cancellationToken);
    }
}
