using System.Security.Claims;
using DlpDashboard.Data;
using DlpDashboard.Data.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace DlpDashboard.Access.SignIn;

/// <summary>
/// Puts organisation, name and permissions into the principal. It is made anew whenever a session is validated, so a changed role reaches
/// open sessions within <see cref="AccessOptions.RevalidateEvery"/>.
/// </summary>
internal sealed class AccountPrincipalFactory(
    UserManager<Account> users,
    IOptions<IdentityOptions> options,
    IDbContextFactory<DlpDbContext> contexts) : UserClaimsPrincipalFactory<Account>(users, options)
{
    /// <summary>What the account's roles allow, each once, in order.</summary>
    public static async Task<IReadOnlyList<string>> PermissionsOfAsync(DlpDbContext db, Account account, CancellationToken cancellationToken)
    {
        // The role's organisation is compared too: an assignment across organisations gives nothing.
        var sets = await db.RoleAssignments.AsNoTracking()
            .Where(assignment => assignment.AccountId == account.Id && assignment.OrganisationId == account.OrganisationId)
            .Join(db.Roles.Where(role => role.OrganisationId == account.OrganisationId), assignment => assignment.RoleId, role => role.Id, (_, role) => role.Permissions)
            .ToListAsync(cancellationToken);
        return sets.SelectMany(set => set).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
    }

    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(Account user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        identity.AddClaim(new Claim(ActorClaims.Organisation, user.OrganisationId.ToString()));
        identity.AddClaim(new Claim(ActorClaims.DisplayName, user.DisplayName));
        if (user.MustChangePassword)
        {
            identity.AddClaim(new Claim(ActorClaims.MustChangePassword, "true"));
            return identity;
        }

        await using var db = await contexts.CreateDbContextAsync();
        foreach (var permission in await PermissionsOfAsync(db, user, CancellationToken.None))
        {
            identity.AddClaim(new Claim(ActorClaims.Permission, permission));
        }

        return identity;
    }
}
