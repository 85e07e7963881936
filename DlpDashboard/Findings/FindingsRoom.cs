using DlpDashboard.Access;
using DlpDashboard.Kernel;
using DlpDashboard.UI;
using DlpDashboard.UI.Navigation;

namespace DlpDashboard.Findings;

/// <summary>What detectors saw.</summary>
public static class FindingsRoom
{
    /// <summary>Registers the room.</summary>
    public static IServiceCollection AddFindings(this IServiceCollection services) =>
        services
            .AddSingleton<FindingLedger>()
            .AddSingleton<FindingWriter>()
            .AddSingleton<FindingReader>()
            .AddSingleton<FindingService>()
            .AddSingleton<FindingTriageService>()
            .AddSingleton<Export.FindingExportService>()
            .AddSingleton<History.ScanChangeReader>()
            .AddSingleton<History.FindingPlaceReader>()
            .AddSingleton<Export.FindingExportReader>()
            .AddSingleton<IEndpointDependent, FindingEndpointRows>()
            .AddSingleton<IRetentionPart, SampleRetention>()
            .AddSingleton(new PageSubject(typeof(Pages.FindingPage), async (services, actor, id, stop) => await services.GetRequiredService<FindingReader>().OneAsync(actor, id, stop) is not null))
            .AddNavigation(new NavigationEntry(NavigationGroup.DataSecurity, "Findings", Links.Findings, Icons.Finding, Permissions.FindingsRead) { Order = 1, Key = 'f', OnPhones = true, Keywords = "private data secrets results" });

    /// <summary>Maps its routes.</summary>
    public static void MapFindings(this IEndpointRouteBuilder routes) => FindingsApi.Map(routes);
}
