using DlpDashboard.Access;
using DlpDashboard.Kernel;
using DlpDashboard.UI;
using DlpDashboard.UI.Navigation;

namespace DlpDashboard.Endpoints;

/// <summary>The room's door: storage connections and their secrets.</summary>
public static class EndpointsRoom
{
    /// <summary>Adds the room's services.</summary>
    public static IServiceCollection AddEndpoints(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<EndpointOptions>().Bind(configuration.GetSection(EndpointOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<EndpointSecrets>();
        services.AddSingleton<EndpointDraftCheck>();
        services.AddSingleton<EndpointTrail>();
        services.AddSingleton<EndpointReader>();
        services.AddSingleton<EndpointDependents>();
        services.AddSingleton<EndpointService>();
        services.AddSingleton<EndpointStores>();
        services.AddSingleton<ConnectionTestRunner>();
        services.AddSingleton<IEndpointDirectory, EndpointDirectory>();
        services.AddSingleton<IConfiguredValues, EndpointConfiguredValues>();
        services.AddSingleton(new PageSubject(typeof(Pages.EndpointPage), async (services, actor, id, stop) => (await services.GetRequiredService<EndpointReader>().GetAsync(actor, id, stop)).Succeeded));
        services.AddSingleton<EndpointPurge>();
        services.AddHostedService(provider => provider.GetRequiredService<EndpointPurge>());
        services.AddScoped<IPaletteSource, EndpointPalette>();
        services.AddNavigation(new NavigationEntry(NavigationGroup.Storage, "Endpoints", Links.Endpoints, Icons.Endpoint, Permissions.EndpointsRead)
        {
            Key = 'e',
            Keywords = "storage buckets folders connections s3",
            OnPhones = true,
        });
        services.AddPalette(new PaletteEntry("Add an endpoint", Icons.Add, Links.NewEndpoint, Permissions.EndpointsManage) { Keywords = "connect bucket folder storage new" });
        return services;
    }

    /// <summary>Maps the room's REST routes.</summary>
    public static void MapEndpoints(this IEndpointRouteBuilder routes) => EndpointsApi.Map(routes);
}
