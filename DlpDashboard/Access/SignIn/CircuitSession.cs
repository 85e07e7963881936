using System.Security.Claims;
using DlpDashboard.Data;
using DlpDashboard.Data.Accounts;
using DlpDashboard.Data.Dialects;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace DlpDashboard.Access.SignIn;

/// <summary>
/// A circuit lives for hours on the rights of its first moment. This asks the database again every <see cref="AccessOptions.RevalidateEvery"/> and signs
/// the circuit out when the account is gone, locked for good, has a new security stamp (password changed) or other permissions.
/// </summary>
internal sealed class CircuitSession(ILoggerFactory loggers, IServiceScopeFactory scopes, IOptions<AccessOptions> access)
    : RevalidatingServerAuthenticationStateProvider(loggers)
{
    protected override TimeSpan RevalidationInterval => access.Value.RevalidateEvery;

    protected override async Task<bool> ValidateAuthenticationStateAsync(AuthenticationState authenticationState, CancellationToken cancellationToken)
    {
        try
        {
            return await IsStillTrueAsync(authenticationState.User, cancellationToken);
        }
        catch (Exception away) when (IsAway(away))
        {
            // Without the database a page can read nothing either. Whoever is signed in stays so, and is asked for again the next time.
            return true;
        }
    }

    internal async Task<bool> IsStillTrueAsync(ClaimsPrincipal principal, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        var identity = scope.ServiceProvider.GetRequiredService<IOptions<IdentityOptions>>().Value.ClaimsIdentity;
        if (principal.ToActor() is not { } actor
            || await users.GetUserAsync(principal) is not { } account
            || account.OrganisationId != actor.OrganisationId
            || account.MustChangePassword != principal.OwesNewPassword()
            || principal.FindFirstValue(identity.SecurityStampClaimType) != await users.GetSecurityStampAsync(account))
        {
            return false;
        }

        if (account.MustChangePassword)
        {
            return true;
        }

        await using var db = await scope.ServiceProvider.GetRequiredService<IDbContextFactory<DlpDbContext>>().CreateDbContextAsync(cancellationToken);
        return actor.Permissions.SetEquals(await AccountPrincipalFactory.PermissionsOfAsync(db, account, cancellationToken));
    }

    private bool IsAway(Exception failure)
    {
        using var scope = scopes.CreateScope();
        return scope.ServiceProvider.GetService<IDatabaseDialect>()?.FaultOf(failure) == DatabaseFault.Passing;
    }
}
