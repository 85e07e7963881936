namespace DlpDashboard.Scans.Scheduling;

/// <summary>Once at start: the job is made known to Quartz and missing triggers are mended.</summary>
internal sealed class ScheduleStart(ScheduleTriggers triggers, ILogger<ScheduleStart> log) : BackgroundService
{
    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        try
        {
            await triggers.MendAsync(stoppingToken);
        }
        catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
        {
            log.LogError(failure, "The schedules' triggers could not be looked at. Restart the app once its database is well.");
        }
    }
}
