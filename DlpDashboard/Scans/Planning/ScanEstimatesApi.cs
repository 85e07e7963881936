using DlpDashboard.Access;
using DlpDashboard.Web;
using DlpDashboard.Web.Problems;

namespace DlpDashboard.Scans.Planning;

/// <summary>REST of estimates.</summary>
internal static class ScanEstimatesApi
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapApi("Scans").MapPost("/scans/estimate", EstimateAsync)
        .RequirePermission(Permissions.ScansStart).WithSummary("What a scan would meet, take and cost")
        .Produces<ScanEstimate>().ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status422UnprocessableEntity)
        .ProducesProblem(StatusCodes.Status429TooManyRequests).ProducesProblem(StatusCodes.Status502BadGateway);

    private static async Task<IResult> EstimateAsync(Actor actor, StartScanBody body, ScanEstimator estimator, CancellationToken cancellationToken) =>
        (await estimator.EstimateAsync(actor, body.EndpointId, body.Plan(), onCount: null, cancellationToken)).ToResult();
}
