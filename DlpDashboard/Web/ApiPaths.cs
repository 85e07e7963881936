namespace DlpDashboard.Web;

/// <summary>Which addresses are for programs: they answer with status and problem, never with a page or a redirect.</summary>
public static class ApiPaths
{
    /// <summary>Where the REST routes begin.</summary>
    public const string Root = "/api/v1";

    private static readonly string[] Prefixes = ["/api", "/openapi", "/hubs"];

    /// <summary>Whether the path belongs to programs.</summary>
    public static bool Contains(PathString path) => Array.Exists(Prefixes, prefix => path.StartsWithSegments(prefix, StringComparison.OrdinalIgnoreCase));
}
