using DlpDashboard.Data;
using DlpDashboard.Endpoints;
using DlpDashboard.Posture.Keeping;
using Quartz;

namespace DlpDashboard.Posture.Refreshing;

/// <summary>Puts the endpoints of all organisations in line that set no hour of their own, which takes moments; the workers read them.</summary>
internal sealed class PostureDailyJob(EndpointLine<PostureRefresh> line) : IJob
{
    /// <summary>The job's name at Quartz.</summary>
    public static readonly JobKey Key = new("daily", "posture");

    /// <inheritdoc />
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) => await line.AskAllAsync(WithoutOwnHour, cancellationToken);

    private static IQueryable<StorageEndpoint> WithoutOwnHour(DlpDbContext db, IQueryable<StorageEndpoint> endpoints)
    {
        var timings = db.PostureTimings;
        return endpoints.Where(e => !timings.Any(t => t.OrganisationId == e.OrganisationId));
    }
}
