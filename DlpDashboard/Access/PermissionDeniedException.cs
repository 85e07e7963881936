namespace DlpDashboard.Access;

/// <summary>A permission is missing where a page or route should have stopped the person before; answered with 403.</summary>
/// <param name="permission">The missing one.</param>
public sealed class PermissionDeniedException(string permission) : Exception($"The permission {permission} is missing.")
{
    /// <summary>The missing one.</summary>
    public string Permission { get; } = permission;
}
