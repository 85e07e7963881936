using DlpDashboard.Web.Problems;

namespace DlpDashboard.Web;

/// <summary>Where rooms hang their REST routes.</summary>
public static class ApiRoutes
{
    /// <summary>
    /// A room's group below <c>/api/v1</c>. Each route asks a permission (Access: <c>RequirePermission</c>), takes the <c>Actor</c> as a parameter,
    /// and returns its value, or an outcome's or problem's result (<see cref="ProblemResults"/>).
    /// </summary>
    /// <param name="routes">The app's routes.</param>
    /// <param name="tag">The room's name in the documentation.</param>
    public static RouteGroupBuilder MapApi(this IEndpointRouteBuilder routes, string tag) =>
        routes.MapGroup(ApiPaths.Root)
            .WithTags(tag)
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status429TooManyRequests);
}
