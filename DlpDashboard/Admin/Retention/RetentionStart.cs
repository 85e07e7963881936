namespace DlpDashboard.Admin.Retention;

/// <summary>Once at start: the job and its daily trigger are made known to Quartz.</summary>
internal sealed class RetentionStart(RetentionTriggers triggers, ILogger<RetentionStart> log) : BackgroundService
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
            log.LogError(failure, "The retention's daily trigger could not be set. Restart the app once its database is well.");
        }
    }
}
