using DlpDashboard.Access;
using DlpDashboard.Kernel;
using DlpDashboard.UI;
using DlpDashboard.UI.Navigation;

namespace DlpDashboard.Overview;

/// <summary>The landing dashboard.</summary>
public static class OverviewRoom
{
    /// <summary>Registers the room.</summary>
    public static IServiceCollection AddOverview(this IServiceCollection services) =>
        services
            .AddSingleton<OverviewReader>()
            .AddSingleton<FirstStepsReader>()
            .AddNavigation(new NavigationEntry(NavigationGroup.Overview, "Overview", Links.Overview, Icons.Overview, Permissions.OverviewRead) { Key = 'o', OnPhones = true });
}
