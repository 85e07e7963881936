using DlpDashboard.Access;
using DlpDashboard.Audit;
using DlpDashboard.Data;
using DlpDashboard.Events;
using DlpDashboard.Kernel;

namespace DlpDashboard.Endpoints;

/// <summary>
/// Tells what happens to endpoints, to the story and to the audit trail, inside the unit of work that does it. Names fields, never values of
/// settings.
/// </summary>
/// <param name="events">The story.</param>
/// <param name="audit">The audit trail.</param>
public sealed class EndpointTrail(EventWriter events, AuditTrail audit)
{
    private const string Tested = "endpoint.tested";

    /// <summary>One was added.</summary>
    internal void Added(DlpDbContext db, Actor actor, StorageEndpoint endpoint)
    {
        Tell(db, actor, endpoint, EventTypes.EndpointAdded, $"{actor.Name} added the storage endpoint {endpoint.Name}.");
        audit.Add(db, actor, AuditActions.EndpointAdded, SubjectOf(endpoint), Details(("provider", endpoint.Provider), ("address", endpoint.Address)));
    }

    /// <summary>One was changed.</summary>
    internal void Changed(DlpDbContext db, Actor actor, StorageEndpoint endpoint, IReadOnlyList<string> fields)
    {
        Tell(db, actor, endpoint, EventTypes.EndpointChanged, $"{actor.Name} changed the storage endpoint {endpoint.Name}: {string.Join(", ", fields)}.");
        audit.Add(db, actor, AuditActions.EndpointChanged, SubjectOf(endpoint), Details(("fields", string.Join(", ", fields)), ("address", endpoint.Address)));
    }

    /// <summary>Scans of one were allowed or forbidden.</summary>
    internal void Switched(DlpDbContext db, Actor actor, StorageEndpoint endpoint)
    {
        var what = endpoint.IsEnabled ? "enabled" : "disabled";
        Tell(db, actor, endpoint, EventTypes.EndpointChanged, $"{actor.Name} {what} the storage endpoint {endpoint.Name}.");
        audit.Add(db, actor, AuditActions.EndpointSwitched, SubjectOf(endpoint), Details(("state", what)));
    }

    /// <summary>One was deleted.</summary>
    internal void Deleted(DlpDbContext db, Actor actor, StorageEndpoint endpoint)
    {
        Tell(db, actor, endpoint, EventTypes.EndpointDeleted, $"{actor.Name} deleted the storage endpoint {endpoint.Name}.");
        audit.Add(db, actor, AuditActions.EndpointDeleted, SubjectOf(endpoint), Details(("address", endpoint.Address)));
    }

    /// <summary>A connection was tried, saved or not: the app knocked at a door of the person's choice.</summary>
    internal void ConnectionTested(DlpDbContext db, Actor actor, Guid endpointId, string name, string address, bool passed) =>
        audit.Add(db, actor, Tested, new AuditSubject("endpoint", endpointId, name), Details(("address", address), ("passed", passed ? "true" : "false")));

    /// <summary>A saved endpoint that worked, or was never tried, does not work now.</summary>
    internal void Failing(DlpDbContext db, Actor actor, StorageEndpoint endpoint, string sentence) =>
        Tell(db, actor, endpoint, EventTypes.EndpointFailing, $"The connection test of the storage endpoint {endpoint.Name} failed. {sentence}", EventSeverity.Medium);

    private void Tell(DlpDbContext db, Actor actor, StorageEndpoint endpoint, string type, string sentence, EventSeverity severity = EventSeverity.Info) =>
        events.Add(db, new EventDraft(
            endpoint.OrganisationId, type, severity, sentence, endpoint.Id, endpoint.Id, endpoint.DeletedUtc is null ? Links.Endpoint(endpoint.Id) : null, actor.Name));

    private static AuditSubject SubjectOf(StorageEndpoint endpoint) => new("endpoint", endpoint.Id, endpoint.Name);

    private static Dictionary<string, string?> Details(params ReadOnlySpan<(string Name, string Value)> pairs)
    {
        var details = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var (name, value) in pairs)
        {
            details[name] = value;
        }

        return details;
    }
}
