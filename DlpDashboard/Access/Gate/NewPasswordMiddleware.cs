using DlpDashboard.Web;
using DlpDashboard.Web.Problems;
using Microsoft.AspNetCore.Authorization;

namespace DlpDashboard.Access.Gate;

/// <summary>Who signed in with a one-time password goes nowhere but to the page that changes it.</summary>
internal sealed class NewPasswordMiddleware(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (!context.User.OwesNewPassword() || IsAllowed(context))
        {
            return next(context);
        }

        if (ApiPaths.Contains(context.Request.Path))
        {
            return AccessProblems.NewPasswordNeeded.ToResult().ExecuteAsync(context);
        }

        context.Response.Redirect(AccessLinks.Password);
        return Task.CompletedTask;
    }

    private static bool IsAllowed(HttpContext context)
    {
        var metadata = context.GetEndpoint()?.Metadata;
        return metadata is null || metadata.GetMetadata<IAllowAnonymous>() is not null || metadata.GetMetadata<OpenToNewcomersAttribute>() is not null;
    }
}
