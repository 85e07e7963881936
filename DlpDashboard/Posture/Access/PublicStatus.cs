namespace DlpDashboard.Posture.Access;

/// <summary>
/// Whether the provider itself calls a statement public (Amazon S3, "The meaning of public" of block public access): it allows everybody, some of what it allows reads, lists, writes
/// or deletes, and no condition keeps it to fixed principals, accounts, networks, organisations or resources. Denies do not matter to it.
/// </summary>
internal static class PublicStatus
{
    private static readonly string[] Telling = ["s3:GetObject", "s3:GetBucketLocation", "s3:ListBucket", "s3:AbortMultipartUpload", "s3:DeleteObject", "s3:PutObject", "s3:RestoreObject"];

    private static readonly string[] TellingStarts = ["s3:get", "s3:list", "s3:delete", "s3:put", "s3:abortmultipartupload", "s3:restoreobject"];

    private static readonly HashSet<string> Keeping = new(StringComparer.Ordinal)
    {
        "aws:sourcearn", "aws:sourcevpc", "aws:sourcevpce", "aws:sourceowner", "aws:sourceaccount", "aws:userid", "aws:principalorgid", "aws:principalorgpaths", "aws:principalaccount", "aws:principalarn",
        "aws:sourceorgid", "aws:sourceorgpaths", "s3:x-amz-server-side-encryption-aws-kms-key-id", "s3:dataaccesspointarn", "s3:dataaccesspointaccount",
    };

    /// <summary>Whether a statement makes the policy public.</summary>
    public static bool IsPublic(AccessStatement statement) =>
        !statement.IsDeny && statement.Principals.TakesAnonymous && GrantsSomething(statement.Actions) && !statement.Conditions.Any(IsFixed);

    /// <summary>Whether a condition keeps access to fixed values: a missing key must not be enough, and each value must stand for one.</summary>
    public static bool IsFixed(AccessCondition condition)
    {
        var comparison = condition.Operator;
        if (comparison.IsNegated || comparison.IfExists || comparison.ForAll || condition.Values.Count == 0)
        {
            return false;
        }

        if (condition.Key == "aws:sourceip")
        {
            return comparison.Kind == ComparisonKind.Ip && condition.Values.All(value => AddressRange.TryParse(value, out var range) && !range.IsBroad);
        }

        return Keeping.Contains(condition.Key)
            && comparison.Kind is ComparisonKind.String or ComparisonKind.StringIgnoreCase or ComparisonKind.StringLike or ComparisonKind.Arn
            && condition.Values.All(value => IsFixedValue(condition, value));
    }

    // Wildcards of operators that know none are plain characters. A resource name whose account, or an S3 bucket whose name, is given is fixed whatever follows; a role's id whatever its session.
    private static bool IsFixedValue(AccessCondition condition, string value)
    {
        if (condition.Operator.Kind is ComparisonKind.String or ComparisonKind.StringIgnoreCase || !Wildcard.IsOpen(value))
        {
            return !value.Contains("${", StringComparison.Ordinal) && value.Length > 0 && value != "*";
        }

        if (condition.Key == "aws:userid")
        {
            return value.Split(':', 2) is { Length: 2 } parts && !Wildcard.IsOpen(parts[0]);
        }

        return AwsNames.Split(value) is { } name && (AwsNames.IsAccount(name[4]) || (name[2] == "s3" && name[4].Length == 0 && !Wildcard.IsOpen(name[5].Split('/')[0])));
    }

    private static bool GrantsSomething(PatternList actions) =>
        actions.IsOthers
            ? Telling.Any(actions.Takes)
            : actions.Patterns.Any(pattern => Wildcard.IsOpen(pattern)
                ? Telling.Any(action => Wildcard.Matches(pattern, action, ignoresCase: true)) || Starts(pattern)
                : Starts(pattern));

    private static bool Starts(string pattern) => Array.Exists(TellingStarts, start => pattern.StartsWith(start, StringComparison.OrdinalIgnoreCase)) || pattern == "*";
}
