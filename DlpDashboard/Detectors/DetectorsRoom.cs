using DlpDashboard.Access;
using DlpDashboard.Detectors.Catalogue;
using DlpDashboard.Detectors.Custom;
using DlpDashboard.Detectors.Exclusions;
using DlpDashboard.Detectors.Trying;
using DlpDashboard.Kernel;
using DlpDashboard.UI;
using DlpDashboard.UI.Navigation;

namespace DlpDashboard.Detectors;

/// <summary>What an organisation looks with: the catalogue and its switches, custom detectors, exclusion rules.</summary>
public static class DetectorsRoom
{
    /// <summary>Registers the room.</summary>
    public static IServiceCollection AddDetectors(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<DetectorOptions>().Bind(configuration.GetSection(DetectorOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        return services
            .AddSingleton<DetectorLedger>()
            .AddSingleton<DetectorLibrary>()
            .AddSingleton<IDetectorDirectory>(provider => provider.GetRequiredService<DetectorLibrary>())
            .AddSingleton<DetectorReader>()
            .AddSingleton<DetectorSwitchService>()
            .AddSingleton<PatternTrial>()
            .AddSingleton<CustomDetectorReader>()
            .AddSingleton<CustomDetectorService>()
            .AddSingleton<CustomDetectorImporter>()
            .AddSingleton<ExclusionReader>()
            .AddSingleton<ExclusionService>()
            .AddSingleton<DetectorTryService>()
            .AddSingleton<IConfiguredValues, DetectorConfiguredValues>()
            .AddNavigation(new NavigationEntry(NavigationGroup.Detection, "Detectors", Links.Detectors, Icons.Detector, Permissions.DetectorsRead) { Order = 10, Key = 'd', Keywords = "catalogue custom words dictionary regex packs exclusions allow list try" })
            .AddPalette(new PaletteEntry("Write a custom detector", Icons.Add, Links.NewDetector, Permissions.DetectorsManage) { Keywords = "regex dictionary words new detector" })
            .AddPalette(new PaletteEntry("Try detectors on a text", Icons.Detector, Links.TryDetectors, Permissions.DetectorsRead) { Keywords = "inspect test paste text" })
            .AddPalette(new PaletteEntry("Exclude values from reports", Icons.Filter, Links.Exclusions, Permissions.DetectorsManage) { Keywords = "allow list exclusion suppress false positive" });
    }

    /// <summary>Maps its routes.</summary>
    public static void MapDetectors(this IEndpointRouteBuilder routes) => DetectorsApi.Map(routes);
}
