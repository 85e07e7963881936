using System.Data.Common;
using DlpDashboard.Data.Dialects;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Storage;

namespace DlpDashboard.Data;

/// <summary>Brings the tables up to date at start. Several apps may start at once on one database: one migrates, the others wait.</summary>
internal sealed class SchemaMigration(IDbContextFactory<DlpDbContext> contexts, IDatabaseDialect dialect, ILogger<SchemaMigration> logger)
{
    private const string LockName = "schema-migration";

    /// <exception cref="StartRefusedException">The database is newer than this app.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await MakeDatabaseAsync(db, cancellationToken);
        await using var held = await dialect.HoldAsync(LockName, cancellationToken);
        var history = db.GetService<IHistoryRepository>();
        var applied = await history.ExistsAsync(cancellationToken)
            ? (await history.GetAppliedMigrationsAsync(cancellationToken)).Select(row => row.MigrationId).ToList()
            : [];
        var known = db.Database.GetMigrations().ToHashSet();
        var foreign = applied.Where(id => !known.Contains(id)).ToList();
        if (foreign.Count > 0)
        {
            throw new StartRefusedException(
                $"The database was changed by a newer version of DlpDashboard than this one ({foreign[^1]} is unknown here). Start that version or a later one, or restore the backup taken before it.");
        }

        var waiting = known.Except(applied).Order(StringComparer.Ordinal).ToList();
        if (waiting.Count > 0)
        {
            logger.LogInformation("Bringing the tables up to date: {Migrations}", waiting);
            await db.Database.MigrateAsync(cancellationToken);
        }
    }

    private static async Task MakeDatabaseAsync(DlpDbContext db, CancellationToken cancellationToken)
    {
        var creator = db.GetService<IRelationalDatabaseCreator>();
        try
        {
            if (!await creator.ExistsAsync(cancellationToken))
            {
                await creator.CreateAsync(cancellationToken);
            }
        }
        catch (Exception cause) when (IsOfDatabase(cause))
        {
            // Another app may have been faster in making it.
            if (!await AnswersAsync(creator, cancellationToken))
            {
                throw new StartRefusedException(
                    "The database does not answer, refuses the sign-in, or does not exist and may not be made by this account. Check the server and DLP__Database__ConnectionString.", cause);
            }
        }
    }

    private static async Task<bool> AnswersAsync(IRelationalDatabaseCreator creator, CancellationToken cancellationToken)
    {
        try
        {
            return await creator.ExistsAsync(cancellationToken);
        }
        catch (Exception cause) when (IsOfDatabase(cause))
        {
            return false;
        }
    }

    /// <summary>EF wraps what it takes for transient.</summary>
    private static bool IsOfDatabase(Exception cause) => cause is DbException or InvalidOperationException { InnerException: DbException } or TimeoutException;
}
