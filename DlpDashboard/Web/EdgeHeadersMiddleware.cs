namespace DlpDashboard.Web;

/// <summary>Headers that every answer carries. The content security policy is the pages' own.</summary>
internal sealed class EdgeHeadersMiddleware(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        if (context.Request.IsHttps)
        {
            headers.StrictTransportSecurity = "max-age=31536000";
        }

        if (ApiPaths.Contains(context.Request.Path))
        {
            // Answers hold an organisation's data: no shared or disk cache keeps them.
            headers.CacheControl = "no-store";
        }

        return next(context);
    }
}
