using DlpDashboard.Access;
using DlpDashboard.Kernel;
using DlpDashboard.Web;
using DlpDashboard.Web.Paging;
using DlpDashboard.Web.Problems;
using Microsoft.AspNetCore.Mvc;

namespace DlpDashboard.Events;

/// <summary>REST over <see cref="EventReader"/> and <see cref="EventService"/>.</summary>
internal static class EventsApi
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var api = routes.MapApi("Events");
        api.MapGet("/events", ListAsync).RequirePermission(Permissions.EventsRead).WithSummary("Events, newest first");
        api.MapGet("/events/summary", SummaryAsync).RequirePermission(Permissions.EventsRead).WithSummary("Counts of the last seven days by type and severity, and the newest ten");
        api.MapGet("/events/export", ExportAsync).RequirePermission(Permissions.EventsRead).WithSummary("Events of a filter as CSV");
        api.MapGet("/events/{id:guid}", OneAsync).RequirePermission(Permissions.EventsRead).WithSummary("One event");
        api.MapPatch("/events/{id:guid}", SetStatusAsync).RequirePermission(Permissions.EventsTriage).WithSummary("Says where the handling of an event stands");
    }

    private static Task<PageOf<EventRow>> ListAsync(Actor actor, [AsParameters] EventQueryString query, PageQuery page, EventReader reader, CancellationToken cancellationToken) =>
        reader.PageAsync(actor, query.ToFilter(), page.After, page.Limit, cancellationToken);

    private static Task<EventSummary> SummaryAsync(Actor actor, EventReader reader, CancellationToken cancellationToken) => reader.SummaryAsync(actor, cancellationToken);

    private static CsvResult<EventRow> ExportAsync(Actor actor, [AsParameters] EventQueryString query, EventReader reader, CancellationToken cancellationToken) =>
        new("events.csv", EventCsv.Columns, reader.ExportAsync(actor, query.ToFilter(), cancellationToken));

    private static async Task<IResult> OneAsync(Actor actor, Guid id, EventReader reader, CancellationToken cancellationToken) =>
        await reader.OneAsync(actor, id, cancellationToken) is { } row ? TypedResults.Ok(row) : EventProblems.NotFound.ToResult();

    private static async Task<IResult> SetStatusAsync(Actor actor, Guid id, EventDecision decision, EventService service, CancellationToken cancellationToken) =>
        (await service.SetStatusAsync(actor, id, decision.Status, cancellationToken)).ToResult();
}

/// <summary>The filters of a list of events as a query string names them; pages and REST use the same names. All but the type may be named several times.</summary>
/// <param name="Endpoint">Of these endpoints, by id.</param>
/// <param name="Severity">info, low, medium, high or critical.</param>
/// <param name="Status">open, acknowledged or resolved.</param>
/// <param name="Type">Of one type.</param>
internal sealed record EventQueryString([FromQuery] Guid[]? Endpoint, [FromQuery] QueryEnum<EventSeverity>[]? Severity, [FromQuery] QueryEnum<EventStatus>[]? Status, [FromQuery] string? Type)
{
    private const int LongestType = 60;
    private const int MostValues = 50;

    public EventFilter ToFilter() => new(
        Some(Endpoint),
        Some(Severity)?.Select(severity => severity.Value).ToList(),
        Some(Status)?.Select(status => status.Value).ToList(),
        string.IsNullOrWhiteSpace(Type) ? null : StorableText.Of(Type, LongestType));

    private static IReadOnlyList<T>? Some<T>(T[]? values) => values is null or { Length: 0 } ? null : [.. values.Distinct().Take(MostValues)];
}

/// <summary>What a person decides about an event.</summary>
/// <param name="Status">The new status.</param>
internal sealed record EventDecision(EventStatus Status);
