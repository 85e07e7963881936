using DlpDashboard.Access;
using DlpDashboard.Access.Settings;
using DlpDashboard.Endpoints;
using DlpDashboard.Extraction;
using DlpDashboard.Kernel;
using DlpDashboard.Scans.History;
using DlpDashboard.Scans.Live;
using DlpDashboard.Scans.Pages;
using DlpDashboard.Scans.Planning;
using DlpDashboard.Scans.Queue;
using DlpDashboard.Scans.Running;
using DlpDashboard.Scans.Scheduling;
using DlpDashboard.UI;
using DlpDashboard.UI.Navigation;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace DlpDashboard.Scans;

/// <summary>The room's door: scans, their line, their runs and what is seen of them live.</summary>
public static class ScansRoom
{
    /// <summary>Registers the room.</summary>
    public static IServiceCollection AddScans(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<ScanOptions>().Bind(configuration.GetSection(ScanOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<ExtractionOptions>().Bind(configuration.GetSection(ExtractionOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<ScanEstimateOptions>().Bind(configuration.GetSection(ScanEstimateOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton<SettingsDirectory>();
        return services
            .AddSingleton<ScanEstimateHistory>()
            .AddSingleton<ScanEstimateGate>()
            .AddSingleton<ScanEstimator>()
            .AddSingleton<ScanSurroundings>()
            .AddSingleton<ScanReader>()
            .AddSingleton<ScanJournal>()
            .AddSingleton<ScanService>()
            .AddSingleton<ScanHistoryReader>()
            .AddSingleton<ScanHistoryService>()
            .AddSingleton<ScanReportReader>()
            .AddSingleton<ScanProgressFeed>()
            .AddTransient<PatientReload>()
            .AddSingleton<ScanSignals>()
            .AddSingleton<NodeIdentity>()
            .AddSingleton<ScanQueue>()
            .AddSingleton<GuardedWriter>()
            .AddSingleton<ScanLedger>()
            .AddSingleton<LeaseWatch>()
            .AddSingleton<ScanAttendant>()
            .AddSingleton<VanishedObjects>()
            .AddSingleton<ObjectScanners>()
            .AddSingleton<ScanPipeline>()
            .AddSingleton<ScanRunner>()
            .AddSingleton<OpenStore>(provider => provider.GetRequiredService<EndpointStores>().OpenAsync)
            .AddSingleton<IEndpointDependent, ScanEndpointRows>()
            .AddSingleton<IRetentionPart, ScanRetention>()
            .AddSingleton<IScanCoverage, ScanCoverageDirectory>()
            .AddSingleton<IConfiguredValues, ScanConfiguredValues>()
            .AddPalette(new PaletteEntry("Compare two scans", Icons.Columns, "/scans/compare", Permissions.FindingsRead) { Keywords = "history difference changes new gone trend" })
            .AddNavigation(new NavigationEntry(NavigationGroup.Storage, "Scans", Links.Scans, Icons.Scan, Permissions.ScansRead) { Order = 20, Key = 's', Keywords = "progress coverage run", OnPhones = true })
            .AddSchedules(configuration)
            .AddLive(configuration)
            .AddSingleton(new PageSubject(typeof(Pages.ScanPage), ExistsAsync))
            .AddSingleton(new PageSubject(typeof(Pages.ScanReportPage), ExistsAsync))
            .AddHostedService<ScanWorker>();
    }

    /// <summary>Maps its routes.</summary>
    public static void MapScans(this IEndpointRouteBuilder routes)
    {
        ScansApi.Map(routes);
        ScanEstimatesApi.Map(routes);
        ScanHistoryApi.Map(routes);
        SchedulesApi.Map(routes);
        routes.MapHub<LiveHub>("/hubs/live").RequireSignIn();
    }

    private static async Task<bool> ExistsAsync(IServiceProvider services, Actor actor, Guid id, CancellationToken cancellationToken) =>
        await services.GetRequiredService<ScanReader>().OneAsync(actor, id, cancellationToken) is not null;
}
