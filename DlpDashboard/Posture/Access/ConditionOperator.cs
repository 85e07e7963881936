namespace DlpDashboard.Posture.Access;

/// <summary>What a condition compares.</summary>
internal enum ComparisonKind
{
    /// <summary>Texts, exactly.</summary>
    String,

    /// <summary>Texts, upper and lower case being the same.</summary>
    StringIgnoreCase,

    /// <summary>Texts with wildcards.</summary>
    StringLike,

    /// <summary>Resource names, part by part with wildcards.</summary>
    Arn,

    /// <summary>True or false.</summary>
    Bool,

    /// <summary>Base64 texts.</summary>
    Binary,

    /// <summary>Address ranges (CIDR, RFC 4632).</summary>
    Ip,

    /// <summary>Numbers.</summary>
    Numeric,

    /// <summary>Points in time (ISO 8601 or seconds since 1970).</summary>
    Date,

    /// <summary>Whether the key is there at all.</summary>
    Null,
}

/// <summary>An operator of conditions, read from its name in any case.</summary>
/// <param name="Kind">What is compared.</param>
/// <param name="IsNegated">Whether the opposite must hold.</param>
/// <param name="Order">For numbers and dates: -1 less, 0 equal, 1 greater.</param>
/// <param name="OrEqual">For less and greater: whether equal is enough.</param>
/// <param name="IfExists">Whether a missing key is enough.</param>
/// <param name="ForAll">Whether each of the request's values must meet it, which none do too.</param>
/// <param name="ForAny">Whether one of the request's values is enough.</param>
internal sealed record ConditionOperator(ComparisonKind Kind, bool IsNegated, int Order, bool OrEqual, bool IfExists, bool ForAll, bool ForAny)
{
    private static readonly Dictionary<string, (ComparisonKind Kind, bool IsNegated, int Order, bool OrEqual)> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        ["StringEquals"] = (ComparisonKind.String, false, 0, false),
        ["StringNotEquals"] = (ComparisonKind.String, true, 0, false),
        ["StringEqualsIgnoreCase"] = (ComparisonKind.StringIgnoreCase, false, 0, false),
        ["StringNotEqualsIgnoreCase"] = (ComparisonKind.StringIgnoreCase, true, 0, false),
        ["StringLike"] = (ComparisonKind.StringLike, false, 0, false),
        ["StringNotLike"] = (ComparisonKind.StringLike, true, 0, false),
        ["ArnEquals"] = (ComparisonKind.Arn, false, 0, false),
        ["ArnLike"] = (ComparisonKind.Arn, false, 0, false),
        ["ArnNotEquals"] = (ComparisonKind.Arn, true, 0, false),
        ["ArnNotLike"] = (ComparisonKind.Arn, true, 0, false),
        ["Bool"] = (ComparisonKind.Bool, false, 0, false),
        ["BinaryEquals"] = (ComparisonKind.Binary, false, 0, false),
        ["IpAddress"] = (ComparisonKind.Ip, false, 0, false),
        ["NotIpAddress"] = (ComparisonKind.Ip, true, 0, false),
        ["NumericEquals"] = (ComparisonKind.Numeric, false, 0, false),
        ["NumericNotEquals"] = (ComparisonKind.Numeric, true, 0, false),
        ["NumericLessThan"] = (ComparisonKind.Numeric, false, -1, false),
        ["NumericLessThanEquals"] = (ComparisonKind.Numeric, false, -1, true),
        ["NumericGreaterThan"] = (ComparisonKind.Numeric, false, 1, false),
        ["NumericGreaterThanEquals"] = (ComparisonKind.Numeric, false, 1, true),
        ["DateEquals"] = (ComparisonKind.Date, false, 0, false),
        ["DateNotEquals"] = (ComparisonKind.Date, true, 0, false),
        ["DateLessThan"] = (ComparisonKind.Date, false, -1, false),
        ["DateLessThanEquals"] = (ComparisonKind.Date, false, -1, true),
        ["DateGreaterThan"] = (ComparisonKind.Date, false, 1, false),
        ["DateGreaterThanEquals"] = (ComparisonKind.Date, false, 1, true),
        ["Null"] = (ComparisonKind.Null, false, 0, false),
    };

    private const string All = "ForAllValues:";
    private const string Any = "ForAnyValue:";
    private const string Exists = "IfExists";

    /// <summary>Reads a name such as <c>ForAnyValue:StringLikeIfExists</c>; null where there is no such operator.</summary>
    public static ConditionOperator? Parse(string name)
    {
        var isAll = name.StartsWith(All, StringComparison.OrdinalIgnoreCase);
        var isAny = name.StartsWith(Any, StringComparison.OrdinalIgnoreCase);
        var rest = isAll ? name[All.Length..] : isAny ? name[Any.Length..] : name;
        var exists = rest.EndsWith(Exists, StringComparison.OrdinalIgnoreCase);
        rest = exists ? rest[..^Exists.Length] : rest;
        return Names.TryGetValue(rest, out var known) && !(exists && known.Kind == ComparisonKind.Null)
            ? new ConditionOperator(known.Kind, known.IsNegated, known.Order, known.OrEqual, exists, isAll, isAny)
            : null;
    }
}
