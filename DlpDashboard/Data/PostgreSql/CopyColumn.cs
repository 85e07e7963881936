using System.Linq.Expressions;
using System.Reflection;
using System.Runtime.CompilerServices;
using DlpDashboard.Data.Dialects;
using Npgsql;

namespace DlpDashboard.Data.PostgreSql;

/// <summary>
/// Writes one column of a row to a binary COPY without boxing its value: the getter, the model's conversion and the typed write are compiled into one call.
/// </summary>
internal static class CopyColumn
{
    private static readonly ConditionalWeakTable<EntityColumn, Write> Known = [];

    private static readonly MethodInfo WriteTyped = typeof(NpgsqlBinaryImporter).GetMethods()
        .Single(method => method.Name == nameof(NpgsqlBinaryImporter.WriteAsync) && method.GetParameters() is [_, { ParameterType: var name }, _] && name == typeof(string));

    private static readonly MethodInfo WriteNull = typeof(NpgsqlBinaryImporter).GetMethod(nameof(NpgsqlBinaryImporter.WriteNullAsync))!;

    /// <summary>Writes the column of a row.</summary>
    public delegate Task Write(NpgsqlBinaryImporter writer, object row, CancellationToken cancellationToken);

    /// <summary>Compiled the first time a column is written.</summary>
    public static Write Of(EntityColumn column) => Known.GetValue(column, Compile);

    private static Write Compile(EntityColumn column)
    {
        var writer = Expression.Parameter(typeof(NpgsqlBinaryImporter));
        var row = Expression.Parameter(typeof(object));
        var cancellation = Expression.Parameter(typeof(CancellationToken));
        var value = Expression.Variable(column.Getter(row).Type);
        var type = Nullable.GetUnderlyingType(value.Type);
        var stored = column.Stored(type is null ? value : Expression.Property(value, "Value"));
        Expression write = Expression.Call(writer, WriteTyped.MakeGenericMethod(stored.Type), stored, Expression.Constant(BareType(column.StoreType)), cancellation);
        if (type is not null || !value.Type.IsValueType)
        {
            write = Expression.Condition(Expression.Equal(value, Expression.Constant(null, value.Type)), Expression.Call(writer, WriteNull, cancellation), write);
        }

        var body = Expression.Block([value], Expression.Assign(value, column.Getter(row)), write);
        return Expression.Lambda<Write>(body, writer, row, cancellation).Compile();
    }

    /// <summary>COPY takes the type without its length: <c>character varying(100)</c> is checked by the table.</summary>
    private static string BareType(string storeType) =>
        storeType.IndexOf('(', StringComparison.Ordinal) is var at and > 0 ? storeType[..at] + storeType[(storeType.IndexOf(')', StringComparison.Ordinal) + 1)..] : storeType;
}
