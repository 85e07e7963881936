using System.Globalization;
using System.Runtime.CompilerServices;
using DlpDashboard.Access;
using DlpDashboard.Kernel;
using DlpDashboard.Web;
using DlpDashboard.Web.Paging;
using DlpDashboard.Web.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DlpDashboard.Endpoints;

/// <summary>REST over the same reader and service as the pages.</summary>
internal static class EndpointsApi
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var api = routes.MapApi("Endpoints");
        api.MapGet("/endpoints", ListAsync).WithSummary("List storage endpoints, by name").RequirePermission(Permissions.EndpointsRead).Produces<PageOf<EndpointListItem>>();
        api.MapGet("/endpoints/export", Export).WithSummary("The list as CSV").RequirePermission(Permissions.EndpointsRead).Produces<string>(contentType: "text/csv");
        api.MapPost("/endpoints", AddAsync).WithSummary("Add a storage endpoint").RequirePermission(Permissions.EndpointsManage).Produces<EndpointAnswer>(StatusCodes.Status201Created).ProducesProblem(409).ProducesProblem(422);
        api.MapGet("/endpoints/{id:guid}", GetAsync).WithSummary("One storage endpoint; never its secrets").RequirePermission(Permissions.EndpointsRead).Produces<EndpointAnswer>().ProducesProblem(404);
        api.MapPut("/endpoints/{id:guid}", EditAsync).WithSummary("Change a storage endpoint; If-Match guards against overwriting").RequirePermission(Permissions.EndpointsManage)
            .Produces<EndpointAnswer>().ProducesProblem(404).ProducesProblem(409).ProducesProblem(412).ProducesProblem(422);
        api.MapDelete("/endpoints/{id:guid}", DeleteAsync).WithSummary("Delete a storage endpoint and all that hangs on it").RequirePermission(Permissions.EndpointsManage).Produces(204).ProducesProblem(404).ProducesProblem(412);
        api.MapGet("/endpoints/{id:guid}/dependents", DependentsAsync).WithSummary("What would go with it").RequirePermission(Permissions.EndpointsRead).Produces<DependentsAnswer>().ProducesProblem(404);
        api.MapPost("/endpoints/test", TestNewAsync).WithSummary("Test a connection before it is saved").RequirePermission(Permissions.EndpointsManage).Produces<ConnectionTestAnswer>().ProducesProblem(422);
        api.MapPost("/endpoints/{id:guid}/test", TestAsync).WithSummary("Test a saved connection").RequirePermission(Permissions.EndpointsManage).Produces<ConnectionTestAnswer>().ProducesProblem(404).ProducesProblem(422);
    }

    private static async Task<PageOf<EndpointListItem>> ListAsync(Actor actor, PageQuery page, string? q, string[]? provider, EndpointState[]? state, EndpointReader reader, CancellationToken cancellationToken)
    {
        var rows = await reader.ListAsync(actor, new EndpointFilter(q, provider, state), page.After, page.Limit, cancellationToken);
        return new PageOf<EndpointListItem>([.. rows.Items.Select(EndpointListItem.Of)], rows.Next);
    }

    private static async Task<IResult> GetAsync(Actor actor, Guid id, HttpResponse response, EndpointReader reader, CancellationToken cancellationToken) =>
        (await reader.GetAsync(actor, id, cancellationToken)).ToResult(details => Tagged(response, details));

    private static async Task<IResult> AddAsync(Actor actor, EndpointBody body, HttpResponse response, EndpointService service, CancellationToken cancellationToken)
    {
        var draft = body.ToDraft();
        if (!draft.Succeeded)
        {
            return draft.Problem.ToResult();
        }

        return (await service.AddAsync(actor, draft.Value, cancellationToken)).ToResult(details =>
        {
            response.SetVersion(VersionOf(details));
            return TypedResults.Created($"{ApiPaths.Root}/endpoints/{details.Row.Id}", EndpointAnswer.Of(details));
        });
    }

    private static async Task<IResult> EditAsync(Actor actor, Guid id, EndpointBody body, HttpContext context, EndpointService service, CancellationToken cancellationToken)
    {
        var draft = body.ToDraft();
        if (!draft.Succeeded)
        {
            return draft.Problem.ToResult();
        }

        var edited = await service.EditAsync(actor, id, ExpectedVersion(context.Request), draft.Value, cancellationToken);
        return OrPrecondition(context.Request, edited) ?? edited.ToResult(details => Tagged(context.Response, details));
    }

    private static async Task<IResult> DeleteAsync(Actor actor, Guid id, HttpRequest request, EndpointService service, CancellationToken cancellationToken)
    {
        var deleted = await service.DeleteAsync(actor, id, ExpectedVersion(request), cancellationToken);
        return OrPrecondition(request, deleted) ?? deleted.ToResult();
    }

    private static async Task<IResult> DependentsAsync(Actor actor, Guid id, EndpointDependents dependents, CancellationToken cancellationToken) =>
        (await dependents.CountAsync(actor, id, cancellationToken)).ToResult(counts => TypedResults.Ok(new DependentsAnswer(
            [.. counts.Select(count => new DependentAnswer(count.Noun, count.Count, count.Count >= DependentCount.Ceiling))])));

    private static async Task<IResult> TestNewAsync(Actor actor, EndpointBody body, ConnectionTestRunner tests, TimeProvider time, CancellationToken cancellationToken)
    {
        var draft = body.ToDraft();
        return draft.Succeeded ? await RunAsync(await tests.PrepareAsync(actor, null, draft.Value, cancellationToken), tests, time, cancellationToken) : draft.Problem.ToResult();
    }

    private static async Task<IResult> TestAsync(Actor actor, Guid id, ConnectionTestRunner tests, TimeProvider time, CancellationToken cancellationToken) =>
        await RunAsync(await tests.PrepareAsync(actor, id, null, cancellationToken), tests, time, cancellationToken);

    private static async Task<IResult> RunAsync(Outcome<ConnectionTest> prepared, ConnectionTestRunner tests, TimeProvider time, CancellationToken cancellationToken)
    {
        if (!prepared.Succeeded)
        {
            return prepared.Problem.ToResult();
        }

        IReadOnlyList<ConnectionTestStep> last = [];
        await foreach (var steps in tests.RunAsync(prepared.Value, cancellationToken))
        {
            last = steps;
        }

        return TypedResults.Ok(new ConnectionTestAnswer(time.GetUtcNow().UtcDateTime, last.All(step => step.State != ConnectionTestState.Failed), last));
    }

    private static CsvResult<EndpointRow> Export(Actor actor, string? q, string[]? provider, EndpointState[]? state, EndpointReader reader) =>
        new("endpoints.csv", Columns, AllAsync(actor, new EndpointFilter(q, provider, state), reader));

    private static readonly IReadOnlyList<CsvColumn<EndpointRow>> Columns =
    [
        new("Name", row => row.Name),
        new("Provider", row => row.Provider),
        new("Address", row => row.Address),
        new("Buckets", row => row.BucketFilter),
        new("Prefix", row => row.Prefix),
        new("State", row => row.StateOf().ToString()),
        new("Last test (UTC)", row => row.TestedUtc?.ToString("u", CultureInfo.InvariantCulture)),
        new("Added (UTC)", row => row.CreatedUtc.ToString("u", CultureInfo.InvariantCulture)),
        new("Id", row => row.Id.ToString()),
    ];

    private static async IAsyncEnumerable<EndpointRow> AllAsync(Actor actor, EndpointFilter filter, EndpointReader reader, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        PageCursor? after = null;
        do
        {
            var page = await reader.ListAsync(actor, filter, after, EndpointReader.MaxPageSize, cancellationToken);
            foreach (var row in page.Items)
            {
                yield return row;
            }

            after = page.Next;
        }
        while (after is not null);
    }

    private static string VersionOf(EndpointDetails details) => details.Row.Version.ToString(CultureInfo.InvariantCulture);

    private static Ok<EndpointAnswer> Tagged(HttpResponse response, EndpointDetails details)
    {
        response.SetVersion(VersionOf(details));
        return TypedResults.Ok(EndpointAnswer.Of(details));
    }

    // A tag that is no version of ours names a state that is not the newest: no version is below 1.
    private static int? ExpectedVersion(HttpRequest request) =>
        request.ExpectedVersion() is not { } tag ? null : int.TryParse(tag, NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : 0;

    // RFC 9110, section 13.1.1: a false If-Match is 412; the same conflict without that header is 409.
    private static ProblemHttpResult? OrPrecondition<T>(HttpRequest request, Outcome<T> outcome) =>
        outcome.Problem?.Code == EndpointProblems.EditConflictCode && request.ExpectedVersion() is not null ? outcome.Problem.ToPreconditionFailed() : null;
}

/// <summary>What goes with an endpoint when it is deleted.</summary>
/// <param name="Items">By kind.</param>
public sealed record DependentsAnswer(IReadOnlyList<DependentAnswer> Items);

/// <summary>How much of something goes.</summary>
/// <param name="Noun">Of what: "findings".</param>
/// <param name="Count">How many.</param>
/// <param name="OrMore">Whether counting stopped there.</param>
public sealed record DependentAnswer(string Noun, int Count, bool OrMore);
