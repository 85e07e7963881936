using DlpDashboard.Data;
using Microsoft.EntityFrameworkCore;

namespace DlpDashboard.Access.SignIn;

/// <summary>Reads people's own accounts.</summary>
internal sealed class ProfileReader(IDbContextFactory<DlpDbContext> contexts)
{
    /// <summary>The actor's own account.</summary>
    public async Task<MeRow> MeAsync(Actor actor, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var account = await db.Users.AsNoTracking().SingleAsync(a => a.Id == actor.AccountId && a.OrganisationId == actor.OrganisationId, cancellationToken);
        var organisation = await db.Organisations.AsNoTracking().SingleAsync(o => o.Id == account.OrganisationId, cancellationToken);
        return new MeRow(
            account.Id,
            account.Email ?? "",
            account.DisplayName,
            new MeOrganisation(organisation.Id, organisation.Name),
            account.MustChangePassword ? [] : await AccountPrincipalFactory.PermissionsOfAsync(db, account, cancellationToken),
            account.MustChangePassword);
    }
}
