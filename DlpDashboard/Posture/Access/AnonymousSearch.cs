namespace DlpDashboard.Posture.Access;

/// <summary>
/// Looks for an unsigned request that a policy lets through: all that such a requester may choose is tried in every combination that some condition can tell apart.
/// An explicit deny wins over any allow (policy evaluation logic of AWS IAM).
/// </summary>
internal sealed class AnonymousSearch(IReadOnlyList<AccessStatement> statements, string account, DateTimeOffset now)
{
    private const int MostCombinations = 20_000;

    private readonly List<AccessStatement> _understood = [.. statements.Where(statement => statement.IsUnderstood && statement.Principals.TakesAnonymous)];

    /// <summary>Whether there were more combinations than are tried, so that a request may have been missed.</summary>
    public bool WasCut { get; private set; }

    /// <summary>The allowing statement that lets some request of this action on some of these resources through; null where none does.</summary>
    public AccessStatement? Find(string action, IReadOnlyList<string> resources)
    {
        foreach (var resource in resources)
        {
            var relevant = _understood.Where(statement => statement.Actions.Takes(action) && statement.Resources.Takes(resource)).ToList();
            if (relevant.Exists(statement => !statement.IsDeny) && Find(relevant) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    /// <summary>The denying statement that stands in the way of this action on these resources whatever is tried; null where there is none.</summary>
    public AccessStatement? Obstacle(string action, IReadOnlyList<string> resources) =>
        _understood.Find(statement => statement.IsDeny && statement.Actions.Takes(action) && resources.Any(statement.Resources.Takes));

    private AccessStatement? Find(List<AccessStatement> relevant)
    {
        var keys = relevant.SelectMany(statement => statement.Conditions).GroupBy(condition => condition.Key, StringComparer.Ordinal)
            .Select(group => (group.Key, Choices: RequestKeys.Choices(group.Key, [.. group.SelectMany(condition => condition.Values).Distinct(StringComparer.Ordinal).Take(50)], account, now)))
            .ToArray();
        var picks = new int[keys.Length];
        var context = new Dictionary<string, string[]?>(StringComparer.Ordinal);
        for (var tried = 0; tried < MostCombinations; tried++)
        {
            for (var index = 0; index < keys.Length; index++)
            {
                context[keys[index].Key] = keys[index].Choices[picks[index]];
            }

            var allowing = relevant.Find(statement => !statement.IsDeny && Applies(statement, context));
            if (allowing is not null && !relevant.Exists(statement => statement.IsDeny && Applies(statement, context)))
            {
                return allowing;
            }

            if (!Next(picks, keys.Select(key => key.Choices.Count)))
            {
                return null;
            }
        }

        WasCut = true;
        return null;
    }

    private static bool Applies(AccessStatement statement, Dictionary<string, string[]?> context) => statement.Conditions.All(condition => condition.Holds(context[condition.Key]));

    private static bool Next(int[] picks, IEnumerable<int> counts)
    {
        foreach (var (index, count) in counts.Index())
        {
            if (++picks[index] < count)
            {
                return true;
            }

            picks[index] = 0;
        }

        return false;
    }
}
