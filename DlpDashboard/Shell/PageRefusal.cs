using DlpDashboard.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.AspNetCore.Components.Endpoints;

namespace DlpDashboard.Shell;

/// <summary>
/// A page refused to somebody who is signed in is still drawn, with status 403: <see cref="Routes"/> refuses it again and says which permission is missing, at the address that was asked for.
/// One about something that is not there (<see cref="PageSubject"/>) is drawn with status 404.
/// Everything else (sign-in first, routes that are no pages) stays as ASP.NET does it.
/// </summary>
internal sealed class PageRefusal(IEnumerable<PageSubject> subjects) : IAuthorizationMiddlewareResultHandler
{
    private readonly AuthorizationMiddlewareResultHandler _usual = new();

    /// <inheritdoc />
    public async Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
    {
        var reads = HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method);
        if (authorizeResult.Challenged || !reads || context.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>() is not { Type: var page })
        {
            await _usual.HandleAsync(next, context, policy, authorizeResult);
            return;
        }

        if (authorizeResult.Forbidden)
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
        }
        else if (await IsMissingAsync(context, page))
        {
            // At the last moment: where a page is drawn under 404 from the beginning, the framework puts the general not-found page in its place.
            context.Response.OnStarting(() =>
            {
                context.Response.StatusCode = StatusCodes.Status404NotFound;
                return Task.CompletedTask;
            });
        }

        await next(context);
    }

    private async Task<bool> IsMissingAsync(HttpContext context, Type page) =>
        subjects.FirstOrDefault(subject => subject.Page == page) is { } subject
        && context.User.ToActor() is { } actor
        && Guid.TryParse(context.GetRouteValue("Id") as string, out var id)
        && !await subject.Exists(context.RequestServices, actor, id, context.RequestAborted);
}
