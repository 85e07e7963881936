using DlpDashboard.Access;
using DlpDashboard.Kernel;

namespace DlpDashboard.Risk;

/// <summary>The names that risks are told with.</summary>
/// <param name="Endpoints">Endpoints by id.</param>
/// <param name="Detectors">The organisation's own detectors by id.</param>
internal sealed record RiskNames(IReadOnlyDictionary<Guid, EndpointName> Endpoints, IReadOnlyDictionary<string, string> Detectors)
{
    /// <summary>Reads them.</summary>
    public static async Task<RiskNames> ReadAsync(Actor actor, IEndpointDirectory endpoints, IDetectorDirectory detectors, CancellationToken cancellationToken) => new(
        (await endpoints.ListAsync(actor.OrganisationId, cancellationToken)).ToDictionary(endpoint => endpoint.Id),
        await detectors.NamesAsync(actor.OrganisationId, cancellationToken));
}
