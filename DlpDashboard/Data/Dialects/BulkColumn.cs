using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace DlpDashboard.Data.Dialects;

/// <summary>A column as bulk writers need it.</summary>
internal sealed class BulkColumn
{
    private readonly IClrPropertyGetter getter;
    private readonly Func<object?, object?>? convert;

    public BulkColumn(IProperty property, StoreObjectIdentifier table, bool isKey, ISqlGenerationHelper sql)
    {
        var mapping = property.GetRelationalTypeMapping();
        getter = property.GetGetter();
        convert = mapping.Converter?.ConvertToProvider;
        IsKey = isKey;
        Name = property.GetColumnName(table) ?? property.Name;
        Quoted = sql.DelimitIdentifier(Name);
        TypeName = mapping.StoreTypeNameBase;
        var type = mapping.Converter?.ProviderClrType ?? property.ClrType;
        type = Nullable.GetUnderlyingType(type) ?? type;
        ClrType = type.IsEnum ? Enum.GetUnderlyingType(type) : type;
    }

    public string Name { get; }

    public string Quoted { get; }

    public bool IsKey { get; }

    /// <summary>The database's type without length, such as <c>character varying</c>.</summary>
    public string TypeName { get; }

    /// <summary>The type of <see cref="Read"/>'s values, never nullable.</summary>
    public Type ClrType { get; }

    /// <summary>The row's value as the database takes it; null for NULL.</summary>
    public object? Read(object row)
    {
        var value = getter.GetClrValue(row);
        return value is null || convert is null ? value : convert(value);
    }
}
