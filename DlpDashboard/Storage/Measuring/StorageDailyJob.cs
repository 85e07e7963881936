using DlpDashboard.Endpoints;
using Quartz;

namespace DlpDashboard.Storage.Measuring;

/// <summary>Puts all endpoints in line, which takes moments; the workers measure them.</summary>
internal sealed class StorageDailyJob(EndpointLine<StorageMeasure> line) : IJob
{
    /// <summary>The job's name at Quartz.</summary>
    public static readonly JobKey Key = new("daily", "storage");

    /// <inheritdoc />
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) => await line.AskAllAsync(among: null, cancellationToken);
}
