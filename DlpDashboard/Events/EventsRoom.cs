using DlpDashboard.Access;
using DlpDashboard.Kernel;
using DlpDashboard.UI;
using DlpDashboard.UI.Navigation;

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
            .AddSingleton<IEndpointDependent, EventEndpointRows>()
            .AddSingleton<IRetentionPart, EventRetention>()
            .AddNavigation(new NavigationEntry(NavigationGroup.DataSecurity, "Events", Links.Events, Icons.Event, Permissions.EventsRead) { Order = 4, Key = 'v', Keywords = "story log history" });

    /// <summary>Maps its routes.</summary>
    public static void MapEvents(this IEndpointRouteBuilder routes) => EventsApi.Map(routes);
}
