using System.Text.Json;

namespace DlpDashboard.Posture.Access;

/// <summary>
/// Reads a resource policy (AWS IAM JSON policy grammar, version 2012-10-17): a statement as an object or a list, each element in each of its forms.
/// What is not understood stays with its statement as a sentence; nothing is thrown.
/// </summary>
internal static class PolicyReader
{
    private const int MostStatements = 2000;
    private const int MostValues = 5000;

    private static readonly HashSet<string> Known = new(StringComparer.Ordinal)
    {
        "Sid", "Effect", "Principal", "NotPrincipal", "Action", "NotAction", "Resource", "NotResource", "Condition",
    };

    /// <summary>The statements of a policy; one that stands for all where it cannot be read as a policy.</summary>
    public static IReadOnlyList<AccessStatement> Read(JsonElement policy)
    {
        if (policy.ValueKind != JsonValueKind.Object || !policy.TryGetProperty("Statement", out var statements))
        {
            return [Unreadable(0, "The policy has no Statement.")];
        }

        return statements.ValueKind switch
        {
            JsonValueKind.Object => [ReadStatement(statements, 0)],
            JsonValueKind.Array when statements.GetArrayLength() <= MostStatements => [.. statements.EnumerateArray().Select(ReadStatement)],
            JsonValueKind.Array => [Unreadable(0, $"The policy has more than {MostStatements} statements.")],
            _ => [Unreadable(0, "Statement is neither an object nor a list.")],
        };
    }

    private static AccessStatement Unreadable(int place, string sentence) =>
        new(place, null, IsDeny: false, new PrincipalList(false, false, []), Nothing, Nothing, [], [sentence]);

    private static PatternList Nothing { get; } = new(false, [], false);

    private static AccessStatement ReadStatement(JsonElement statement, int place)
    {
        if (statement.ValueKind != JsonValueKind.Object)
        {
            return Unreadable(place, "It is no object.");
        }

        var troubles = new List<string>();
        var effect = Text(statement, "Effect");
        if (effect is not ("Allow" or "Deny"))
        {
            troubles.Add(effect is null ? "It has no Effect." : $"Its Effect is neither Allow nor Deny but \"{Short(effect)}\".");
        }

        troubles.AddRange(statement.EnumerateObject().Where(element => !Known.Contains(element.Name)).Select(element => $"It has an element \"{Short(element.Name)}\" that policies do not know."));
        return new AccessStatement(
            place,
            Text(statement, "Sid"),
            effect == "Deny",
            ReadPrincipals(statement, troubles),
            ReadPatterns(statement, "Action", ignoresCase: true, troubles),
            ReadPatterns(statement, "Resource", ignoresCase: false, troubles),
            ReadConditions(statement, troubles),
            troubles);
    }

    private static PrincipalList ReadPrincipals(JsonElement statement, List<string> troubles)
    {
        var isOthers = !statement.TryGetProperty("Principal", out var principal);
        if (isOthers && !statement.TryGetProperty("NotPrincipal", out principal))
        {
            troubles.Add("It has neither Principal nor NotPrincipal.");
            return new PrincipalList(false, false, []);
        }

        if (principal.ValueKind == JsonValueKind.String)
        {
            var isEveryone = principal.ValueEquals("*");
            if (!isEveryone)
            {
                troubles.Add("Its Principal is a text other than \"*\".");
            }

            return new PrincipalList(isOthers, isEveryone, []);
        }

        if (principal.ValueKind != JsonValueKind.Object)
        {
            troubles.Add("Its Principal is neither \"*\" nor an object.");
            return new PrincipalList(isOthers, false, []);
        }

        var named = principal.EnumerateObject().SelectMany(kind => Values(kind.Value, $"Principal.{Short(kind.Name)}", troubles).Select(value => new NamedPrincipal(kind.Name, value))).ToList();
        foreach (var one in named.Where(one => one.Kind is not ("AWS" or "Service" or "Federated" or "CanonicalUser") || (one.Value != "*" && Wildcard.IsOpen(one.Value))))
        {
            troubles.Add($"Its principal \"{Short(one.Value)}\" of kind {Short(one.Kind)} is none that policies know.");
        }

        return new PrincipalList(isOthers, named.Exists(one => one is { Kind: "AWS", Value: "*" }), [.. named.Where(one => one.Value != "*")]);
    }

    private static PatternList ReadPatterns(JsonElement statement, string name, bool ignoresCase, List<string> troubles)
    {
        var isOthers = !statement.TryGetProperty(name, out var values);
        if (isOthers && !statement.TryGetProperty($"Not{name}", out values))
        {
            troubles.Add($"It has neither {name} nor Not{name}.");
            return Nothing;
        }

        var patterns = Values(values, name, troubles);
        foreach (var pattern in patterns.Where(pattern => pattern.Contains("${", StringComparison.Ordinal)))
        {
            troubles.Add($"Its {name} \"{Short(pattern)}\" has a variable.");
        }

        return new PatternList(isOthers, patterns, ignoresCase);
    }

    private static List<AccessCondition> ReadConditions(JsonElement statement, List<string> troubles)
    {
        var conditions = new List<AccessCondition>();
        if (!statement.TryGetProperty("Condition", out var blocks))
        {
            return conditions;
        }

        if (blocks.ValueKind != JsonValueKind.Object)
        {
            troubles.Add("Its Condition is no object.");
            return conditions;
        }

        foreach (var block in blocks.EnumerateObject())
        {
            if (ConditionOperator.Parse(block.Name) is not { } comparison || block.Value.ValueKind != JsonValueKind.Object)
            {
                troubles.Add($"Its condition operator \"{Short(block.Name)}\" is none that policies know.");
                continue;
            }

            foreach (var key in block.Value.EnumerateObject())
            {
                var values = Values(key.Value, key.Name, troubles);
                var variable = values.FirstOrDefault(value => value.Contains("${", StringComparison.Ordinal));
                if (variable is not null)
                {
                    troubles.Add($"Its condition on {Short(key.Name)} has a variable: \"{Short(variable)}\".");
                }

                if (!RequestKeys.IsKnown(key.Name.ToLowerInvariant()))
                {
                    troubles.Add($"Nothing is known of its condition key {Short(key.Name)}.");
                }

                conditions.Add(new AccessCondition(comparison, key.Name.ToLowerInvariant(), values));
            }
        }

        return conditions;
    }

    private static List<string> Values(JsonElement value, string name, List<string> troubles)
    {
        var values = new List<string>();
        foreach (var item in value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().Take(MostValues + 1).ToArray() : [value])
        {
            switch (item.ValueKind)
            {
                case JsonValueKind.String:
                    values.Add(item.GetString()!);
                    break;
                case JsonValueKind.True or JsonValueKind.False or JsonValueKind.Number:
                    values.Add(item.GetRawText());
                    break;
                default:
                    troubles.Add($"A value of {Short(name)} is neither a text nor a number nor true or false.");
                    break;
            }
        }

        if (values.Count > MostValues)
        {
            troubles.Add($"{Short(name)} has more than {MostValues} values.");
        }

        return values;
    }

    private static string? Text(JsonElement statement, string name) =>
        statement.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static string Short(string text) => text.Length <= 80 ? text : $"{text[..80]}…";
}
