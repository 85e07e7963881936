using Microsoft.Extensions.Configuration.Json;

namespace DlpDashboard.Web;

/// <summary>Where settings come from, weakest first: <c>appsettings.json</c> beside the program, one in the working folder, the command line, <c>DLP__Section__Key</c>.</summary>
public static class AppSettings
{
    /// <summary>Adds what ASP.NET does not read by itself.</summary>
    public static WebApplicationBuilder AddAppSettings(this WebApplicationBuilder builder)
    {
        // `dotnet run --project` looks for settings beside the project; ours lie beside the program.
        var file = new JsonConfigurationSource { Path = Path.Combine(AppContext.BaseDirectory, "appsettings.json"), Optional = true };
        file.ResolveFileProvider();
        builder.Configuration.Sources.Insert(0, file);
        builder.Configuration.AddEnvironmentVariables("DLP__");
        return builder;
    }
}
