using DlpDashboard.Access;
using DlpDashboard.Kernel;
using DlpDashboard.Web;
using DlpDashboard.Web.Paging;
using DlpDashboard.Web.Problems;

namespace DlpDashboard.Risk;

/// <summary>REST over the room's readers.</summary>
internal static class RiskApi
{
    private const int ExportPage = 200;

    public static void Map(IEndpointRouteBuilder routes)
    {
        var api = routes.MapApi("Security").MapGroup("/security");
        Both(api.MapGet("/risks", ListAsync)).WithSummary("Buckets by exposure and sensitivity joined, the riskiest first");
        Both(api.MapGet("/risks/matrix", MatrixAsync)).WithSummary("How many buckets stand in each cell of exposure and sensitivity");
        Both(api.MapGet("/risks/export", Export)).RequirePermission(Permissions.FindingsExport).WithSummary("Buckets of a filter with their risk, as CSV");
        Both(api.MapGet("/risks/{bucketId:guid}", OneAsync)).WithSummary("One bucket's risk with its arithmetic")
            .Produces<BucketRiskView>().ProducesProblem(StatusCodes.Status404NotFound);
        Both(api.MapGet("/private-data", PrivateDataAsync)).WithSummary("What private data each endpoint holds, and how much of it was read");
        Both(api.MapGet("/private-data/export", ExportPrivateData)).RequirePermission(Permissions.FindingsExport).WithSummary("The same as CSV");
    }

    private static RouteHandlerBuilder Both(RouteHandlerBuilder route) => route.RequirePermission(Permissions.PostureRead).RequirePermission(Permissions.FindingsRead);

    private static Task<PageOf<RiskRow>> ListAsync(Actor actor, PageQuery page, [AsParameters] RiskQuery query, RiskReader reader, CancellationToken cancellationToken) =>
        reader.PageAsync(actor, query.ToFilter(), page.After, page.Limit, cancellationToken);

    private static Task<IReadOnlyList<RiskCell>> MatrixAsync(Actor actor, [AsParameters] RiskQuery query, RiskReader reader, CancellationToken cancellationToken) =>
        reader.CellsAsync(actor, query.ToFilter(), cancellationToken);

    private static CsvResult<RiskRow> Export(Actor actor, [AsParameters] RiskQuery query, RiskReader reader, CancellationToken cancellationToken) =>
        new("risks.csv", RiskCsv.Risks, reader.ExportAsync(actor, query.ToFilter(), cancellationToken));

    private static async Task<IResult> OneAsync(Actor actor, Guid bucketId, BucketRiskReader reader, CancellationToken cancellationToken) =>
        (await reader.OneAsync(actor, bucketId, cancellationToken)).ToResult();

    private static Task<PageOf<PrivateDataRow>> PrivateDataAsync(Actor actor, PageQuery page, PrivateDataReader reader, CancellationToken cancellationToken) =>
        reader.PageAsync(actor, page.After, page.Limit, cancellationToken);

    private static CsvResult<PrivateDataRow> ExportPrivateData(Actor actor, PrivateDataReader reader, CancellationToken cancellationToken) =>
        new("private-data.csv", RiskCsv.PrivateData, PageOf.AllAsync(after => reader.PageAsync(actor, after, ExportPage, cancellationToken), cancellationToken));
}
