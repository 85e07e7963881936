using Microsoft.AspNetCore.Authorization;

namespace DlpDashboard.Access.Gate;

/// <summary>The signed-in person has this permission.</summary>
internal sealed record PermissionRequirement(string Permission) : IAuthorizationRequirement;
