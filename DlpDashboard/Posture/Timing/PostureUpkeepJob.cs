using Quartz;

namespace DlpDashboard.Posture.Timing;

/// <summary>Looks each minute for what the passing of time asks for; on one node at a time.</summary>
[DisallowConcurrentExecution]
internal sealed class PostureUpkeepJob(PostureUpkeep upkeep) : IJob
{
    /// <summary>The job's name at Quartz.</summary>
    public static readonly JobKey Key = new("upkeep", "posture");

    /// <inheritdoc />
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        await upkeep.EndExpiredAsync(cancellationToken);
        await upkeep.AskDueAsync(cancellationToken);
    }
}
