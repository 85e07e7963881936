using DlpDashboard.Web.Problems;
using Microsoft.Net.Http.Headers;

namespace DlpDashboard.Web;

/// <summary>
/// Refuses what another site makes a browser send: unsafe methods and web sockets need the browser's own word that they come from this
/// site (<c>Sec-Fetch-Site</c>, else <c>Origin</c>). Every browser sends one of both; a request with neither is a program's, which no other
/// site can steer. See https://www.w3.org/TR/fetch-metadata/.
/// </summary>
internal sealed class SameSiteMiddleware(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        return !CanChange(request) || IsOurs(request) ? next(context) : RequestProblems.CrossSite.ToResult().ExecuteAsync(context);
    }

    private static bool CanChange(HttpRequest request) =>
        !(HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method) || HttpMethods.IsTrace(request.Method))
        || request.HttpContext.WebSockets.IsWebSocketRequest
        || request.Headers.ContainsKey(HeaderNames.Upgrade);

    private static bool IsOurs(HttpRequest request)
    {
        if (request.Headers.TryGetValue("Sec-Fetch-Site", out var site))
        {
            return site == "same-origin" || site == "none";
        }

        // Schemes are not compared: before a proxy that ends TLS we see http where the browser sees https.
        return !request.Headers.TryGetValue(HeaderNames.Origin, out var origin)
            || (Uri.TryCreate(origin, UriKind.Absolute, out var uri) && string.Equals(uri.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase));
    }
}
