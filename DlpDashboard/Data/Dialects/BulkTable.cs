using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace DlpDashboard.Data.Dialects;

/// <summary>An entity's table as bulk writers need it: read from the model once per context type.</summary>
internal sealed class BulkTable
{
    private static readonly ConditionalWeakTable<IModel, Dictionary<Type, BulkTable>> Known = [];

    private BulkTable(IEntityType entity, ISqlGenerationHelper sql)
    {
        var table = StoreObjectIdentifier.Create(entity, StoreObjectType.Table)
            ?? throw new InvalidOperationException($"{entity.Name} has no table.");
        var key = entity.FindPrimaryKey()?.Properties ?? throw new InvalidOperationException($"{entity.Name} has no key.");
        Name = table.Name;
        Quoted = sql.DelimitIdentifier(table.Name, table.Schema);
        Columns = entity.GetProperties().Select(property => new BulkColumn(property, table, key.Contains(property), sql)).ToList();
        QuotedColumns = string.Join(", ", Columns.Select(column => column.Quoted));
        QuotedKeys = string.Join(", ", Columns.Where(column => column.IsKey).Select(column => column.Quoted));
    }

    public string Name { get; }

    public string Quoted { get; }

    public IReadOnlyList<BulkColumn> Columns { get; }

    public string QuotedColumns { get; }

    public string QuotedKeys { get; }

    public IEnumerable<BulkColumn> Others => Columns.Where(column => !column.IsKey);

    public static BulkTable Of<T>(DlpDbContext db)
        where T : class
    {
        var tables = Known.GetOrCreateValue(db.Model);
        lock (tables)
        {
            if (!tables.TryGetValue(typeof(T), out var table))
            {
                var entity = db.Model.FindEntityType(typeof(T)) ?? throw new InvalidOperationException($"{typeof(T).Name} is not in the model.");
                table = new BulkTable(entity, db.GetService<ISqlGenerationHelper>());
                tables.Add(typeof(T), table);
            }

            return table;
        }
    }
}
