namespace DlpDashboard.Shell;

/// <summary>
/// The headers that bound what a page may do (Content Security Policy Level 3): scripts and connections only from this server, nothing inline, never in a frame.
/// Style attributes are allowed, because virtualised lists and bars set sizes by them; style elements are not.
/// </summary>
/// <param name="next">The rest of the pipeline.</param>
internal sealed class ContentSecurityMiddleware(RequestDelegate next)
{
    private const string Rest =
        "; img-src 'self' data:; font-src 'self'; connect-src 'self'; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    private const string Policy = "default-src 'self'; script-src 'self'; style-src 'self'; style-src-attr 'unsafe-inline'" + Rest;
    private const string PolicyOfDocs = "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'" + Rest;

    /// <summary>Sets the headers when the answer begins, also where an error page replaced it. A room that set its own policy keeps it.</summary>
    public Task InvokeAsync(HttpContext context)
    {
        context.Response.OnStarting(static state =>
        {
            var context = (HttpContext)state;
            var headers = context.Response.Headers;
            if (!headers.ContainsKey("Content-Security-Policy"))
            {
                // The API documentation's own page brings a style element.
                headers.ContentSecurityPolicy = context.Request.Path.StartsWithSegments("/docs", StringComparison.OrdinalIgnoreCase) ? PolicyOfDocs : Policy;
            }

            headers.XContentTypeOptions = "nosniff";
            headers["Referrer-Policy"] = "same-origin";
            headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=(), payment=()";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            headers.XFrameOptions = "DENY";
            return Task.CompletedTask;
        }, context);
        return next(context);
    }
}
