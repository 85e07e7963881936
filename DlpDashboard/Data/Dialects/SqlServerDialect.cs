using System.Data;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace DlpDashboard.Data.Dialects;

/// <summary>SQL Server: bulk copy into the table or into a temporary one from which it is merged (MERGE under a range lock).</summary>
internal sealed class SqlServerDialect : IDatabaseDialect
{
    /// <summary>Violation of a unique constraint, and of a unique index.</summary>
    private const int UniqueConstraint = 2627, UniqueIndex = 2601;
    private const string Staging = "#staged_rows";

    public async Task InsertAsync<T>(DlpDbContext db, IReadOnlyList<T> rows, CancellationToken cancellationToken)
        where T : class
    {
        if (rows.Count == 0)
        {
            return;
        }

        await db.Database.OpenConnectionAsync(cancellationToken);
        try
        {
            var table = BulkTable.Of<T>(db);
            await CopyAsync(db, table, table.Quoted, rows, cancellationToken);
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    public Task UpsertAsync<T>(DlpDbContext db, IReadOnlyList<T> rows, CancellationToken cancellationToken)
        where T : class =>
        MergeAsync(db, rows, column => $"there.{column.Quoted} = staged.{column.Quoted}", cancellationToken);

    public Task AddAsync<T>(DlpDbContext db, IReadOnlyList<T> rows, CancellationToken cancellationToken)
        where T : class =>
        MergeAsync(db, rows, column => $"there.{column.Quoted} = there.{column.Quoted} + staged.{column.Quoted}", cancellationToken);

    public async Task LockAsync(DlpDbContext db, string name, CancellationToken cancellationToken)
    {
        if (db.Database.CurrentTransaction is null)
        {
            throw new InvalidOperationException("A lock needs a transaction to end with.");
        }

        await db.Database.ExecuteSqlAsync(
            $"EXEC sp_getapplock @Resource = {name}, @LockMode = 'Exclusive', @LockOwner = 'Transaction', @LockTimeout = -1",
            cancellationToken);
    }

    public bool IsUniqueViolation(Exception exception) =>
        (exception as SqlException ?? exception.InnerException as SqlException)?.Number is UniqueConstraint or UniqueIndex;

    /// <summary>The statement that makes the empty temporary table.</summary>
    internal static string StageSql(BulkTable table) => $"SELECT TOP (0) {table.QuotedColumns} INTO {Staging} FROM {table.Quoted};";

    /// <summary>The statement that merges the temporary table into the real one and drops it.</summary>
    internal static string MergeSql(BulkTable table, Func<BulkColumn, string> assign)
    {
        var match = string.Join(" AND ", table.Columns.Where(column => column.IsKey).Select(column => $"there.{column.Quoted} = staged.{column.Quoted}"));
        var update = string.Join(", ", table.Others.Select(assign));
        var values = string.Join(", ", table.Columns.Select(column => "staged." + column.Quoted));
        return $"""
            MERGE INTO {table.Quoted} WITH (HOLDLOCK) AS there
            USING {Staging} AS staged ON {match}
            {(update.Length == 0 ? "" : "WHEN MATCHED THEN UPDATE SET " + update)}
            WHEN NOT MATCHED THEN INSERT ({table.QuotedColumns}) VALUES ({values});
            DROP TABLE {Staging};
            """;
    }

    private static async Task MergeAsync<T>(DlpDbContext db, IReadOnlyList<T> rows, Func<BulkColumn, string> assign, CancellationToken cancellationToken)
        where T : class
    {
        if (rows.Count == 0)
        {
            return;
        }

        var table = BulkTable.Of<T>(db);
        await db.Database.OpenConnectionAsync(cancellationToken);
        try
        {
#pragma warning disable EF1002 // Names come from the model, quoted by EF; no value is in the text.
            await db.Database.ExecuteSqlRawAsync(StageSql(table), cancellationToken);
            await CopyAsync(db, table, Staging, rows, cancellationToken);
            await db.Database.ExecuteSqlRawAsync(MergeSql(table, assign), cancellationToken);
#pragma warning restore EF1002
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    private static async Task CopyAsync<T>(DlpDbContext db, BulkTable table, string target, IReadOnlyList<T> rows, CancellationToken cancellationToken)
        where T : class
    {
        using var copy = new SqlBulkCopy(
            (SqlConnection)db.Database.GetDbConnection(),
            SqlBulkCopyOptions.CheckConstraints | SqlBulkCopyOptions.KeepNulls,
            (SqlTransaction?)db.Database.CurrentTransaction?.GetDbTransaction());
        copy.DestinationTableName = target;
        copy.EnableStreaming = true;
        foreach (var column in table.Columns)
        {
            copy.ColumnMappings.Add(column.Name, column.Name);
        }

        using var data = ToTable(table, rows);
        await copy.WriteToServerAsync(data, cancellationToken);
    }

    private static DataTable ToTable<T>(BulkTable table, IReadOnlyList<T> rows)
        where T : class
    {
        var data = new DataTable { Locale = System.Globalization.CultureInfo.InvariantCulture };
        foreach (var column in table.Columns)
        {
            data.Columns.Add(column.Name, column.ClrType);
        }

        foreach (var row in rows)
        {
            data.Rows.Add(table.Columns.Select(column => column.Read(row) ?? DBNull.Value).ToArray());
        }

        return data;
    }
}
