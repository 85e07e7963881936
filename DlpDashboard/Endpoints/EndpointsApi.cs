using System.Globalization;
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
        api.MapGet("/endpoints", ListAsync).RequirePermission(Permissions.EndpointsRead).Produces<PageOf<EndpointListItem>>()
            .WithSummary("Storage endpoints, newest first; narrowed by q (part of name or address), provider and state");
        api.MapGet("/endpoints/export", Export).RequirePermission(Permissions.EndpointsRead).Produces<string>(contentType: "text/csv")
            .WithSummary("The same list as CSV");
        api.MapPost("/endpoints", AddAsync).RequirePermission(Permissions.EndpointsManage).Produces<EndpointAnswer>(StatusCodes.Status201Created).ProducesProblem(409).ProducesProblem(422)
            .WithSummary("Add a storage endpoint; secrets are taken and never given back");
        api.MapGet("/endpoints/{id:guid}", GetAsync).RequirePermission(Permissions.EndpointsRead).Produces<EndpointAnswer>().ProducesProblem(404)
            .WithSummary("One storage endpoint, never its secrets; its ETag is the version");
        api.MapPut("/endpoints/{id:guid}", EditAsync).RequirePermission(Permissions.EndpointsManage)
            .Produces<EndpointAnswer>().ProducesProblem(404).ProducesProblem(409).ProducesProblem(412).ProducesProblem(422)
            .WithSummary("Change a storage endpoint; a secret that is left out stays; If-Match guards against overwriting");
        api.MapDelete("/endpoints/{id:guid}", DeleteAsync).RequirePermission(Permissions.EndpointsManage).Produces(204).ProducesProblem(404).ProducesProblem(412)
            .WithSummary("Delete a storage endpoint and, in the background, all that hangs on it");
        api.MapGet("/endpoints/{id:guid}/dependents", DependentsAsync).RequirePermission(Permissions.EndpointsRead).Produces<DependentsAnswer>().ProducesProblem(404)
            .WithSummary("What goes with the endpoint when it is deleted");
        api.MapPost("/endpoints/test", TestNewAsync).RequirePermission(Permissions.EndpointsManage).Produces<ConnectionTestAnswer>().ProducesProblem(422)
            .WithSummary("Test a connection before it is saved");
        api.MapPost("/endpoints/{id:guid}/test", TestAsync).RequirePermission(Permissions.EndpointsManage).Produces<ConnectionTestAnswer>().ProducesProblem(404).ProducesProblem(422)
            .WithSummary("Test a saved connection, step by step; the result is kept");
    }

    private static async Task<PageOf<EndpointListItem>> ListAsync(Actor actor, PageQuery page, string? q, string[]? provider, string[]? state, EndpointReader reader, CancellationToken cancellationToken)
    {
        var rows = await reader.ListAsync(actor, new EndpointFilter(q, provider, StatesOf(state)), page.After, page.Limit, cancellationToken);
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

    private static async Task<IResult> TestNewAsync(Actor actor, EndpointBody body, HttpResponse response, ConnectionTestRunner tests, TimeProvider time, CancellationToken cancellationToken)
    {
        var draft = body.ToDraft();
        return draft.Succeeded ? await RunAsync(response, await tests.PrepareAsync(actor, null, draft.Value, cancellationToken), tests, time, cancellationToken) : draft.Problem.ToResult();
    }

    private static async Task<IResult> TestAsync(Actor actor, Guid id, HttpResponse response, ConnectionTestRunner tests, TimeProvider time, CancellationToken cancellationToken) =>
        await RunAsync(response, await tests.PrepareAsync(actor, id, null, cancellationToken), tests, time, cancellationToken);

    private static async Task<IResult> RunAsync(HttpResponse response, Outcome<ConnectionTest> prepared, ConnectionTestRunner tests, TimeProvider time, CancellationToken cancellationToken)
    {
        if (!prepared.Succeeded)
        {
            if (prepared.Problem == EndpointProblems.TooManyTests)
            {
                response.Headers.RetryAfter = "60";
            }

            return prepared.Problem.ToResult();
        }

        IReadOnlyList<ConnectionTestStep> last = [];
        await foreach (var steps in tests.RunAsync(prepared.Value, cancellationToken))
        {
            last = steps;
        }

        return TypedResults.Ok(new ConnectionTestAnswer(time.GetUtcNow().UtcDateTime, last.All(step => step.State != ConnectionTestState.Failed), last));
    }

    private static CsvResult<EndpointRow> Export(Actor actor, string? q, string[]? provider, string[]? state, EndpointReader reader, CancellationToken cancellationToken) =>
        new("endpoints.csv", Columns, AllAsync(actor, new EndpointFilter(q, provider, StatesOf(state)), reader, cancellationToken));

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

    private static IAsyncEnumerable<EndpointRow> AllAsync(Actor actor, EndpointFilter filter, EndpointReader reader, CancellationToken cancellationToken) =>
        PageOf.AllAsync(after => reader.ListAsync(actor, filter, after, EndpointReader.MaxPageSize, cancellationToken), cancellationToken);

    private static List<EndpointState> StatesOf(string[]? names) =>
    [
        .. (names ?? []).Select(name => Enum.TryParse<EndpointState>(name, ignoreCase: true, out var state) && Enum.IsDefined(state) ? state : throw new RequestRefusedException(EndpointProblems.StateUnknown)),
    ];

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
