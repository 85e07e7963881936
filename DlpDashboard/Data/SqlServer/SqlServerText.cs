using DlpDashboard.Data.Dialects;

namespace DlpDashboard.Data.SqlServer;

/// <summary>The statements of bulk writing on SQL Server 2019.</summary>
internal static class SqlServerText
{
    public static string Name(string name) => $"[{name.Replace("]", "]]", StringComparison.Ordinal)}]";

    public static string Table(EntityColumns columns) =>
        columns.Schema is null ? Name(columns.Table) : $"{Name(columns.Schema)}.{Name(columns.Table)}";

    public static string Names(IEnumerable<EntityColumn> columns) => string.Join(", ", columns.Select(column => Name(column.Name)));

    /// <summary>A session table with the written columns; UNION ALL keeps an identity column's property from being copied.</summary>
    public static string MakeStage(string stage, EntityColumns columns) =>
        $"SELECT {Names(columns.Written)} INTO {stage} FROM {Table(columns)} WHERE 1 = 0 UNION ALL SELECT {Names(columns.Written)} FROM {Table(columns)} WHERE 1 = 0;";

    /// <summary>HOLDLOCK closes the gap between "is it there" and "add it", in which a second writer could add the same key.</summary>
    public static string Upsert<T>(string stage, EntityColumns columns, UpsertPlan<T> plan)
        where T : class
    {
        var key = columns.Key(plan.KeyProperties);
        var changes = columns.Written
            .Where(column => !key.Contains(column) && !(plan.KeyProperties.Count > 0 && columns.PrimaryKey.Contains(column)))
            .Select(column => Change(column, plan.ActionOf(column.Property)))
            .Where(change => change is not null)
            .ToList();
        var on = string.Join(" AND ", key.Select(column => $"t.{Name(column.Name)} = s.{Name(column.Name)}"));
        var values = string.Join(", ", columns.Written.Select(column => $"s.{Name(column.Name)}"));
        return $"MERGE {Table(columns)} WITH (HOLDLOCK) AS t USING {stage} AS s ON {on}"
            + (changes.Count == 0 ? "" : $" WHEN MATCHED THEN UPDATE SET {string.Join(", ", changes)}")
            + $" WHEN NOT MATCHED BY TARGET THEN INSERT ({Names(columns.Written)}) VALUES ({values});";
    }

    public static string LockRow(EntityColumns columns)
    {
        var where = string.Join(" AND ", columns.PrimaryKey.Select((column, i) => $"{Name(column.Name)} = {{{i}}}"));
        return $"SELECT * FROM {Table(columns)} WITH (UPDLOCK, ROWLOCK) WHERE {where}";
    }

    private static string? Change(EntityColumn column, UpsertAction action)
    {
        var name = Name(column.Name);
        return action switch
        {
            UpsertAction.Keep => null,
            UpsertAction.Add => $"{name} = COALESCE(t.{name}, 0) + COALESCE(s.{name}, 0)",
            UpsertAction.Greatest => $"{name} = CASE WHEN t.{name} >= s.{name} OR s.{name} IS NULL THEN t.{name} ELSE s.{name} END",
            UpsertAction.Least => $"{name} = CASE WHEN t.{name} <= s.{name} OR s.{name} IS NULL THEN t.{name} ELSE s.{name} END",
            _ => $"{name} = s.{name}",
        };
    }
}
