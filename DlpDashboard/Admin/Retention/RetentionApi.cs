using DlpDashboard.Access;
using DlpDashboard.Access.Settings;
using DlpDashboard.Web;
using DlpDashboard.Web.Problems;

namespace DlpDashboard.Admin.Retention;

/// <summary>REST of the retention.</summary>
internal static class RetentionApi
{
    private const int RunsTold = 20;

    public static void Map(IEndpointRouteBuilder routes)
    {
        var api = routes.MapApi("Settings").MapGroup("/settings/retention");
        api.MapGet("", GetAsync).RequirePermission(Permissions.SettingsRead).WithSummary("What the retention would remove now, and its newest runs");
        api.MapPost("/run", RunAsync).RequirePermission(Permissions.SettingsWrite).WithSummary("Run the retention now; GET /settings/retention tells how it goes")
            .Produces(StatusCodes.Status202Accepted).ProducesProblem(409);
    }

    private static async Task<RetentionAnswer> GetAsync(Actor actor, SettingsDirectory settings, RetentionReader reader, CancellationToken cancellationToken)
    {
        var periods = (await settings.OfAsync(actor.OrganisationId, cancellationToken)).Retention;
        return new RetentionAnswer(await reader.PreviewAsync(actor, periods, cancellationToken), await reader.RunsAsync(actor, RunsTold, cancellationToken));
    }

    private static async Task<IResult> RunAsync(Actor actor, RetentionService service, CancellationToken cancellationToken) =>
        (await service.RunNowAsync(actor, cancellationToken)).ToResult(_ => TypedResults.Accepted($"{ApiPaths.Root}/settings/retention"));
}
