namespace DlpDashboard.Posture.Access;

/// <summary>Other accounts a policy lets in: named as principals, or by a condition where everybody is named.</summary>
internal static class CrossAccounts
{
    private static readonly HashSet<string> Naming = new(StringComparer.Ordinal) { "aws:principalaccount", "aws:principalarn", "aws:sourceaccount" };

    /// <summary>The accounts, in order; a reason is added for each statement that lets some in.</summary>
    public static IReadOnlyList<string> Of(IReadOnlyList<AccessStatement> statements, string own, List<AccessReason> reasons)
    {
        var all = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var statement in statements.Where(statement => statement is { IsDeny: false, IsUnderstood: true }))
        {
            var accounts = AccountsOf(statement).Where(account => account != own && !statements.Any(deny => Denies(deny, statement, account))).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
            if (accounts.Count > 0)
            {
                var place = statement.Place.ToString(System.Globalization.CultureInfo.InvariantCulture);
                reasons.Add(new AccessReason(place, $"S{statement.Name[1..]} lets in {(accounts.Count == 1 ? "the account" : "the accounts")} {string.Join(", ", accounts.Take(5))}{(accounts.Count > 5 ? " and more" : "")}."));
                all.UnionWith(accounts);
            }
        }

        return [.. all];
    }

    private static IEnumerable<string> AccountsOf(AccessStatement statement)
    {
        var byCondition = statement.Conditions.Where(condition => Naming.Contains(condition.Key) && PublicStatus.IsFixed(condition)).ToList();
        var named = statement.Principals is { IsOthers: false, Everyone: false }
            ? statement.Principals.Named.Where(principal => principal.Kind == "AWS").Select(principal => principal.Account)
            : byCondition.SelectMany(condition => condition.Values).Select(AwsNames.AccountOf);
        return named.OfType<string>().Where(account => byCondition.TrueForAll(condition => condition.Values.Any(value => AwsNames.AccountOf(value) == account)));
    }

    // Surely denied: whoever of the account asks, whatever of the statement is asked.
    private static bool Denies(AccessStatement deny, AccessStatement allow, string account) =>
        deny is { IsDeny: true, IsUnderstood: true }
        && deny.Principals.TakesAccount(account)
        && (deny.Principals.IsOthers || deny.Principals.Everyone || deny.Principals.Named.Any(principal => principal.Account == account && principal.IsWholeAccount))
        && deny.Conditions.All(condition => Holds(condition, account))
        && Covers(deny.Actions, allow.Actions) && Covers(deny.Resources, allow.Resources);

    private static bool Holds(AccessCondition condition, string account) => condition.Key switch
    {
        "aws:principalaccount" => condition.Holds([account]),
        "aws:principalarn" => condition.Operator.IsNegated && condition.Values.All(value => AwsNames.AccountOf(value) is { } other && other != account),
        _ => false,
    };

    private static bool Covers(PatternList deny, PatternList allow) => !deny.IsOthers && !allow.IsOthers && allow.Patterns.All(deny.Takes);
}
