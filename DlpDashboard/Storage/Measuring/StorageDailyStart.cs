using Microsoft.Extensions.Options;
using Quartz;

namespace DlpDashboard.Storage.Measuring;

/// <summary>Once at start: the daily measure stands in Quartz as the configuration says.</summary>
internal sealed class StorageDailyStart(ISchedulerFactory schedulers, IOptions<StorageOptions> options, ILogger<StorageDailyStart> log) : BackgroundService
{
    private static readonly TriggerKey Trigger = new("daily", "storage");

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        try
        {
            var scheduler = await schedulers.GetScheduler(stoppingToken);
            if (options.Value.Daily.Length == 0)
            {
                await scheduler.UnscheduleJob(Trigger, stoppingToken);
                return;
            }

            await scheduler.AddJob(JobBuilder.Create<StorageDailyJob>().WithIdentity(StorageDailyJob.Key).StoreDurably().Build(), AddJobOptions.Replacing, stoppingToken);
            var trigger = TriggerBuilder.Create().WithIdentity(Trigger).ForJob(StorageDailyJob.Key)
                .WithSchedule(CronScheduleBuilder.Create(options.Value.Daily).InTimeZone(TimeZoneInfo.Utc).WithMisfireInstruction(CronTriggerMisfireInstruction.FireAndProceed)).Build();
            await scheduler.ScheduleTrigger(trigger, TriggerConflict.Replace, stoppingToken);
        }
        catch (FormatException)
        {
            log.LogError("Storage:Daily is no Quartz expression; storages are measured only when somebody asks. Mend it and restart the app.");
        }
        catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
        {
            log.LogError(failure, "The daily measure could not be set. Restart the app once its database is well.");
        }
    }
}
