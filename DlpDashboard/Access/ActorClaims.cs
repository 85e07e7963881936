using System.Security.Claims;

namespace DlpDashboard.Access;

/// <summary>How an actor travels in a signed-in principal, and so in the session's cookie.</summary>
public static class ActorClaims
{
    /// <summary>The organisation's id.</summary>
    public const string Organisation = "organisation";

    /// <summary>The display name.</summary>
    public const string DisplayName = "display-name";

    /// <summary>One permission; repeated.</summary>
    public const string Permission = "permission";

    /// <summary>Present while the password must be changed; such a principal has no permissions.</summary>
    public const string MustChangePassword = "must-change-password";

    /// <summary>The actor, or null where nobody signed in.</summary>
    public static Actor? ToActor(this ClaimsPrincipal principal) =>
        principal.Identity?.IsAuthenticated == true
        && Guid.TryParse(principal.FindFirstValue(ClaimTypes.NameIdentifier), out var account)
        && Guid.TryParse(principal.FindFirstValue(Organisation), out var organisation)
            ? new Actor(
                organisation,
                account,
                principal.FindFirstValue(DisplayName) ?? "",
                principal.FindAll(Permission).Select(claim => claim.Value).ToHashSet(StringComparer.Ordinal))
            : null;

    /// <summary>Whether the person may do nothing but choose a new password.</summary>
    public static bool OwesNewPassword(this ClaimsPrincipal principal) => principal.HasClaim(claim => claim.Type == MustChangePassword);
}
