using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace DlpDashboard.Data.Dialects;

/// <summary>How an entity stands in its table: read from the model once, used for every row.</summary>
internal sealed class EntityColumns
{
    private EntityColumns(IEntityType entity)
    {
        var name = entity.GetTableName() ?? throw new InvalidOperationException($"{entity.DisplayName()} has no table.");
        var table = StoreObjectIdentifier.Table(name, entity.GetSchema());
        Table = name;
        Schema = entity.GetSchema();
        All = entity.GetProperties()
            .Where(property => property.GetColumnName(table) is not null)
            .Select(property => new EntityColumn(property, property.GetColumnName(table)!))
            .ToList();
        PrimaryKey = entity.FindPrimaryKey()!.Properties.Select(property => All.Single(column => column.Property == property.Name)).ToList();
    }

    public string Table { get; }

    public string? Schema { get; }

    public IReadOnlyList<EntityColumn> All { get; }

    public IReadOnlyList<EntityColumn> PrimaryKey { get; }

    /// <summary>Columns that the app writes; identity columns are the database's.</summary>
    public IReadOnlyList<EntityColumn> Written => field ??= All.Where(column => !column.IsGenerated).ToList();

    /// <summary>Read from the model the first time; kept with the model, which lives as long as the app.</summary>
    public static EntityColumns Of<T>(DbContext db) =>
        db.Model.FindEntityType(typeof(T)) is { } entity
            ? entity.GetOrAddRuntimeAnnotationValue("Dlp:Columns", static found => new EntityColumns(found!), entity)
            : throw new InvalidOperationException($"{typeof(T).Name} is not in the model.");

    public IReadOnlyList<EntityColumn> Key(IReadOnlyList<string> properties) =>
        properties.Count == 0 ? PrimaryKey : properties.Select(name => All.Single(column => column.Property == name)).ToList();
}
