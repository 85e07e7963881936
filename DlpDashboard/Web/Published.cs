namespace DlpDashboard.Web;

/// <summary>A published app finds its styles and scripts beside itself, whatever folder it is started from.</summary>
internal static class Published
{
    /// <summary>The builder's options; a build that is not published keeps the framework's own rule.</summary>
    public static WebApplicationOptions Options(string[] args) => Directory.Exists(Path.Combine(AppContext.BaseDirectory, "wwwroot", "css"))
        ? new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory }
        : new WebApplicationOptions { Args = args };
}
