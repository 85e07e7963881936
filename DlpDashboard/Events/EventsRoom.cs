using DlpDashboard.Kernel;

namespace DlpDashboard.Events;

/// <summary>The append-only story of what happened.</summary>
public static class EventsRoom
{
    /// <summary>Registers the room.</summary>
    public static IServiceCollection AddEvents(this IServiceCollection services) =>
        services
            .AddSingleton<EventWriter>()
            .AddSingleton<EventReader>()
            .AddSingleton<EventService>()
            .AddSingleton<IEndpointDependent, EventEndpointRows>();

    /// <summary>Maps its routes.</summary>
    public static void MapEvents(this IEndpointRouteBuilder routes) => EventsApi.Map(routes);
}
