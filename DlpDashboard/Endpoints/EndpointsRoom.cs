using DlpDashboard.Kernel;

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
        services.AddSingleton<EndpointPurge>();
        services.AddHostedService(provider => provider.GetRequiredService<EndpointPurge>());
        return services;
    }

    /// <summary>Maps the room's REST routes.</summary>
    public static void MapEndpoints(this IEndpointRouteBuilder routes) => EndpointsApi.Map(routes);
}
