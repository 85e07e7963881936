using System.Linq.Expressions;
using System.Reflection;

namespace DlpDashboard.Data.Dialects;

/// <summary>
/// What an upsert does with a row that exists already. Columns that are not named are set to the new value.
/// <code>UpsertPlan.For&lt;Rollup&gt;().Add(r => r.Count).Keep(r => r.FirstSeenUtc).Greatest(r => r.LastSeenUtc)</code>
/// </summary>
/// <typeparam name="T">The mapped entity.</typeparam>
public sealed class UpsertPlan<T>
    where T : class
{
    private readonly Dictionary<string, UpsertAction> _actions = new(StringComparer.Ordinal);
    private UpsertAction _others = UpsertAction.Set;

    /// <summary>Every column but the key is a number and is added up.</summary>
    internal static UpsertPlan<T> AddAll { get; } = new() { _others = UpsertAction.Add };

    /// <summary>The properties that decide whether a row exists: a unique index; empty is the primary key.</summary>
    public IReadOnlyList<string> KeyProperties { get; private set; } = [];

    /// <summary>What happens to one property.</summary>
    public UpsertAction ActionOf(string property) => _actions.GetValueOrDefault(property, _others);

    /// <summary>Finds existing rows by another unique key than the primary one. The primary key of an existing row then stays.</summary>
    public UpsertPlan<T> By(params Expression<Func<T, object?>>[] properties)
    {
        KeyProperties = properties.Select(NameOf).ToList();
        return this;
    }

    /// <summary>The existing value stays.</summary>
    public UpsertPlan<T> Keep(params Expression<Func<T, object?>>[] properties) => With(UpsertAction.Keep, properties);

    /// <summary>The new value is added to the existing one: counters and roll-ups.</summary>
    public UpsertPlan<T> Add(params Expression<Func<T, object?>>[] properties) => With(UpsertAction.Add, properties);

    /// <summary>The greater of both stays.</summary>
    public UpsertPlan<T> Greatest(params Expression<Func<T, object?>>[] properties) => With(UpsertAction.Greatest, properties);

    /// <summary>The lesser of both stays.</summary>
    public UpsertPlan<T> Least(params Expression<Func<T, object?>>[] properties) => With(UpsertAction.Least, properties);

    private UpsertPlan<T> With(UpsertAction action, Expression<Func<T, object?>>[] properties)
    {
        foreach (var property in properties)
        {
            _actions[NameOf(property)] = action;
        }

        return this;
    }

    private static string NameOf(Expression<Func<T, object?>> property)
    {
        var body = property.Body is UnaryExpression { NodeType: ExpressionType.Convert } boxed ? boxed.Operand : property.Body;
        return body is MemberExpression { Member: PropertyInfo member }
            ? member.Name
            : throw new ArgumentException("An upsert names properties, such as row => row.Count.", nameof(property));
    }
}

/// <summary>Begins a plan.</summary>
public static class UpsertPlan
{
    /// <summary>A plan that sets every column but the key.</summary>
    public static UpsertPlan<T> For<T>()
        where T : class => new();
}
