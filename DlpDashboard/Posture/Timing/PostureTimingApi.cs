using DlpDashboard.Access;
using DlpDashboard.Web;
using DlpDashboard.Web.Problems;

namespace DlpDashboard.Posture.Timing;

/// <summary>REST over the daily reading's time.</summary>
internal static class PostureTimingApi
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var api = routes.MapApi("Security").MapGroup("/security/schedule");
        api.MapGet("", ReadAsync).RequirePermission(Permissions.PostureRead).WithSummary("When all endpoints are read each day, and when next");
        api.MapPut("", SetAsync).RequirePermission(Permissions.SettingsWrite).WithSummary("Set the hour of the daily reading, or turn it off")
            .Produces<PostureTimingRow>().ProducesProblem(StatusCodes.Status422UnprocessableEntity);
    }

    private static Task<PostureTimingRow> ReadAsync(Actor actor, PostureTimingService service, CancellationToken cancellationToken) => service.ReadAsync(actor, cancellationToken);

    private static async Task<IResult> SetAsync(Actor actor, PostureTimingDraft draft, PostureTimingService service, CancellationToken cancellationToken) =>
        (await service.SetAsync(actor, draft, cancellationToken)).ToResult();
}
