using System.Globalization;
using System.Security.Claims;
using DlpDashboard.Web.Problems;
using Microsoft.Extensions.Options;

namespace DlpDashboard.Web.Limits;

/// <summary>
/// Counts API requests by account and sign-in attempts by address, says what is left in <c>RateLimit-*</c> headers
/// (draft-ietf-httpapi-ratelimit-headers-03) and answers 429 with <c>Retry-After</c> beyond it.
/// </summary>
internal sealed class RateLimitMiddleware(RequestDelegate next, IOptions<WebOptions> options, TimeProvider time)
{
    private readonly RequestBudget _requests = new(options.Value.RequestsPerMinute, time);
    private readonly RequestBudget _signIns = new(options.Value.SignInsPerMinute, time);

    public async Task InvokeAsync(HttpContext context)
    {
        var isSignIn = context.GetEndpoint()?.Metadata.GetMetadata<SignInLimitAttribute>() is not null && HttpMethods.IsPost(context.Request.Method);
        if (!isSignIn && !context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase))
        {
            await next(context);
            return;
        }

        var answer = isSignIn ? _signIns.Take(AddressOf(context)) : _requests.Take(CallerOf(context));
        var headers = context.Response.Headers;
        headers["RateLimit-Limit"] = answer.Limit.ToString(CultureInfo.InvariantCulture);
        headers["RateLimit-Remaining"] = answer.Remaining.ToString(CultureInfo.InvariantCulture);
        headers["RateLimit-Reset"] = answer.ResetSeconds.ToString(CultureInfo.InvariantCulture);
        if (answer.Granted)
        {
            await next(context);
            return;
        }

        headers.RetryAfter = answer.RetryAfterSeconds.ToString(CultureInfo.InvariantCulture);
        await RequestProblems.TooMany.ToResult().ExecuteAsync(context);
    }

    private static string CallerOf(HttpContext context) => context.User.FindFirstValue(ClaimTypes.NameIdentifier) ?? AddressOf(context);

    /// <summary>An IPv6 caller owns a /64 at least, so its addresses count together.</summary>
    private static string AddressOf(HttpContext context)
    {
        if (context.Connection.RemoteIpAddress is not { } address)
        {
            return "unknown";
        }

        if (address.IsIPv4MappedToIPv6)
        {
            return address.MapToIPv4().ToString();
        }

        var bytes = address.GetAddressBytes();
        return bytes.Length == 4 ? address.ToString() : Convert.ToHexString(bytes, 0, 8);
    }
}
