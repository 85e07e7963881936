using DlpDashboard.Data.Dialects;

namespace DlpDashboard.Data.PostgreSql;

/// <summary>The statements of bulk writing on PostgreSQL.</summary>
internal static class PostgreSqlText
{
    public static string Name(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    public static string Table(EntityColumns columns) =>
        columns.Schema is null ? Name(columns.Table) : $"{Name(columns.Schema)}.{Name(columns.Table)}";

    public static string Names(IEnumerable<EntityColumn> columns) => string.Join(", ", columns.Select(column => Name(column.Name)));

    public static string Copy(string table, IReadOnlyList<EntityColumn> columns) => $"COPY {table} ({Names(columns)}) FROM STDIN (FORMAT BINARY)";

    /// <summary>A table of the transaction with the written columns and no constraints, and memory to sort a batch of wide rows in instead of in files.</summary>
    public static string MakeStage(string stage, EntityColumns columns) =>
        $"SET LOCAL work_mem = '64MB'; CREATE TEMP TABLE {stage} ON COMMIT DROP AS SELECT {Names(columns.Written)} FROM {Table(columns)} WITH NO DATA";

    public static string Upsert<T>(string stage, EntityColumns columns, UpsertPlan<T> plan)
        where T : class
    {
        var key = columns.Key(plan.KeyProperties);
        var changes = columns.Written
            .Where(column => !key.Contains(column) && !(plan.KeyProperties.Count > 0 && columns.PrimaryKey.Contains(column)))
            .Select(column => Change(column, plan.ActionOf(column.Property)))
            .Where(change => change is not null)
            .ToList();
        var change = changes.Count == 0 ? "NOTHING" : $"UPDATE SET {string.Join(", ", changes)}";
        return $"INSERT INTO {Table(columns)} AS t ({Names(columns.Written)}) SELECT {Names(columns.Written)} FROM {stage} ORDER BY {Names(key)} "
            + $"ON CONFLICT ({Names(key)}) DO {change}";
    }

    public static string LockRow(EntityColumns columns)
    {
        var where = string.Join(" AND ", columns.PrimaryKey.Select((column, i) => $"{Name(column.Name)} = {{{i}}}"));
        return $"SELECT * FROM {Table(columns)} WHERE {where} FOR UPDATE";
    }

    private static string? Change(EntityColumn column, UpsertAction action)
    {
        var name = Name(column.Name);
        return action switch
        {
            UpsertAction.Keep => null,
            UpsertAction.Add => $"{name} = COALESCE(t.{name}, 0) + COALESCE(EXCLUDED.{name}, 0)",
            UpsertAction.Greatest => $"{name} = GREATEST(t.{name}, EXCLUDED.{name})",
            UpsertAction.Least => $"{name} = LEAST(t.{name}, EXCLUDED.{name})",
            _ => $"{name} = EXCLUDED.{name}",
        };
    }
}
