using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace DlpDashboard.Data.Dialects;

/// <summary>One mapped column: where its value comes from and how it is stored.</summary>
internal sealed class EntityColumn
{
    private readonly IClrPropertyGetter? _getter;
    private readonly PropertyInfo? _member;
    private readonly LambdaExpression? _conversion;
    private readonly Func<object?, object?>? _toProvider;

    public EntityColumn(IProperty property, string name)
    {
        Property = property.Name;
        Name = name;
        IsGenerated = property.ValueGenerated != ValueGenerated.Never && property.ClrType != typeof(Guid);
        _getter = property.IsShadowProperty() ? null : property.GetGetter();
        var mapping = property.GetRelationalTypeMapping();
        _member = property.PropertyInfo;
        StoreType = mapping.StoreType;
        _conversion = mapping.Converter?.ConvertToProviderExpression;
        _toProvider = mapping.Converter?.ConvertToProvider;
        var type = mapping.Converter?.ProviderClrType ?? property.ClrType;
        ProviderType = Nullable.GetUnderlyingType(type) ?? type;
    }

    private PropertyInfo Member => _member ?? throw new InvalidOperationException($"The shadow property {Property} cannot be written in bulk: give the entity a property.");

    /// <summary>The entity's property.</summary>
    public string Property { get; }

    /// <summary>The table's column.</summary>
    public string Name { get; }

    /// <summary>As the provider writes it in a table's definition: <c>uuid</c>, <c>nvarchar(100)</c>.</summary>
    public string StoreType { get; }

    /// <summary>The type after conversion, never nullable.</summary>
    public Type ProviderType { get; }

    /// <summary>Whether the database makes the value when a row is added.</summary>
    public bool IsGenerated { get; }

    /// <summary>The property of a row, as the entity types it.</summary>
    public Expression Getter(Expression row) => Expression.Property(Expression.Convert(row, Member.DeclaringType!), Member);

    /// <summary>What is stored for a value that is not null, as the provider types it: converted, and enums as their numbers.</summary>
    public Expression Stored(Expression value)
    {
        var stored = _conversion is null
            ? value
            : Expression.Invoke(_conversion, value.Type == _conversion.Parameters[0].Type ? value : Expression.Convert(value, _conversion.Parameters[0].Type));
        return stored.Type.IsEnum ? Expression.Convert(stored, Enum.GetUnderlyingType(stored.Type)) : stored;
    }

    /// <summary>The value as it is stored, or null.</summary>
    public object? ValueOf(object row)
    {
        if (_getter is null)
        {
            throw new InvalidOperationException($"The shadow property {Property} cannot be written in bulk: give the entity a property.");
        }

        var value = _getter.GetClrValue(row);
        if (value is null)
        {
            return null;
        }

        value = _toProvider is null ? value : _toProvider(value);
        return value is Enum ? Convert.ChangeType(value, Enum.GetUnderlyingType(value.GetType()), System.Globalization.CultureInfo.InvariantCulture) : value;
    }
}
