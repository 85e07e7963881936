using DlpDashboard.Data;
using Microsoft.EntityFrameworkCore;

namespace DlpDashboard.Access.SignIn;

/// <summary>What a person wants to see; their own affair, so that no permission is asked and no trail is kept.</summary>
internal sealed class PreferenceService(IDbContextFactory<DlpDbContext> contexts, TimeProvider time)
{
    /// <summary>Whether the person put the list of first steps away.</summary>
    public async Task<bool> AreFirstStepsHiddenAsync(Actor actor, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Users.AnyAsync(a => a.Id == actor.AccountId && a.OrganisationId == actor.OrganisationId && a.FirstStepsHiddenUtc != null, cancellationToken);
    }

    /// <summary>Puts the list of first steps away, or brings it back.</summary>
    public async Task HideFirstStepsAsync(Actor actor, bool hide, CancellationToken cancellationToken)
    {
        DateTime? hidden = hide ? time.GetUtcNow().UtcDateTime : null;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await db.Users.Where(a => a.Id == actor.AccountId && a.OrganisationId == actor.OrganisationId)
            .ExecuteUpdateAsync(set => set.SetProperty(a => a.FirstStepsHiddenUtc, hidden), cancellationToken);
    }
}
