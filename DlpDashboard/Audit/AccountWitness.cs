using DlpDashboard.Access;
using DlpDashboard.Access.SignIn;
using DlpDashboard.Data;
using Microsoft.EntityFrameworkCore;

namespace DlpDashboard.Audit;

/// <summary>Puts sign-ins, refused passwords and profile changes into the trail.</summary>
internal sealed class AccountWitness(IDbContextFactory<DlpDbContext> contexts, AuditTrail trail) : ISignInWitness
{
    public async Task SawAsync(Actor actor, string action, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        trail.Add(db, actor, action, new AuditSubject("account", actor.AccountId, actor.Name));
        await db.SaveChangesAsync(cancellationToken);
    }
}
