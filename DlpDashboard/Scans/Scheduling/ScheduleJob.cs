using Quartz;

namespace DlpDashboard.Scans.Scheduling;

/// <summary>Fires a schedule: puts its scan in line, which takes milliseconds, and sets its next time.</summary>
internal sealed class ScheduleJob(ScheduleRunner runner) : IJob
{
    /// <inheritdoc />
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        if (context.MergedJobDataMap.TryGetString(ScheduleTriggers.ScheduleId, out var text) && Guid.TryParse(text, out var id))
        {
            await runner.FireAsync(id, cancellationToken);
        }
    }
}
