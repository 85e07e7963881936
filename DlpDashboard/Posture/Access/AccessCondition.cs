using System.Globalization;
using System.Net;

namespace DlpDashboard.Posture.Access;

/// <summary>One condition: an operator, a key in lower case and values, one of which must meet it.</summary>
/// <param name="Operator">How it is compared.</param>
/// <param name="Key">The key of the request's context.</param>
/// <param name="Values">What it is compared with.</param>
internal sealed record AccessCondition(ConditionOperator Operator, string Key, IReadOnlyList<string> Values)
{
    /// <summary>Whether it holds for a request.</summary>
    /// <param name="actual">The request's values of the key; null where it has none.</param>
    public bool Holds(IReadOnlyList<string>? actual)
    {
        if (Operator.Kind == ComparisonKind.Null)
        {
            return Values.Any(value => bool.TryParse(value, out var isMissing) && isMissing == actual is null);
        }

        if (actual is null)
        {
            // A missing key is unequal to everything; a set without members has none that fails.
            return Operator.IfExists || Operator.ForAll || (Operator.IsNegated && !Operator.ForAny);
        }

        return Operator.ForAny ? actual.Any(Meets) : actual.All(Meets);
    }

    private bool Meets(string actual) => Values.Any(value => Compare(value, actual)) != Operator.IsNegated;

    private bool Compare(string wanted, string actual) => Operator.Kind switch
    {
        ComparisonKind.String or ComparisonKind.Binary => string.Equals(wanted, actual, StringComparison.Ordinal),
        ComparisonKind.StringIgnoreCase or ComparisonKind.Bool => string.Equals(wanted, actual, StringComparison.OrdinalIgnoreCase),
        ComparisonKind.StringLike => Wildcard.Matches(wanted, actual),
        ComparisonKind.Arn => AwsNames.Matches(wanted, actual),
        ComparisonKind.Ip => AddressRange.TryParse(wanted, out var range) && IPAddress.TryParse(actual, out var address) && range.Contains(address),
        ComparisonKind.Numeric => Number(wanted) is { } limit && Number(actual) is { } number && IsOrdered(number.CompareTo(limit)),
        ComparisonKind.Date => PointInTime.Parse(wanted) is { } border && PointInTime.Parse(actual) is { } at && IsOrdered(at.CompareTo(border)),
        _ => false,
    };

    private bool IsOrdered(int comparison) => Math.Sign(comparison) == Operator.Order || (Operator.OrEqual && comparison == 0);

    private static decimal? Number(string text) => decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
}
