using DlpDashboard.Kernel;

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
            .AddSingleton<IEndpointDependent, FindingEndpointRows>();

    /// <summary>Maps its routes.</summary>
    public static void MapFindings(this IEndpointRouteBuilder routes) => FindingsApi.Map(routes);
}
