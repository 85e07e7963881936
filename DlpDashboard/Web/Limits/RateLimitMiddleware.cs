using DlpDashboard.Web.Problems;

namespace DlpDashboard.Web.Limits;

/// <summary>Counts API requests and sign-in attempts, and answers 429 beyond their budgets. <see cref="RateLimitHeaders"/> says what is left.</summary>
internal sealed class RateLimitMiddleware(RequestDelegate next, RateLimits limits)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (!RateLimits.IsSignIn(context) && !ApiPaths.IsRest(context.Request.Path))
        {
            return next(context);
        }

        var answer = limits.Take(context);
        RateLimitHeaders.Remember(context, answer);
        return answer.Granted ? next(context) : RequestProblems.TooMany.ToResult().ExecuteAsync(context);
    }
}
