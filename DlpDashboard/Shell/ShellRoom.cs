using DlpDashboard.Shell.Circuits;
using DlpDashboard.Shell.Layout;
using DlpDashboard.UI;
using DlpDashboard.UI.Feedback;
using DlpDashboard.UI.Navigation;
using DlpDashboard.UI.Time;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Hosting.StaticWebAssets;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Radzen;

namespace DlpDashboard.Shell;

/// <summary>The frame around all rooms: document, layouts, navigation, palette, errors, security headers.</summary>
public static class ShellRoom
{
    private static readonly string[] NotPages = ["/api", "/health", "/openapi", "/hubs", "/metrics", "/_blazor", "/_framework", "/docs"];

    /// <summary>Registers the frame and the design system's services.</summary>
    public static IServiceCollection AddShell(this IServiceCollection services)
    {
        services.AddRazorComponents().AddInteractiveServerComponents().AddHubOptions(hub => hub.AddFilter<WindowGate>());
        services.AddWindowLimits();
        services.AddCascadingAuthenticationState();
        services.AddRadzenComponents();
        services.TryAddSingleton(TimeProvider.System);
        services.AddScoped<Browser>();
        services.AddScoped<PersonClock>();
        services.AddScoped<ToastFeed>();
        services.AddScoped<QueryState>();
        services.AddScoped<NavigationReader>();
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, PageRefusal>();
        return services;
    }

    /// <summary>Security headers and the not-found page; after the edge that ends exceptions, before routing.</summary>
    public static IApplicationBuilder UseShell(this WebApplication app)
    {
        // Outside Development a build's own folder has the assets' manifest too; a published app has none and needs none.
        StaticWebAssetsLoader.UseStaticWebAssets(app.Environment, app.Configuration);
        if (!app.Environment.IsDevelopment())
        {
            // Serves the compressed files of the build instead of watching the sources.
            app.Configuration["ReloadStaticAssetsAtRuntime"] = "false";
        }

        app.UseMiddleware<ContentSecurityMiddleware>();
        app.UseWhen(IsPage, pages => pages.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true));
        return app;
    }

    /// <summary>Maps the assets and all rooms' pages.</summary>
    public static void MapShell(this WebApplication app)
    {
        app.MapStaticAssets().AllowAnonymous();
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode(options => options.ContentSecurityFrameAncestorsPolicy = null);
    }

    private static bool IsPage(HttpContext context) =>
        HttpMethods.IsGet(context.Request.Method) && !NotPages.Any(prefix => context.Request.Path.StartsWithSegments(prefix, StringComparison.OrdinalIgnoreCase))
        && !Path.HasExtension(context.Request.Path.Value);
}
