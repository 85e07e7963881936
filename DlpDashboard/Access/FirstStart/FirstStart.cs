using DlpDashboard.Data;
using DlpDashboard.Data.Dialects;
using Microsoft.EntityFrameworkCore;

namespace DlpDashboard.Access.FirstStart;

/// <summary>Makes the first organisation, its two roles and its first administrator where the database has no account yet.</summary>
internal sealed class FirstStart(IDbContextFactory<DlpDbContext> contexts, IDatabaseDialect dialect, FirstOrganisation first, ILogger<FirstStart> log)
{
    /// <summary>Does it once, however many nodes start at the same time.</summary>
    /// <returns>What to print; null where nothing was to be done.</returns>
    public async Task<FirstAdministrator?> RunAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await db.Users.AnyAsync(cancellationToken))
        {
            return null;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await dialect.LockAsync(db, "first-start", cancellationToken);
        if (await db.Users.AnyAsync(cancellationToken))
        {
            return null;
        }

        var made = first.Add(db);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        log.LogInformation("The first organisation and its administrator were made");
        return made;
    }
}
