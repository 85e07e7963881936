namespace DlpDashboard.Access;

/// <summary>Who may call a route. Each route says one of these, or <c>AllowAnonymous</c> and stands on the short list of the walls' test.</summary>
public static class RouteAccess
{
    /// <summary>Only people with the permission; others get 403, strangers 401.</summary>
    public static TBuilder RequirePermission<TBuilder>(this TBuilder builder, string permission)
        where TBuilder : IEndpointConventionBuilder => builder.RequireAuthorization(new RequirePermissionAttribute(permission));

    /// <summary>Every signed-in person: for what concerns only that person.</summary>
    public static TBuilder RequireSignIn<TBuilder>(this TBuilder builder)
        where TBuilder : IEndpointConventionBuilder => builder.RequireAuthorization(new RequireSignInAttribute());
}
