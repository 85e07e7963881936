using Quartz;

namespace DlpDashboard.Admin.Retention;

/// <summary>The daily round, or one run that a person asked for. Quartz lets one node of a cluster at a time do it; it ends when the app goes.</summary>
[DisallowConcurrentExecution]
internal sealed class RetentionJob(RetentionRound round, RetentionRunner runner, IHostApplicationLifetime app) : IJob
{
    /// <inheritdoc />
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        using var going = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, app.ApplicationStopping);
        try
        {
            var data = context.MergedJobDataMap;
            if (data.TryGetString(RetentionTriggers.Run, out var run) && Guid.TryParse(run, out var runId)
                && data.TryGetString(RetentionTriggers.Organisation, out var organisation) && Guid.TryParse(organisation, out var organisationId))
            {
                await runner.RunAsync(organisationId, runId, going.Token);
            }
            else
            {
                await round.GoAsync(going.Token);
            }
        }
        catch (OperationCanceledException) when (going.IsCancellationRequested)
        {
            // The app goes; tomorrow's run goes on.
        }
    }
}
