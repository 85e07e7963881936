using Microsoft.AspNetCore.Authorization;

namespace DlpDashboard.Access.Gate;

/// <summary>Answers <see cref="PermissionRequirement"/> from the principal's claims.</summary>
internal sealed class PermissionGate : AuthorizationHandler<PermissionRequirement>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, PermissionRequirement requirement)
    {
        if (context.User.ToActor()?.May(requirement.Permission) == true)
        {
            context.Succeed(requirement);
        }

        return Task.CompletedTask;
    }
}
