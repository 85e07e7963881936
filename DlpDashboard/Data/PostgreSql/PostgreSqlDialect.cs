using DlpDashboard.Data.Dialects;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace DlpDashboard.Data.PostgreSql;

/// <summary>What is said in PostgreSQL's own words: COPY, ON CONFLICT, advisory locks, FOR UPDATE.</summary>
internal sealed class PostgreSqlDialect(DatabaseAddress address) : IDatabaseDialect
{
    private const string Stage = "\"dlp_stage\"";

    public async Task InsertAsync<T>(DlpDbContext db, IReadOnlyList<T> rows, CancellationToken cancellationToken)
        where T : class
    {
        if (rows.Count == 0)
        {
            return;
        }

        var columns = EntityColumns.Of<T>(db);
        await db.Database.OpenConnectionAsync(cancellationToken);
        try
        {
            await CopyAsync(Connection(db), PostgreSqlText.Table(columns), columns.Written, rows, cancellationToken);
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    public async Task UpsertAsync<T>(DlpDbContext db, IReadOnlyList<T> rows, UpsertPlan<T>? plan, CancellationToken cancellationToken)
        where T : class
    {
        if (rows.Count == 0)
        {
            return;
        }

        plan ??= new UpsertPlan<T>();
        var columns = EntityColumns.Of<T>(db);
        await using var own = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(cancellationToken) : null;
        foreach (var round in KeyRounds.Of(rows, columns.Key(plan.KeyProperties)))
        {
            await UpsertRoundAsync(db, round, columns, plan, cancellationToken);
        }

        if (own is not null)
        {
            await own.CommitAsync(cancellationToken);
        }
    }

    public async Task<T?> LockRowAsync<T>(DlpDbContext db, object[] key, CancellationToken cancellationToken)
        where T : class
    {
        OpenTransaction.Demand(db);
#pragma warning disable EF1002 // Names come from the model and are quoted; the key is parameters.
        var found = await db.Set<T>().FromSqlRaw(PostgreSqlText.LockRow(EntityColumns.Of<T>(db)), key).ToListAsync(cancellationToken);
#pragma warning restore EF1002
        return found.SingleOrDefault();
    }

    public Task LockAsync(DlpDbContext db, string name, CancellationToken cancellationToken)
    {
        OpenTransaction.Demand(db);
        return db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({LockKey.Number(name)})", cancellationToken);
    }

    public async Task<IAsyncDisposable> HoldAsync(string name, CancellationToken cancellationToken) =>
        (await TakeAsync("SELECT pg_advisory_lock($1)", name, cancellationToken))!;

    public Task<IAsyncDisposable?> TryHoldAsync(string name, CancellationToken cancellationToken) =>
        TakeAsync("SELECT pg_try_advisory_lock($1)", name, cancellationToken);

    public bool IsUniqueViolation(Exception failure)
    {
        for (var at = failure; at is not null; at = at.InnerException)
        {
            if (at is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
            {
                return true;
            }
        }

        return false;
    }

    public DatabaseFault FaultOf(Exception failure)
    {
        for (var at = failure; at is not null; at = at.InnerException)
        {
            if (at is PostgresException told)
            {
                return told.SqlState switch
                {
                    PostgresErrorCodes.DiskFull => DatabaseFault.DiskFull,
                    PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown => DatabaseFault.Passing,
                    _ => told.IsTransient ? DatabaseFault.Passing : DatabaseFault.None,
                };
            }

            if (at is NpgsqlException { IsTransient: true })
            {
                return DatabaseFault.Passing;
            }
        }

        return DatabaseFault.None;
    }

    private static NpgsqlConnection Connection(DlpDbContext db) => (NpgsqlConnection)db.Database.GetDbConnection();

    private static async Task UpsertRoundAsync<T>(DlpDbContext db, IReadOnlyList<T> rows, EntityColumns columns, UpsertPlan<T> plan, CancellationToken cancellationToken)
        where T : class
    {
        var connection = Connection(db);
        await ExecuteAsync(db, PostgreSqlText.MakeStage(Stage, columns), cancellationToken);
        await CopyAsync(connection, Stage, columns.Written, rows, cancellationToken);
        await ExecuteAsync(db, $"{PostgreSqlText.Upsert(Stage, columns, plan)}; DROP TABLE {Stage}", cancellationToken);
    }

    private static async Task ExecuteAsync(DlpDbContext db, string text, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(text, Connection(db), (NpgsqlTransaction?)db.Database.CurrentTransaction?.GetDbTransaction());
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static async Task CopyAsync<T>(NpgsqlConnection connection, string table, IReadOnlyList<EntityColumn> columns, IReadOnlyList<T> rows, CancellationToken cancellationToken)
        where T : class
    {
        var writes = columns.Select(CopyColumn.Of).ToArray();
        await using var writer = await connection.BeginBinaryImportAsync(PostgreSqlText.Copy(table, columns), cancellationToken);
        foreach (var row in rows)
        {
            await writer.StartRowAsync(cancellationToken);
            foreach (var write in writes)
            {
                await write(writer, row, cancellationToken);
            }
        }

        await writer.CompleteAsync(cancellationToken);
    }

    private async Task<IAsyncDisposable?> TakeAsync(string text, string name, CancellationToken cancellationToken)
    {
        // Outside the pool: a lock waits as long as it must, and closing the connection is what lets it go.
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(address.ConnectionString) { Pooling = false, CommandTimeout = 0 }.ConnectionString);
        try
        {
            await connection.OpenAsync(cancellationToken);
            await using var command = new NpgsqlCommand(text, connection) { Parameters = { new NpgsqlParameter<long> { TypedValue = LockKey.Number(name) } } };
            if (await command.ExecuteScalarAsync(cancellationToken) is not false)
            {
                return connection;
            }
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }

        await connection.DisposeAsync();
        return null;
    }
}
