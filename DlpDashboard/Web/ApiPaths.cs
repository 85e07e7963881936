using Microsoft.AspNetCore.Diagnostics;

namespace DlpDashboard.Web;

/// <summary>Which addresses are for programs: they answer with status and problem, never with a page or a redirect.</summary>
public static class ApiPaths
{
    /// <summary>Where the REST routes begin.</summary>
    public const string Root = "/api/v1";

    private static readonly string[] Prefixes = ["/api", "/openapi", "/hubs"];

    /// <summary>Whether a failed request was for programs: while its exception is handled, its path is already the error page's.</summary>
    public static bool Contains(HttpContext failed) => Contains(failed.Features.Get<IExceptionHandlerPathFeature>()?.Path ?? failed.Request.Path);

    /// <summary>Whether the path is one of REST's, known or not.</summary>
    public static bool IsRest(PathString path) => path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the path belongs to programs.</summary>
    public static bool Contains(PathString path) => Array.Exists(Prefixes, prefix => path.StartsWithSegments(prefix, StringComparison.OrdinalIgnoreCase));
}
