using Microsoft.AspNetCore.Authorization;

namespace DlpDashboard.Access;

/// <summary>A page or route for people with a permission: <c>@attribute [RequirePermission(Permissions.ScansRead)]</c>.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method, AllowMultiple = true)]
public sealed class RequirePermissionAttribute : AuthorizeAttribute
{
    internal const string PolicyPrefix = "permission:";

    /// <summary>Asks for one permission of <see cref="Permissions"/>.</summary>
    public RequirePermissionAttribute(string permission)
    {
        Permission = permission;
        Policy = PolicyPrefix + permission;
    }

    /// <summary>The permission.</summary>
    public string Permission { get; }
}
