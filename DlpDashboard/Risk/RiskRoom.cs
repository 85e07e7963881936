using DlpDashboard.Access;
using DlpDashboard.Kernel;
using DlpDashboard.Risk.Joining;
using DlpDashboard.UI;
using DlpDashboard.UI.Navigation;

namespace DlpDashboard.Risk;

/// <summary>The room's door: who can reach a bucket, joined with what lies in it.</summary>
public static class RiskRoom
{
    /// <summary>Registers the room.</summary>
    public static IServiceCollection AddRisk(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<RiskOptions>().Bind(configuration.GetSection(RiskOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        return services
            .AddSingleton<RiskJoiner>()
            .AddSingleton<RiskReader>()
            .AddSingleton<BucketRiskReader>()
            .AddSingleton<PrivateDataReader>()
            .AddSingleton<IEndpointDependent, RiskEndpointRows>()
            .AddHostedService<RiskWorker>()
            .AddSingleton(new PageSubject(typeof(Pages.BucketPage), async (services, actor, id, stop) => (await services.GetRequiredService<BucketRiskReader>().HeadAsync(actor, id, stop)).Succeeded))
            .AddNavigation(new NavigationEntry(NavigationGroup.DataSecurity, "Risk", Links.Risks, Icons.Warning, Permissions.PostureRead) { AlsoNeeds = Permissions.FindingsRead, Order = 2, Key = 'r', Keywords = "exposure sensitivity public buckets heat map private data" });
    }

    /// <summary>Maps its routes.</summary>
    public static void MapRisk(this IEndpointRouteBuilder routes) => RiskApi.Map(routes);
}
