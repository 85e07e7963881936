namespace DlpDashboard.UI.Navigation;

/// <summary>How a room puts itself into the navigation and the palette.</summary>
public static class NavigationRegistration
{
    /// <summary>Adds entries to the navigation; the palette offers them too.</summary>
    public static IServiceCollection AddNavigation(this IServiceCollection services, params ReadOnlySpan<NavigationEntry> entries)
    {
        foreach (var entry in entries)
        {
            services.AddSingleton(entry);
        }

        return services;
    }

    /// <summary>Adds lines to the palette.</summary>
    public static IServiceCollection AddPalette(this IServiceCollection services, params ReadOnlySpan<PaletteEntry> entries)
    {
        foreach (var entry in entries)
        {
            services.AddSingleton(entry);
        }

        return services;
    }
}
