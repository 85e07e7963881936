using DlpDashboard.Data;
using DlpDashboard.Data.PostgreSql;
using DlpDashboard.Data.SqlServer;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;

namespace DlpDashboard.Tests.Data;

/// <summary>The two databases hold the same model.</summary>
public sealed class ModelTests
{
    [Fact]
    public void Tables_columns_keys_indexes_and_foreign_keys_are_the_same_on_both_databases()
    {
        using var postgres = new PostgreSqlDesignTimeFactory().CreateDbContext([]);
        using var sqlServer = new SqlServerDesignTimeFactory().CreateDbContext([]);
        var there = Lines(sqlServer);
        var here = Lines(postgres);
        Assert.NotEmpty(here);
        Assert.Empty(here.Except(there).Select(line => "only on PostgreSQL: " + line));
        Assert.Empty(there.Except(here).Select(line => "only on SQL Server: " + line));
    }

    [Fact]
    public void Texts_in_keys_and_indexes_have_a_length()
    {
        using var db = new PostgreSqlDesignTimeFactory().CreateDbContext([]);
        var endless = db.Model.GetEntityTypes()
            .SelectMany(entity => entity.GetKeys().SelectMany(key => key.Properties).Concat(entity.GetIndexes().SelectMany(index => index.Properties)))
            .Where(property => (property.GetTypeMapping().Converter?.ProviderClrType ?? property.ClrType) == typeof(string) && property.GetMaxLength() is null)
            .Select(property => $"{property.DeclaringType.DisplayName()}.{property.Name}");
        Assert.Empty(endless.Distinct());
    }

    private static List<string> Lines(DlpDbContext db) =>
        db.GetService<IDesignTimeModel>().Model.GetRelationalModel().Tables.SelectMany(Lines).ToList();

    private static IEnumerable<string> Lines(ITable table) =>
        table.Columns.Select(column => $"{table.Name}.{column.Name} {Meaning(column)} {(column.IsNullable ? "null" : "not null")}")
            .Append($"{table.Name} key {Names(table.PrimaryKey!.Columns)}")
            .Concat(table.UniqueConstraints.Select(key => $"{table.Name} unique {Names(key.Columns)}"))
            .Concat(table.Indexes.Select(index => $"{table.Name} index {index.Name} {Names(index.Columns)} {(index.IsUnique ? "unique" : "")} {string.Join(',', index.IsDescending ?? [])}"))
            .Concat(table.ForeignKeyConstraints.Select(key => $"{table.Name} {Names(key.Columns)} → {key.PrincipalTable.Name} {Names(key.PrincipalColumns)} {key.OnDeleteAction}"));

    private static string Names(IEnumerable<IColumn> columns) => string.Join(", ", columns.Select(column => column.Name));

    /// <summary>What a column holds, apart from how a database calls it: the value's type, its length and precision.</summary>
    private static string Meaning(IColumn column)
    {
        var property = column.PropertyMappings[0].Property;
        var type = property.GetTypeMapping().Converter?.ProviderClrType ?? property.ClrType;
        return $"{(Nullable.GetUnderlyingType(type) ?? type).Name} {property.GetMaxLength()} {property.GetPrecision()} {property.GetScale()} {property.ValueGenerated}";
    }
}
