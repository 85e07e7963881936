using DlpDashboard.Access;
using DlpDashboard.Kernel;
using DlpDashboard.Posture.Judging;
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
        api.MapGet("/policies/export", Export).RequirePermission(Permissions.PostureRead).WithSummary("Buckets of a filter as CSV");
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
    }

    private static Task<PageOf<PostureRow>> ListAsync(
        Actor actor, PageQuery page, PostureReader reader, [FromQuery(Name = "endpoint")] Guid? endpointId, QueryEnum<BucketStanding>? standing, [FromQuery(Name = "public")] bool? isPublic, CancellationToken cancellationToken) =>
        reader.PageAsync(actor, new PostureFilter(endpointId, standing?.Value, isPublic), page.After, page.Limit, cancellationToken);

    private static CsvResult<PostureRow> Export(
        Actor actor, PostureReader reader, [FromQuery(Name = "endpoint")] Guid? endpointId, QueryEnum<BucketStanding>? standing, [FromQuery(Name = "public")] bool? isPublic, CancellationToken cancellationToken) =>
        new("buckets.csv", PostureCsv.Columns, reader.ExportAsync(actor, new PostureFilter(endpointId, standing?.Value, isPublic), cancellationToken));

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
}

/// <summary>A refresh that was put in line.</summary>
/// <param name="Id">Its id.</param>
internal sealed record AskedRefresh(Guid Id);

/// <summary>A suppression that was added.</summary>
/// <param name="Id">Its id.</param>
internal sealed record AddedSuppression(Guid Id);
