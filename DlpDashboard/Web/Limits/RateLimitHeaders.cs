using System.Globalization;

namespace DlpDashboard.Web.Limits;

/// <summary>
/// Says on every REST answer, whatever became of the request, what is left of the caller's budget: <c>RateLimit-Policy</c> and <c>RateLimit</c> as structured fields
/// (draft-ietf-httpapi-ratelimit-headers-10), and the three fields of its third draft, which most clients still read. A 429 says when to come back
/// (<c>Retry-After</c>), a 401 how to sign in (<c>WWW-Authenticate</c>, RFC 9110, section 11.6.1).
/// </summary>
internal sealed class RateLimitHeaders(RequestDelegate next, RateLimits limits)
{
    /// <summary>Budgets inside rooms are by the minute: after one there is room again.</summary>
    private const int Window = 60;

    private const string Challenge = "Cookie realm=\"DlpDashboard\", form-action=\"/account/login\", cookie-name=\"dlp.session\"";

    public Task InvokeAsync(HttpContext context)
    {
        // When the answer begins: an exception clears what was set before, and moves the request to the error page.
        var isRest = ApiPaths.IsRest(context.Request.Path);
        context.Response.OnStarting(() =>
        {
            if (context.Items.TryGetValue(typeof(BudgetAnswer), out var taken))
            {
                Write(context.Response, (BudgetAnswer)taken!);
            }
            else if (isRest)
            {
                Write(context.Response, limits.Look(context));
            }

            return Task.CompletedTask;
        });
        return next(context);
    }

    /// <summary>Keeps what the caller's request took, until its answer begins.</summary>
    public static void Remember(HttpContext context, BudgetAnswer answer) => context.Items[typeof(BudgetAnswer)] = answer;

    private static void Write(HttpResponse response, BudgetAnswer answer)
    {
        var headers = response.Headers;
        headers["RateLimit-Limit"] = answer.Limit.ToString(CultureInfo.InvariantCulture);
        headers["RateLimit-Remaining"] = answer.Remaining.ToString(CultureInfo.InvariantCulture);
        headers["RateLimit-Reset"] = answer.ResetSeconds.ToString(CultureInfo.InvariantCulture);
        headers["RateLimit-Policy"] = string.Create(CultureInfo.InvariantCulture, $"\"{answer.Policy}\";q={answer.Limit};w={Window}");
        headers["RateLimit"] = string.Create(CultureInfo.InvariantCulture, $"\"{answer.Policy}\";r={answer.Remaining};t={answer.ResetSeconds}");
        switch (response.StatusCode)
        {
            case StatusCodes.Status429TooManyRequests when headers.RetryAfter.Count == 0:
                headers.RetryAfter = (answer.Granted ? Window : answer.RetryAfterSeconds).ToString(CultureInfo.InvariantCulture);
                break;
            case StatusCodes.Status401Unauthorized when headers.WWWAuthenticate.Count == 0:
                headers.WWWAuthenticate = Challenge;
                break;
        }
    }
}
