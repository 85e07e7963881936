using DlpDashboard.Web.Telemetry;

namespace DlpDashboard.Access.Gate;

/// <summary>Every log line of a signed-in request says whose organisation it belongs to.</summary>
internal sealed class ActorScopeMiddleware(RequestDelegate next, ILogger<ActorScopeMiddleware> log)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (context.User.ToActor() is not { } actor)
        {
            await next(context);
            return;
        }

        using (log.BeginOrganisation(actor.OrganisationId))
        {
            await next(context);
        }
    }
}
