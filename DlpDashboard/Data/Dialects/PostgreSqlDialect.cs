using System.Data;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace DlpDashboard.Data.Dialects;

/// <summary>PostgreSQL: COPY in binary, into the table or into a temporary one from which it is merged (INSERT … ON CONFLICT).</summary>
internal sealed class PostgreSqlDialect : IDatabaseDialect
{
    private const string Staging = "staged_rows";

    public async Task InsertAsync<T>(DlpDbContext db, IReadOnlyList<T> rows, CancellationToken cancellationToken)
        where T : class
    {
        if (rows.Count == 0)
        {
            return;
        }

        var table = BulkTable.Of<T>(db);
        await using var opened = await OpenAsync(db, cancellationToken);
        await CopyAsync(opened.Connection, table, table.Quoted, rows, cancellationToken);
    }

    public Task UpsertAsync<T>(DlpDbContext db, IReadOnlyList<T> rows, CancellationToken cancellationToken)
        where T : class =>
        MergeAsync(db, rows, column => $"{column.Quoted} = excluded.{column.Quoted}", cancellationToken);

    public Task AddAsync<T>(DlpDbContext db, IReadOnlyList<T> rows, CancellationToken cancellationToken)
        where T : class =>
        MergeAsync(db, rows, column => $"{column.Quoted} = there.{column.Quoted} + excluded.{column.Quoted}", cancellationToken);

    public async Task LockAsync(DlpDbContext db, string name, CancellationToken cancellationToken)
    {
        if (db.Database.CurrentTransaction is null)
        {
            throw new InvalidOperationException("A lock needs a transaction to end with.");
        }

        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended({name}, 0))", cancellationToken);
    }

    public bool IsUniqueViolation(Exception exception) =>
        (exception as PostgresException ?? exception.InnerException as PostgresException)?.SqlState == PostgresErrorCodes.UniqueViolation;

    private static async Task MergeAsync<T>(DlpDbContext db, IReadOnlyList<T> rows, Func<BulkColumn, string> assign, CancellationToken cancellationToken)
        where T : class
    {
        if (rows.Count == 0)
        {
            return;
        }

        var table = BulkTable.Of<T>(db);
        await using var opened = await OpenAsync(db, cancellationToken);

        // Dropped by hand and not at commit: it must also work where no transaction is open.
        await ExecuteAsync(opened.Connection, $"CREATE TEMPORARY TABLE {Staging} (LIKE {table.Quoted})", cancellationToken);
        await CopyAsync(opened.Connection, table, Staging, rows, cancellationToken);
        var update = string.Join(", ", table.Others.Select(assign));
        await ExecuteAsync(
            opened.Connection,
            $"""
            INSERT INTO {table.Quoted} AS there ({table.QuotedColumns})
            SELECT {table.QuotedColumns} FROM {Staging}
            ON CONFLICT ({table.QuotedKeys}) DO {(update.Length == 0 ? "NOTHING" : "UPDATE SET " + update)};
            DROP TABLE {Staging};
            """,
            cancellationToken);
    }

    private static async Task CopyAsync<T>(NpgsqlConnection connection, BulkTable table, string target, IReadOnlyList<T> rows, CancellationToken cancellationToken)
        where T : class
    {
        await using var import = await connection.BeginBinaryImportAsync($"COPY {target} ({table.QuotedColumns}) FROM STDIN (FORMAT BINARY)", cancellationToken);
        foreach (var row in rows)
        {
            await import.StartRowAsync(cancellationToken);
            foreach (var column in table.Columns)
            {
                var value = column.Read(row);
                await (value is null ? import.WriteNullAsync(cancellationToken) : import.WriteAsync(value, column.TypeName, cancellationToken));
            }
        }

        await import.CompleteAsync(cancellationToken);
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Names come from the model, quoted by EF; no value is in the text.
        command.CommandText = sql;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static async Task<OpenedConnection> OpenAsync(DlpDbContext db, CancellationToken cancellationToken)
    {
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        var wasClosed = connection.State == ConnectionState.Closed;
        if (wasClosed)
        {
            await db.Database.OpenConnectionAsync(cancellationToken);
        }

        return new OpenedConnection(db, connection, wasClosed);
    }

    private sealed class OpenedConnection(DlpDbContext db, NpgsqlConnection connection, bool closes) : IAsyncDisposable
    {
        public NpgsqlConnection Connection => connection;

        public ValueTask DisposeAsync() => closes ? new ValueTask(db.Database.CloseConnectionAsync()) : ValueTask.CompletedTask;
    }
}
