using Quartz;

namespace DlpDashboard.Posture.Refreshing;

/// <summary>Puts all endpoints in line, which takes moments; the workers read them.</summary>
internal sealed class PostureDailyJob(PostureLine line) : IJob
{
    /// <summary>The job's name at Quartz.</summary>
    public static readonly JobKey Key = new("daily", "posture");

    /// <inheritdoc />
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) => await line.AskAllAsync(null, cancellationToken);
}
