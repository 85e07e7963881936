using System.Data;
using DlpDashboard.Data.Dialects;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace DlpDashboard.Data.SqlServer;

/// <summary>What is said in SQL Server's own words: bulk copy, MERGE, application locks, UPDLOCK.</summary>
internal sealed class SqlServerDialect(DatabaseAddress address) : IDatabaseDialect
{
    internal const string TakeLock =
        "DECLARE @answer int; EXEC @answer = sp_getapplock @Resource = @name, @LockMode = N'Exclusive', @LockOwner = @owner, @LockTimeout = @wait; SELECT @answer;";

    private const string Stage = "[#dlp_stage]";
    private const int WaitForever = -1;
    private const int DoNotWait = 0;

    // From this severity on the server ends the connection.
    private const byte BrokenConnection = 20;

    // 2601 is a unique index, 2627 a unique constraint or primary key.
    private static readonly int[] UniqueErrors = [2601, 2627];

    // 1105 is a full file group, 9002 a full log, 1101 no new page.
    private static readonly int[] FullErrors = [1101, 1105, 9002];

    // -2 is a timeout, 1205 a deadlock, 1222 a lock timeout, 6005 a shutdown, 18401 an upgrade at start, the others broken or refused connections.
    private static readonly int[] PassingErrors = [-2, -1, 2, 53, 64, 121, 233, 258, 596, 1205, 1222, 4060, 6005, 10053, 10054, 10060, 10061, 18401];

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
            var options = SqlBulkCopyOptions.CheckConstraints | (db.Database.CurrentTransaction is null ? SqlBulkCopyOptions.UseInternalTransaction : SqlBulkCopyOptions.Default);
            await CopyAsync(db, SqlServerText.Table(columns), columns.Written, rows, options, cancellationToken);
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
            await ExecuteAsync(db, SqlServerText.MakeStage(Stage, columns), cancellationToken);
            await CopyAsync(db, Stage, columns.Written, round, SqlBulkCopyOptions.Default, cancellationToken);
            await ExecuteAsync(db, SqlServerText.Upsert(Stage, columns, plan), cancellationToken);
            await ExecuteAsync(db, $"DROP TABLE {Stage};", cancellationToken);
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
        var found = await db.Set<T>().FromSqlRaw(SqlServerText.LockRow(EntityColumns.Of<T>(db)), key).ToListAsync(cancellationToken);
#pragma warning restore EF1002
        return found.SingleOrDefault();
    }

    public async Task LockAsync(DlpDbContext db, string name, CancellationToken cancellationToken)
    {
        OpenTransaction.Demand(db);
        await using var command = new SqlCommand(TakeLock, Connection(db), Transaction(db)) { CommandTimeout = 0 };
        if (!await TakeAsync(command, name, "Transaction", WaitForever, cancellationToken))
        {
            throw new InvalidOperationException($"The lock {name} could not be had.");
        }
    }

    public async Task<IAsyncDisposable> HoldAsync(string name, CancellationToken cancellationToken) =>
        await HoldAsync(name, WaitForever, cancellationToken) ?? throw new InvalidOperationException($"The lock {name} could not be had.");

    public Task<IAsyncDisposable?> TryHoldAsync(string name, CancellationToken cancellationToken) => HoldAsync(name, DoNotWait, cancellationToken);

    public bool IsUniqueViolation(Exception failure)
    {
        for (var at = failure; at is not null; at = at.InnerException)
        {
            if (at is SqlException sql && UniqueErrors.Contains(sql.Number))
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
            if (at is SqlException sql)
            {
                return FullErrors.Contains(sql.Number) ? DatabaseFault.DiskFull
                    : sql.IsTransient || PassingErrors.Contains(sql.Number) || sql.Class >= BrokenConnection ? DatabaseFault.Passing
                    : DatabaseFault.None;
            }
        }

        return DatabaseFault.None;
    }

    private static SqlConnection Connection(DlpDbContext db) => (SqlConnection)db.Database.GetDbConnection();

    private static SqlTransaction? Transaction(DlpDbContext db) => (SqlTransaction?)db.Database.CurrentTransaction?.GetDbTransaction();

    private static async Task ExecuteAsync(DlpDbContext db, string text, CancellationToken cancellationToken)
    {
        await using var command = new SqlCommand(text, Connection(db), Transaction(db));
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static async Task CopyAsync<T>(
        DlpDbContext db, string table, IReadOnlyList<EntityColumn> columns, IReadOnlyList<T> rows, SqlBulkCopyOptions options, CancellationToken cancellationToken)
        where T : class
    {
        using var copy = new SqlBulkCopy(Connection(db), options, Transaction(db)) { DestinationTableName = table, EnableStreaming = true, BulkCopyTimeout = 0 };
        foreach (var column in columns)
        {
            copy.ColumnMappings.Add(column.Name, column.Name);
        }

        await using var reader = new EntityRowsReader<T>(columns, rows);
        await copy.WriteToServerAsync(reader, cancellationToken);
    }

    /// <summary>0 and 1 mean held, negative numbers not (sp_getapplock).</summary>
    private static async Task<bool> TakeAsync(SqlCommand command, string name, string owner, int wait, CancellationToken cancellationToken)
    {
        command.Parameters.Add("@name", SqlDbType.NVarChar, 255).Value = LockKey.Text(name);
        command.Parameters.Add("@owner", SqlDbType.VarChar, 32).Value = owner;
        command.Parameters.Add("@wait", SqlDbType.Int).Value = wait;
        return await command.ExecuteScalarAsync(cancellationToken) is >= 0;
    }

    private async Task<IAsyncDisposable?> HoldAsync(string name, int wait, CancellationToken cancellationToken)
    {
        // Outside the pool: a session's lock goes with its connection, and a pooled one would live on.
        var connection = new SqlConnection(new SqlConnectionStringBuilder(address.ConnectionString) { Pooling = false }.ConnectionString);
        try
        {
            await connection.OpenAsync(cancellationToken);
            await using var command = new SqlCommand(TakeLock, connection) { CommandTimeout = 0 };
            if (await TakeAsync(command, name, "Session", wait, cancellationToken))
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
