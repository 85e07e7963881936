using DlpDashboard.Access;
using DlpDashboard.Access.Settings;
using DlpDashboard.Kernel;
using DlpDashboard.Scans.Planning;

namespace DlpDashboard.Scans;

/// <summary>What a wish for a scan looks at outside of itself: the endpoints there are, and how far the organisation lets scans go.</summary>
internal sealed class ScanSurroundings(IEndpointDirectory endpoints, SettingsDirectory settings)
{
    /// <summary>The endpoint of that id, or null.</summary>
    public async Task<EndpointName?> EndpointAsync(Actor actor, Guid id, CancellationToken cancellationToken) =>
        (await endpoints.ListAsync(actor.OrganisationId, cancellationToken)).FirstOrDefault(endpoint => endpoint.Id == id);

    /// <summary>The plan within the organisation's limits.</summary>
    public async Task<ScanPlan> BoundAsync(Actor actor, ScanPlan plan, CancellationToken cancellationToken) =>
        plan.Within((await settings.OfAsync(actor.OrganisationId, cancellationToken)).Limits);
}
