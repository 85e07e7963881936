using Microsoft.AspNetCore.Authorization;

namespace DlpDashboard.Access;

/// <summary>A page or route about the signed-in person alone, such as the profile: no permission is needed.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class RequireSignInAttribute : AuthorizeAttribute;
