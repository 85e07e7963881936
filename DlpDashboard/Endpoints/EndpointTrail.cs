using DlpDashboard.Access;
using DlpDashboard.Data;
using DlpDashboard.Events;
using DlpDashboard.Kernel;

namespace DlpDashboard.Endpoints;

/// <summary>Tells the story of endpoints inside the unit of work that changes them. Names fields, never values of secrets.</summary>
/// <param name="events">The story.</param>
public sealed class EndpointTrail(EventWriter events)
{
    /// <summary>One was added.</summary>
    internal void Added(DlpDbContext db, Actor actor, StorageEndpoint endpoint) =>
        Tell(db, actor, endpoint, EventTypes.EndpointAdded, $"{actor.Name} added the storage endpoint {endpoint.Name}.");

    /// <summary>One was changed.</summary>
    internal void Changed(DlpDbContext db, Actor actor, StorageEndpoint endpoint, IReadOnlyList<string> fields) =>
        Tell(db, actor, endpoint, EventTypes.EndpointChanged, $"{actor.Name} changed the storage endpoint {endpoint.Name}: {string.Join(", ", fields)}.");

    /// <summary>One was deleted.</summary>
    internal void Deleted(DlpDbContext db, Actor actor, StorageEndpoint endpoint) =>
        Tell(db, actor, endpoint, EventTypes.EndpointDeleted, $"{actor.Name} deleted the storage endpoint {endpoint.Name}.");

    private void Tell(DlpDbContext db, Actor actor, StorageEndpoint endpoint, string type, string sentence) => events.Add(db, new EventDraft(
        endpoint.OrganisationId, type, EventSeverity.Info, sentence, endpoint.Id, endpoint.Id, endpoint.DeletedUtc is null ? Links.Endpoint(endpoint.Id) : null, actor.Name));
}
