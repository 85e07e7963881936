namespace DlpDashboard.Access;

/// <summary>
/// Who asks: the first argument of every reader's and service's public method. Nothing is read or done without its organisation and a permission.
/// </summary>
/// <param name="OrganisationId">Whose data may be seen.</param>
/// <param name="AccountId">The person.</param>
/// <param name="Name">As shown in histories.</param>
/// <param name="Permissions">What the person may do.</param>
public sealed record Actor(Guid OrganisationId, Guid AccountId, string Name, IReadOnlySet<string> Permissions)
{
    /// <summary>Whether the person may do this.</summary>
    public bool May(string permission) => Permissions.Contains(permission) || Permissions.Contains(Access.Permissions.Everything);

    /// <summary>The second wall behind the page's or route's own check.</summary>
    /// <exception cref="PermissionDeniedException">The person may not.</exception>
    public void Demand(string permission)
    {
        if (!May(permission))
        {
            throw new PermissionDeniedException(permission);
        }
    }

    /// <summary>The person of an HTTP request: a route's handler takes the actor as a parameter. Null only where nobody signed in.</summary>
    public static ValueTask<Actor?> BindAsync(HttpContext context) => ValueTask.FromResult(context.User.ToActor());
}
