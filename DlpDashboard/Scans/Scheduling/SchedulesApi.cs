using System.Globalization;
using DlpDashboard.Access;
using DlpDashboard.Kernel;
using DlpDashboard.Web;
using DlpDashboard.Web.Paging;
using DlpDashboard.Web.Problems;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace DlpDashboard.Scans.Scheduling;

/// <summary>REST of schedules.</summary>
internal static class SchedulesApi
{
    private const int Previewed = 5;

    public static void Map(IEndpointRouteBuilder routes)
    {
        var api = routes.MapApi("Schedules").MapGroup("/schedules");
        api.MapGet("", ListAsync).RequirePermission(Permissions.ScansRead).WithSummary("Schedules, newest first");
        api.MapGet("/export", Export).RequirePermission(Permissions.ScansRead).WithSummary("The same list as CSV");
        api.MapPost("", AddAsync).RequirePermission(Permissions.ScansStart).WithSummary("Add a schedule; it runs on behalf of who saved it last")
            .Produces<ScheduleAnswer>(StatusCodes.Status201Created).ProducesProblem(409).ProducesProblem(422);
        api.MapPost("/preview", Preview).RequirePermission(Permissions.ScansRead).WithSummary("The next five times of a recurrence")
            .Produces<PreviewAnswer>().ProducesProblem(422);
        api.MapGet("/{id:guid}", OneAsync).RequirePermission(Permissions.ScansRead).WithSummary("One schedule; its ETag is the version")
            .Produces<ScheduleAnswer>().ProducesProblem(404);
        api.MapPut("/{id:guid}", EditAsync).RequirePermission(Permissions.ScansStart).WithSummary("Change a schedule; If-Match guards against overwriting")
            .Produces<ScheduleAnswer>().ProducesProblem(404).ProducesProblem(412).ProducesProblem(422);
        api.MapDelete("/{id:guid}", DeleteAsync).RequirePermission(Permissions.ScansStart).WithSummary("Delete a schedule; its scans stay")
            .Produces(204).ProducesProblem(404).ProducesProblem(412);
        api.MapPost("/{id:guid}/run", RunAsync).RequirePermission(Permissions.ScansStart).WithSummary("Run a schedule now, beside its times")
            .Produces<FiringRow>().ProducesProblem(404);
        api.MapGet("/{id:guid}/history", HistoryAsync).RequirePermission(Permissions.ScansRead).WithSummary("When a schedule came up and what came of it, newest first");
        api.MapGet("/{id:guid}/history/export", ExportHistory).RequirePermission(Permissions.ScansRead).WithSummary("The same history as CSV");
    }

    private static CsvResult<FiringRow> ExportHistory(Actor actor, Guid id, ScheduleReader reader, CancellationToken cancellationToken) =>
        new("schedule-history.csv", ScheduleCsv.Firings, ScanCsv.AllAsync((after, size) => reader.HistoryAsync(actor, id, after, size, cancellationToken), cancellationToken));

    private static async Task<PageOf<ScheduleAnswer>> ListAsync(
        Actor actor, PageQuery page, [FromQuery(Name = "endpoint")] Guid? endpointId, bool? enabled, ScheduleReader reader, CancellationToken cancellationToken)
    {
        var rows = await reader.PageAsync(actor, endpointId, enabled, page.After, page.Limit, cancellationToken);
        return new PageOf<ScheduleAnswer>([.. rows.Items.Select(ScheduleAnswer.Of)], rows.Next);
    }

    private static CsvResult<ScheduleRow> Export(Actor actor, [FromQuery(Name = "endpoint")] Guid? endpointId, bool? enabled, ScheduleReader reader, CancellationToken cancellationToken) =>
        new("schedules.csv", ScheduleCsv.Columns, ScanCsv.AllAsync((after, size) => reader.PageAsync(actor, endpointId, enabled, after, size, cancellationToken), cancellationToken));

    private static async Task<IResult> OneAsync(Actor actor, Guid id, HttpResponse response, ScheduleReader reader, CancellationToken cancellationToken) =>
        Tagged(response, await reader.OneAsync(actor, id, cancellationToken));

    private static async Task<IResult> AddAsync(
        Actor actor, ScheduleBody body, HttpResponse response, ScheduleService service, ScheduleReader reader, CancellationToken cancellationToken)
    {
        var added = await service.AddAsync(actor, body.ToDraft(), cancellationToken);
        if (!added.Succeeded)
        {
            return added.Problem.ToResult();
        }

        var row = (await reader.OneAsync(actor, added.Value, cancellationToken)).Value!;
        response.SetVersion(row.Version.ToString(CultureInfo.InvariantCulture));
        return TypedResults.Created($"{ApiPaths.Root}/schedules/{row.Id}", ScheduleAnswer.Of(row));
    }

    private static async Task<IResult> EditAsync(
        Actor actor, Guid id, ScheduleBody body, HttpContext context, ScheduleService service, ScheduleReader reader, CancellationToken cancellationToken)
    {
        var edited = await service.EditAsync(actor, id, Expected(context.Request), body.ToDraft(), cancellationToken);
        return edited.Succeeded ? Tagged(context.Response, await reader.OneAsync(actor, id, cancellationToken)) : Refused(context.Request, edited.Problem);
    }

    private static async Task<IResult> DeleteAsync(Actor actor, Guid id, HttpRequest request, ScheduleService service, CancellationToken cancellationToken)
    {
        var deleted = await service.DeleteAsync(actor, id, Expected(request), cancellationToken);
        return deleted.Succeeded ? TypedResults.NoContent() : Refused(request, deleted.Problem);
    }

    private static async Task<IResult> RunAsync(Actor actor, Guid id, ScheduleService service, CancellationToken cancellationToken) =>
        (await service.RunNowAsync(actor, id, cancellationToken)).ToResult();

    private static async Task<PageOf<FiringRow>> HistoryAsync(Actor actor, Guid id, PageQuery page, ScheduleReader reader, CancellationToken cancellationToken) =>
        await reader.HistoryAsync(actor, id, page.After, page.Limit, cancellationToken);

    private static IResult Preview(Actor actor, PreviewBody body, ScheduleService service)
    {
        var recurrence = body.Recurrence with { Days = body.Recurrence.Days ?? [] };
        return service.Preview(actor, recurrence, body.TimeZone, Previewed).ToResult(next => TypedResults.Ok(new PreviewAnswer(RecurrenceWords.Of(recurrence, body.TimeZone), next)));
    }

    private static IResult Tagged(HttpResponse response, Outcome<ScheduleRow> found) => found.ToResult(row =>
    {
        response.SetVersion(row.Version.ToString(CultureInfo.InvariantCulture));
        return TypedResults.Ok(ScheduleAnswer.Of(row));
    });

    /// <summary>The version that the caller expects; one that is no number equals none.</summary>
    private static int? Expected(HttpRequest request) =>
        request.ExpectedVersion() is not { } text ? null : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : -1;

    private static ProblemHttpResult Refused(HttpRequest request, Problem problem) =>
        problem == ScheduleProblems.ChangedMeanwhile && Expected(request) is not null ? problem.ToPreconditionFailed() : problem.ToResult();
}
