using DlpDashboard.Access;
using DlpDashboard.Kernel;
using Microsoft.Extensions.Options;

namespace DlpDashboard.Scans.Scheduling;

/// <summary>What a schedule's rules look at outside of itself: limits, and the endpoints there are.</summary>
internal sealed class ScheduleSurroundings(IEndpointDirectory endpoints, IDetectorDirectory detectors, IOptions<ScheduleOptions> options)
{
    /// <summary>Least time between two runs.</summary>
    public TimeSpan LeastInterval => options.Value.LeastInterval;

    /// <summary>Most schedules of one organisation.</summary>
    public int Most => options.Value.MaxPerOrganisation;

    /// <summary>A custom detector that the plan names and that is not there; null where all are.</summary>
    public Task<Problem?> UnknownDetectorAsync(Actor actor, Planning.ScanPlan plan, CancellationToken cancellationToken) => ScanSurroundings.UnknownAsync(detectors, actor, plan, cancellationToken);

    /// <summary>The endpoint of that id, or null.</summary>
    public async Task<EndpointName?> EndpointAsync(Actor actor, Guid id, CancellationToken cancellationToken) =>
        (await endpoints.ListAsync(actor.OrganisationId, cancellationToken)).FirstOrDefault(endpoint => endpoint.Id == id);
}
