using DlpDashboard.Access;
using DlpDashboard.Tests.Testing;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;

namespace DlpDashboard.Tests.House;

public sealed class RouteWallsTests(AppFixture app) : IClassFixture<AppFixture>
{
    /// <summary>Open to strangers, each for its reason: the way in, the ways to say what is wrong, the probes of whoever runs it.</summary>
    private static readonly string[] Open =
    [
        "/account/login", "/api/v1/auth/login", "/error", "/not-found", "/health", "/health/live", "/health/ready",
    ];

    /// <summary>For everybody who is signed in, because they concern only that person.</summary>
    private static readonly string[] Own =
    [
        "/account", "/account/password", "/account/logout", "/api/v1/me", "/api/v1/auth/logout", "/api/v1/auth/password",

        // Tells each person only what their permissions let them see; asked inside, as there are several.
        "/hubs/live", "/hubs/live/negotiate",

        // The design system's parts, with samples; Development only.
        "/ui",
    ];

    /// <summary>The framework's own and the documentation: a sign-in is asked by the fallback policy.</summary>
    private static readonly string[] Framework = ["/_blazor", "/_framework", "/openapi/", "/{**path:file}"];

    [Fact]
    public void Every_route_asks_a_permission_or_stands_on_a_short_list()
    {
        var routes = AppRoute.Of(app.Services);
        Assert.Contains(routes, route => route is { Pattern: "/api/v1/audit", Permissions: ["audit.read"] });
        Wall.Holds(routes.Where(route => !IsRight(route)).Select(route => $"{route} asks nothing, or is open and should not be"));
    }

    [Fact]
    public void The_short_lists_hold_nothing_that_is_gone()
    {
        var patterns = AppRoute.Of(app.Services).Select(route => route.Pattern).ToHashSet(StringComparer.Ordinal);
        Wall.Holds(Open.Concat(Own).Where(pattern => !patterns.Contains(pattern)));
    }

    [Fact]
    public void Every_asked_permission_exists()
    {
        var asked = AppRoute.Of(app.Services).SelectMany(route => route.Permissions).ToList();
        Assert.NotEmpty(asked);
        Wall.Holds(asked.Where(permission => !Permissions.All.Contains(permission)));
    }

    [Fact]
    public void Every_page_says_whom_it_is_for()
    {
        var pages = typeof(Program).Assembly.GetTypes().Where(type => type.IsDefined(typeof(RouteAttribute), false)).ToList();
        Assert.True(pages.Count >= 4);
        Wall.Holds(pages
            .Where(page => !page.IsDefined(typeof(RequirePermissionAttribute), true) && !page.IsDefined(typeof(RequireSignInAttribute), true) && !page.IsDefined(typeof(AllowAnonymousAttribute), true))
            .Select(page => page.FullName!));
    }

    private static bool IsRight(AppRoute route) =>
        route.IsOpen ? Open.Contains(route.Pattern)
        : route.IsForAllSignedIn ? Own.Contains(route.Pattern)
        : route.Permissions.Count > 0 || Array.Exists(Framework, prefix => route.Pattern.StartsWith(prefix, StringComparison.Ordinal));
}
