using DlpDashboard.Data;
using DlpDashboard.Data.Accounts;
using Microsoft.EntityFrameworkCore;

namespace DlpDashboard.Access.SignIn;

/// <summary>What a person may do now, for work that is done on their behalf while they are away.</summary>
internal sealed class AbsentActor(IDbContextFactory<DlpDbContext> contexts)
{
    /// <summary>The person with today's permissions, or null where the account is gone or moved to another organisation.</summary>
    public async Task<Actor?> FindAsync(Guid organisationId, Guid accountId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var account = await db.Set<Account>().AsNoTracking().SingleOrDefaultAsync(a => a.Id == accountId && a.OrganisationId == organisationId, cancellationToken);
        return account is null
            ? null
            : new Actor(organisationId, accountId, account.DisplayName, (await AccountPrincipalFactory.PermissionsOfAsync(db, account, cancellationToken)).ToHashSet(StringComparer.Ordinal));
    }
}
