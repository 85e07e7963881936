using DlpDashboard.Access;
using DlpDashboard.Access.Settings;
using DlpDashboard.Detection.Custom;
using DlpDashboard.Kernel;
using DlpDashboard.Scans.Planning;

namespace DlpDashboard.Scans;

/// <summary>What a wish for a scan looks at outside of itself: the endpoints there are, and how far the organisation lets scans go.</summary>
internal sealed class ScanSurroundings(IEndpointDirectory endpoints, IDetectorDirectory detectors, SettingsDirectory settings)
{
    /// <summary>The endpoint of that id, or null.</summary>
    public async Task<EndpointName?> EndpointAsync(Actor actor, Guid id, CancellationToken cancellationToken) =>
        (await endpoints.ListAsync(actor.OrganisationId, cancellationToken)).FirstOrDefault(endpoint => endpoint.Id == id);

    /// <summary>A custom detector that the plan names and that is not there; null where all are.</summary>
    public Task<Problem?> UnknownDetectorAsync(Actor actor, ScanPlan plan, CancellationToken cancellationToken) => UnknownAsync(detectors, actor, plan, cancellationToken);

    /// <summary>The same with a directory at hand.</summary>
    internal static async Task<Problem?> UnknownAsync(IDetectorDirectory detectors, Actor actor, ScanPlan plan, CancellationToken cancellationToken)
    {
        var customs = plan.Detectors.Where(CustomRule.IsId).ToList();
        var known = customs.Count == 0 ? null : await detectors.NamesAsync(actor.OrganisationId, cancellationToken);
        return customs.FirstOrDefault(id => !known!.ContainsKey(id)) is { } unknown ? ScanProblems.UnknownDetector(unknown) : null;
    }

    /// <summary>The plan within the organisation's limits.</summary>
    public async Task<ScanPlan> BoundAsync(Actor actor, ScanPlan plan, CancellationToken cancellationToken) =>
        plan.Within((await settings.OfAsync(actor.OrganisationId, cancellationToken)).Limits);
}
