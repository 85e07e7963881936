using DlpDashboard.Access;
using DlpDashboard.Admin.Retention;
using DlpDashboard.Admin.Settings;
using DlpDashboard.Kernel;
using DlpDashboard.UI;
using DlpDashboard.UI.Navigation;

namespace DlpDashboard.Admin;

/// <summary>What an organisation decides for itself: settings, and for how long it keeps what grows.</summary>
public static class AdminRoom
{
    /// <summary>Registers the room.</summary>
    public static IServiceCollection AddAdmin(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<RetentionOptions>().Bind(configuration.GetSection(RetentionOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        return services
            .AddSingleton<SettingsReader>()
            .AddSingleton<SettingsService>()
            .AddSingleton<RetentionLedger>()
            .AddSingleton<RetentionRunner>()
            .AddSingleton<RetentionRound>()
            .AddSingleton<RetentionTriggers>()
            .AddSingleton<RetentionReader>()
            .AddSingleton<RetentionService>()
            .AddNavigation(new NavigationEntry(NavigationGroup.Administration, "Settings", Links.Settings, Icons.Settings, Permissions.SettingsRead) { Order = 90, Keywords = "prices limits retention folders roots" })
            .AddPalette(new PaletteEntry("Change what estimates cost", Icons.Settings, $"{Links.Settings}#prices", Permissions.SettingsWrite) { Keywords = "prices price table" })
            .AddPalette(new PaletteEntry("Change how long things are kept", Icons.Settings, $"{Links.Settings}#retention", Permissions.SettingsWrite) { Keywords = "retention delete old scans samples events" })
            .AddHostedService<RetentionStart>();
    }

    /// <summary>Maps its routes.</summary>
    public static void MapAdmin(this IEndpointRouteBuilder routes)
    {
        SettingsApi.Map(routes);
        RetentionApi.Map(routes);
    }
}
