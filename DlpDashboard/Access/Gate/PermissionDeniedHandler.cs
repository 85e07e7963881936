using DlpDashboard.Web;
using DlpDashboard.Web.Problems;
using Microsoft.AspNetCore.Diagnostics;

namespace DlpDashboard.Access.Gate;

/// <summary>The second wall's refusal, as the first one's would have looked: 403.</summary>
internal sealed class PermissionDeniedHandler : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is not PermissionDeniedException || !ApiPaths.Contains(httpContext))
        {
            return false;
        }

        await AccessProblems.Denied.ToResult().ExecuteAsync(httpContext);
        return true;
    }
}
