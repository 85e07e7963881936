using System.Security.Claims;
using Microsoft.Extensions.Options;

namespace DlpDashboard.Web.Limits;

/// <summary>The budgets at the edge: API requests by account (by address before sign-in), sign-in attempts by address.</summary>
internal sealed class RateLimits(IOptions<WebOptions> options, TimeProvider time)
{
    private const string SignIn = "sign-in";

    private readonly RequestBudget _requests = new(options.Value.RequestsPerMinute, time);
    private readonly RequestBudget _signIns = new(options.Value.SignInsPerMinute, time);

    /// <summary>Whether the request tries a password.</summary>
    public static bool IsSignIn(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<SignInLimitAttribute>() is not null && HttpMethods.IsPost(context.Request.Method);

    /// <summary>Takes one request from its caller's budget.</summary>
    public BudgetAnswer Take(HttpContext context) => IsSignIn(context) ? _signIns.Take(AddressOf(context)) with { Policy = SignIn } : _requests.Take(CallerOf(context));

    /// <summary>What is left, where the request was answered before it was counted.</summary>
    public BudgetAnswer Look(HttpContext context) => IsSignIn(context) ? _signIns.Look(AddressOf(context)) with { Policy = SignIn } : _requests.Look(CallerOf(context));

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
