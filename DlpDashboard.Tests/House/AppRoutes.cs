using DlpDashboard.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;

namespace DlpDashboard.Tests.House;

/// <summary>Every route of the running app, with whom it is for, read from the app itself: a new one is covered the day it appears.</summary>
internal sealed record AppRoute(string Method, string Pattern, string Path, bool IsPage, bool IsOpen, bool IsForAllSignedIn, IReadOnlyList<string> Permissions)
{
    private const string NoSuchId = "00000000-0000-7000-8000-000000000000";

    public static IReadOnlyList<AppRoute> Of(IServiceProvider services) =>
        services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is null)
            .SelectMany(endpoint => MethodsOf(endpoint).Select(method => Of(endpoint, method)))
            .ToList();

    public override string ToString() => $"{Method} {Pattern}";

    private static AppRoute Of(RouteEndpoint endpoint, string method)
    {
        var asked = endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>();
        return new AppRoute(
            method,
            "/" + (endpoint.RoutePattern.RawText ?? "").TrimStart('/'),
            PathOf(endpoint),
            endpoint.Metadata.GetMetadata<ComponentTypeMetadata>() is not null,
            endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null,
            asked.OfType<RequireSignInAttribute>().Any(),
            asked.OfType<RequirePermissionAttribute>().Select(demand => demand.Permission).Distinct().ToList());
    }

    /// <summary>A page takes both: its forms post to it.</summary>
    private static IEnumerable<string> MethodsOf(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<ComponentTypeMetadata>() is not null
            ? ["GET"]
            : endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods is { Count: > 0 } methods ? methods : ["GET"];

    private static string PathOf(RouteEndpoint endpoint) => "/" + string.Join('/', endpoint.RoutePattern.PathSegments.Select(segment =>
        string.Concat(segment.Parts.Select(part => part switch
        {
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart literal => literal.Content,
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternSeparatorPart separator => separator.Content,
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart { Name: "documentName" } => "v1",
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart => NoSuchId,
            _ => "",
        }))));
}
