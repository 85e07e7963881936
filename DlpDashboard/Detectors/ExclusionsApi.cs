using System.Globalization;
using DlpDashboard.Access;
using DlpDashboard.Detectors.Exclusions;
using DlpDashboard.Kernel;
using DlpDashboard.Web;
using DlpDashboard.Web.Paging;
using DlpDashboard.Web.Problems;

namespace DlpDashboard.Detectors;

/// <summary>REST of exclusion rules.</summary>
internal static class ExclusionsApi
{
    private static readonly IReadOnlyList<CsvColumn<ExclusionRow>> Columns =
    [
        new("id", row => row.Id.ToString()),
        new("kind", row => row.Kind.ToString()),
        new("shown", row => row.Shown),
        new("reason", row => row.Reason),
        new("detectors", row => row.Detectors.Count == 0 ? "all" : string.Join(' ', row.Detectors)),
        new("state", row => row.IsOn ? "on" : "off"),
        new("changedUtc", row => row.ChangedUtc.ToString("u", CultureInfo.InvariantCulture)),
        new("changedBy", row => row.ChangedBy),
    ];

    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/exclusions", ListAsync).RequirePermission(Permissions.DetectorsRead).Produces<PageOf<ExclusionRow>>().WithSummary("Exclusion rules, newest first; exact values are told masked only");
        api.MapGet("/exclusions/export", Export).RequirePermission(Permissions.DetectorsRead).Produces<string>(contentType: "text/csv").WithSummary("The same list as CSV");
        api.MapPost("/exclusions", AddAsync).RequirePermission(Permissions.DetectorsManage).Produces<ExclusionRow>(201).ProducesProblem(409).ProducesProblem(422)
            .WithSummary("Add a rule by which values are not reported: an exact value (kept as a keyed hash), an expression over values, or a glob over objects");
        api.MapGet("/exclusions/{id:guid}", GetAsync).RequirePermission(Permissions.DetectorsRead).Produces<ExclusionRow>().ProducesProblem(404).WithSummary("One exclusion rule; the ETag is the version");
        api.MapPut("/exclusions/{id:guid}", EditAsync).RequirePermission(Permissions.DetectorsManage)
            .Produces<ExclusionRow>().ProducesProblem(404).ProducesProblem(409).ProducesProblem(412).ProducesProblem(422)
            .WithSummary("Change an exclusion rule; an exact value that is left out stays; If-Match guards against overwriting");
        api.MapDelete("/exclusions/{id:guid}", DeleteAsync).RequirePermission(Permissions.DetectorsManage).Produces(204).ProducesProblem(404).ProducesProblem(412).WithSummary("Delete an exclusion rule");
    }

    private static Task<PageOf<ExclusionRow>> ListAsync(Actor actor, PageQuery page, ExclusionReader reader, CancellationToken cancellationToken) =>
        reader.PageAsync(actor, page.After, page.Limit, cancellationToken);

    private static CsvResult<ExclusionRow> Export(Actor actor, ExclusionReader reader, CancellationToken cancellationToken) =>
        new("exclusions.csv", Columns, PageOf.AllAsync(after => reader.PageAsync(actor, after, ExclusionReader.MaxPageSize, cancellationToken), cancellationToken));

    private static async Task<IResult> GetAsync(Actor actor, Guid id, HttpResponse response, ExclusionReader reader, CancellationToken cancellationToken) =>
        (await reader.GetAsync(actor, id, cancellationToken)).ToResult(row => TypedResults.Ok(Tagged(response, row)));

    private static async Task<IResult> AddAsync(Actor actor, ExclusionDraft body, HttpResponse response, ExclusionService service, CancellationToken cancellationToken)
    {
        if (await service.ProblemsAsync(actor, id: null, body, cancellationToken) is { Count: > 0 } problems)
        {
            return problems.ToResult();
        }

        return (await service.AddAsync(actor, body, cancellationToken)).ToResult(row => TypedResults.Created($"{ApiPaths.Root}/exclusions/{row.Id}", Tagged(response, row)));
    }

    private static async Task<IResult> EditAsync(Actor actor, Guid id, ExclusionDraft body, HttpContext context, ExclusionService service, CancellationToken cancellationToken)
    {
        var edited = await service.EditAsync(actor, id, DetectorsApi.Expected(context.Request), body, cancellationToken);
        return edited.Succeeded ? TypedResults.Ok(Tagged(context.Response, edited.Value)) : edited.Problem.Refusal(context.Request);
    }

    private static async Task<IResult> DeleteAsync(Actor actor, Guid id, HttpRequest request, ExclusionService service, CancellationToken cancellationToken)
    {
        var deleted = await service.DeleteAsync(actor, id, DetectorsApi.Expected(request), cancellationToken);
        return deleted.Succeeded ? TypedResults.NoContent() : deleted.Problem.Refusal(request);
    }

    private static ExclusionRow Tagged(HttpResponse response, ExclusionRow row)
    {
        response.SetVersion(row.Version.ToString(CultureInfo.InvariantCulture));
        return row;
    }
}
