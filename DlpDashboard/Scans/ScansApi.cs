using DlpDashboard.Access;
using DlpDashboard.Kernel;
using DlpDashboard.Web;
using DlpDashboard.Web.Paging;
using DlpDashboard.Web.Problems;
using Microsoft.AspNetCore.Mvc;

namespace DlpDashboard.Scans;

/// <summary>REST of scans.</summary>
internal static class ScansApi
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var scans = routes.MapApi("Scans").MapGroup("/scans");
        scans.MapGet("", ListAsync).RequirePermission(Permissions.ScansRead).WithSummary("Scans, newest first");
        scans.MapPost("", StartAsync).RequirePermission(Permissions.ScansStart).WithSummary("Put a scan of an endpoint in line")
            .Produces<ScanAnswer>(StatusCodes.Status202Accepted).ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        scans.MapGet("/export", Export).RequirePermission(Permissions.ScansRead).WithSummary("Scans of a filter as CSV");
        scans.MapGet("/{id:guid}/objects/export", ExportObjectsAsync).RequirePermission(Permissions.ScansRead).WithSummary("A scan's objects in one state as CSV");
        scans.MapGet("/{id:guid}", OneAsync).RequirePermission(Permissions.ScansRead).WithSummary("One scan")
            .Produces<ScanAnswer>().ProducesProblem(StatusCodes.Status404NotFound);
        scans.MapGet("/{id:guid}/objects", ObjectsAsync).RequirePermission(Permissions.ScansRead).WithSummary("A scan's objects in one state, in the order they were read")
            .Produces<PageOf<ScannedObjectRow>>().ProducesProblem(StatusCodes.Status404NotFound);
        scans.MapPost("/{id:guid}/cancel", CancelAsync).RequirePermission(Permissions.ScansStart).WithSummary("Stop a scan that waits or runs")
            .Produces<ScanAnswer>(StatusCodes.Status202Accepted).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict);
        scans.MapPost("/{id:guid}/pause", PauseAsync).RequirePermission(Permissions.ScansStart).WithSummary("Let a scan that waits or runs rest")
            .Produces<ScanAnswer>(StatusCodes.Status202Accepted).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict);
        scans.MapPost("/{id:guid}/rerun", RerunAsync).RequirePermission(Permissions.ScansStart).WithSummary("Put a new scan in line that does the same")
            .Produces<ScanAnswer>(StatusCodes.Status202Accepted).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict);
        scans.MapPost("/{id:guid}/resume", ResumeAsync).RequirePermission(Permissions.ScansStart).WithSummary("Let a paused, stopped, failed or cancelled scan go on")
            .Produces<ScanAnswer>(StatusCodes.Status202Accepted).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict);
        scans.MapDelete("/{id:guid}", DeleteAsync).RequirePermission(Permissions.ScansDelete).WithSummary("Delete a scan that has ended; its findings stay")
            .Produces(StatusCodes.Status204NoContent).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict);
    }

    private static async Task<PageOf<ScanAnswer>> ListAsync(
        Actor actor, PageQuery page, ScanReader reader, [FromQuery(Name = "endpoint")] Guid? endpointId, QueryEnum<ScanState>? state, CancellationToken cancellationToken)
    {
        var rows = await reader.PageAsync(actor, new ScanFilter(endpointId, state?.Value), page.After, page.Limit, cancellationToken);
        return new PageOf<ScanAnswer>([.. rows.Items.Select(row => ScanAnswer.Of(row))], rows.Next);
    }

    private static async Task<IResult> OneAsync(Actor actor, Guid id, ScanReader reader, CancellationToken cancellationToken) =>
        await AnswerAsync(actor, id, reader, cancellationToken) is { } answer ? TypedResults.Ok(answer) : ScanProblems.NotFound.ToResult();

    private static async Task<IResult> ObjectsAsync(
        Actor actor, Guid id, PageQuery page, ScanReader reader, QueryEnum<ObjectState> state, CancellationToken cancellationToken) =>
        await reader.ObjectsAsync(actor, id, state.Value, page.After, page.Limit, cancellationToken) is { } rows ? TypedResults.Ok(rows) : ScanProblems.NotFound.ToResult();

    private static CsvResult<ScanRow> Export(
        Actor actor, ScanReader reader, [FromQuery(Name = "endpoint")] Guid? endpointId, QueryEnum<ScanState>? state, CancellationToken cancellationToken) =>
        new("scans.csv", ScanCsv.Scans, ScanCsv.AllAsync((after, size) => reader.PageAsync(actor, new ScanFilter(endpointId, state?.Value), after, size, cancellationToken), cancellationToken));

    private static async Task<IResult> ExportObjectsAsync(Actor actor, Guid id, ScanReader reader, QueryEnum<ObjectState> state, CancellationToken cancellationToken)
    {
        if (await reader.ObjectsAsync(actor, id, state.Value, after: null, size: 1, cancellationToken) is null)
        {
            return ScanProblems.NotFound.ToResult();
        }

        async Task<PageOf<ScannedObjectRow>> PageAsync(PageCursor? after, int size) =>
            await reader.ObjectsAsync(actor, id, state.Value, after, size, cancellationToken) ?? new PageOf<ScannedObjectRow>([], null);
        return new CsvResult<ScannedObjectRow>("scan-objects.csv", ScanCsv.Objects, ScanCsv.AllAsync(PageAsync, cancellationToken));
    }

    private static async Task<IResult> StartAsync(Actor actor, StartScanBody body, ScanService service, ScanReader reader, CancellationToken cancellationToken)
    {
        var started = await service.StartAsync(actor, body.EndpointId, body.Plan(), body.Priority, cancellationToken);
        return started.Succeeded ? await AcceptedAsync(actor, started.Value, reader, cancellationToken) : started.Problem.ToResult();
    }

    private static async Task<IResult> RerunAsync(Actor actor, Guid id, ScanService service, ScanReader reader, CancellationToken cancellationToken)
    {
        var started = await service.RerunAsync(actor, id, cancellationToken);
        return started.Succeeded ? await AcceptedAsync(actor, started.Value, reader, cancellationToken) : started.Problem.ToResult();
    }

    private static async Task<IResult> CancelAsync(Actor actor, Guid id, ScanService service, ScanReader reader, CancellationToken cancellationToken) =>
        await ChangedAsync(actor, id, await service.CancelAsync(actor, id, cancellationToken), reader, cancellationToken);

    private static async Task<IResult> PauseAsync(Actor actor, Guid id, ScanService service, ScanReader reader, CancellationToken cancellationToken) =>
        await ChangedAsync(actor, id, await service.PauseAsync(actor, id, cancellationToken), reader, cancellationToken);

    private static async Task<IResult> ResumeAsync(Actor actor, Guid id, ScanService service, ScanReader reader, CancellationToken cancellationToken) =>
        await ChangedAsync(actor, id, await service.ResumeAsync(actor, id, cancellationToken), reader, cancellationToken);

    private static async Task<IResult> ChangedAsync(Actor actor, Guid id, Outcome<Done> outcome, ScanReader reader, CancellationToken cancellationToken) =>
        outcome.Succeeded ? await AcceptedAsync(actor, id, reader, cancellationToken) : outcome.Problem.ToResult();

    private static async Task<IResult> DeleteAsync(Actor actor, Guid id, ScanService service, CancellationToken cancellationToken) =>
        (await service.DeleteAsync(actor, id, cancellationToken)).ToResult();

    private static async Task<IResult> AcceptedAsync(Actor actor, Guid id, ScanReader reader, CancellationToken cancellationToken) =>
        TypedResults.Accepted($"{ApiPaths.Root}/scans/{id}", await AnswerAsync(actor, id, reader, cancellationToken));

    private static async Task<ScanAnswer?> AnswerAsync(Actor actor, Guid id, ScanReader reader, CancellationToken cancellationToken) =>
        await reader.OneAsync(actor, id, cancellationToken) is { } row ? ScanAnswer.Of(row, await reader.PlaceAsync(actor, id, cancellationToken)) : null;
}
