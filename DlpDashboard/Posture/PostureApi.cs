using DlpDashboard.Access;
using DlpDashboard.Kernel;
using DlpDashboard.Posture.Explaining;
using DlpDashboard.Web;
using DlpDashboard.Web.Paging;
using DlpDashboard.Web.Problems;
using Microsoft.AspNetCore.Mvc;

namespace DlpDashboard.Posture;

/// <summary>REST over the room's readers and service.</summary>
internal static class PostureApi
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var api = routes.MapApi("Security").MapGroup("/security");
        api.MapGet("/policies", ListAsync).RequirePermission(Permissions.PostureRead).WithSummary("Buckets with their standing and failed checks, the worst first");
        api.MapGet("/policies/export", Export).RequirePermission(Permissions.PostureRead).WithSummary("Buckets of a filter as a file: csv or json");
        api.MapGet("/overview", OverviewAsync).RequirePermission(Permissions.PostureRead).WithSummary("How the buckets of each endpoint stand, with its newest refresh");
        api.MapPost("/refresh", RefreshAllAsync).RequirePermission(Permissions.PostureManage).WithSummary("Read the configuration of all enabled endpoints anew")
            .Produces<AskedRefreshes>(StatusCodes.Status202Accepted);
        api.MapGet("/policies/{endpointId:guid}", EndpointAsync).RequirePermission(Permissions.PostureRead).WithSummary("Raw documents and every check with its verdict, of an endpoint's buckets; at most 20 a page")
            .Produces<EndpointPosture>().ProducesProblem(StatusCodes.Status404NotFound);
        api.MapPost("/policies/{endpointId:guid}/refresh", RefreshAsync).RequirePermission(Permissions.PostureManage).WithSummary("Read the configuration of an endpoint's buckets anew")
            .Produces<AskedRefresh>(StatusCodes.Status202Accepted).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict);
        api.MapPost("/policies/{endpointId:guid}/suppressions", SuppressAsync).RequirePermission(Permissions.PostureManage).WithSummary("Accept for a time that a check fails")
            .Produces<AddedSuppression>(StatusCodes.Status201Created).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        api.MapGet("/buckets/{bucketId:guid}", BucketAsync).RequirePermission(Permissions.PostureRead).WithSummary("One bucket: checks, score with its arithmetic, documents")
            .Produces<BucketPosture>().ProducesProblem(StatusCodes.Status404NotFound);
        api.MapGet("/buckets/{bucketId:guid}/documents/{name}", VersionsAsync).RequirePermission(Permissions.PostureRead).WithSummary("The versions of a bucket's document, newest first")
            .Produces<IReadOnlyList<DocumentRow>>().ProducesProblem(StatusCodes.Status404NotFound);
        api.MapGet("/suppressions", SuppressionsAsync).RequirePermission(Permissions.PostureRead).WithSummary("Accepted failures, newest first");
        api.MapDelete("/suppressions/{id:guid}", EndSuppressionAsync).RequirePermission(Permissions.PostureManage).WithSummary("Take a suppression back")
            .Produces(StatusCodes.Status204NoContent).ProducesProblem(StatusCodes.Status404NotFound);
        api.MapGet("/checks", Checks).RequirePermission(Permissions.PostureRead).WithSummary("The catalogue of checks");
        api.MapGet("/checks/counts", CheckCountsAsync).RequirePermission(Permissions.PostureRead).WithSummary("What each check says of how many buckets");
        api.MapGet("/checks/counts/export", CheckCountsFileAsync).RequirePermission(Permissions.PostureRead).WithSummary("The same as a file: csv or json");
        api.MapGet("/buckets/{bucketId:guid}/access", AccessAsync).RequirePermission(Permissions.PostureRead).WithSummary("Who can reach a bucket and why")
            .Produces<BucketAccess>().ProducesProblem(StatusCodes.Status404NotFound);
        api.MapGet("/buckets/{bucketId:guid}/history", HistoryAsync).RequirePermission(Permissions.PostureRead).WithSummary("What happened to a bucket's configuration, newest first")
            .Produces<IReadOnlyList<BucketHistoryRow>>().ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static Task<PageOf<PostureRow>> ListAsync(Actor actor, PageQuery page, PostureReader reader, [AsParameters] PostureQueryString query, CancellationToken cancellationToken) =>
        reader.PageAsync(actor, query.ToFilter(), page.After, page.Limit, cancellationToken);

    private static IResult Export(Actor actor, PostureReader reader, [AsParameters] PostureQueryString query, QueryEnum<PostureFileFormat>? format, CancellationToken cancellationToken) =>
        PostureFile.Of("buckets", format?.Value, PostureCsv.Columns, reader.ExportAsync(actor, query.ToFilter(), cancellationToken));

    private static Task<IReadOnlyList<PostureOverviewRow>> OverviewAsync(Actor actor, PostureOverviewReader reader, CancellationToken cancellationToken) => reader.ReadAsync(actor, cancellationToken);

    private static async Task<IResult> RefreshAllAsync(Actor actor, PostureService service, CancellationToken cancellationToken) =>
        TypedResults.Accepted($"{ApiPaths.Root}/security/overview", new AskedRefreshes(await service.RefreshAllAsync(actor, cancellationToken)));

    private static async Task<IResult> EndpointAsync(Actor actor, Guid endpointId, PageQuery page, BucketPostureReader reader, CancellationToken cancellationToken) =>
        (await reader.EndpointAsync(actor, endpointId, page.After, page.Limit, cancellationToken)).ToResult();

    private static async Task<IResult> RefreshAsync(Actor actor, Guid endpointId, PostureService service, CancellationToken cancellationToken) =>
        (await service.RefreshAsync(actor, endpointId, cancellationToken)).ToResult(id => TypedResults.Accepted($"{ApiPaths.Root}/security/policies/{endpointId}", new AskedRefresh(id)));

    private static async Task<IResult> SuppressAsync(Actor actor, Guid endpointId, SuppressionDraft draft, PostureService service, CancellationToken cancellationToken) =>
        (await service.SuppressAsync(actor, endpointId, draft, cancellationToken)).ToResult(id => TypedResults.Created($"{ApiPaths.Root}/security/suppressions", new AddedSuppression(id)));

    private static async Task<IResult> BucketAsync(Actor actor, Guid bucketId, BucketPostureReader reader, CancellationToken cancellationToken) =>
        (await reader.OneAsync(actor, bucketId, cancellationToken)).ToResult();

    private static async Task<IResult> VersionsAsync(Actor actor, Guid bucketId, string name, BucketPostureReader reader, CancellationToken cancellationToken) =>
        (await reader.VersionsAsync(actor, bucketId, name, cancellationToken)).ToResult();

    private static Task<PageOf<SuppressionRow>> SuppressionsAsync(Actor actor, PageQuery page, PostureReader reader, [FromQuery(Name = "endpoint")] Guid? endpointId, CancellationToken cancellationToken) =>
        reader.SuppressionsAsync(actor, endpointId, page.After, page.Limit, cancellationToken);

    private static async Task<IResult> EndSuppressionAsync(Actor actor, Guid id, PostureService service, CancellationToken cancellationToken) =>
        (await service.EndSuppressionAsync(actor, id, cancellationToken)).ToResult();

    private static IReadOnlyList<CheckRow> Checks() => CheckRow.All;

    private static Task<IReadOnlyList<CheckCountRow>> CheckCountsAsync(Actor actor, PostureReader reader, [FromQuery(Name = "endpoint")] Guid? endpointId, CancellationToken cancellationToken) =>
        reader.CountChecksAsync(actor, endpointId, cancellationToken);

    private static async Task<IResult> CheckCountsFileAsync(
        Actor actor, PostureReader reader, [FromQuery(Name = "endpoint")] Guid? endpointId, QueryEnum<PostureFileFormat>? format, CancellationToken cancellationToken) =>
        PostureFile.Of("checks", format?.Value, PostureCsv.CheckColumns, (await reader.CountChecksAsync(actor, endpointId, cancellationToken)).ToAsyncEnumerable());

    private static async Task<IResult> AccessAsync(Actor actor, Guid bucketId, BucketAccessReader reader, CancellationToken cancellationToken) =>
        (await reader.OneAsync(actor, bucketId, cancellationToken)).ToResult();

    private static async Task<IResult> HistoryAsync(Actor actor, Guid bucketId, BucketHistoryReader reader, CancellationToken cancellationToken) =>
        (await reader.OneAsync(actor, bucketId, cancellationToken)).ToResult();
}

/// <summary>Refreshes that were put in line.</summary>
/// <param name="Asked">How many; endpoints that are being read already are not counted.</param>
internal sealed record AskedRefreshes(int Asked);

/// <summary>A refresh that was put in line.</summary>
/// <param name="Id">Its id.</param>
internal sealed record AskedRefresh(Guid Id);

/// <summary>A suppression that was added.</summary>
/// <param name="Id">Its id.</param>
internal sealed record AddedSuppression(Guid Id);
