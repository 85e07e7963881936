using System.Text.Json;

namespace DlpDashboard.Posture.Access;

/// <summary>
/// Judges a Google Cloud Storage bucket: its resource, IAM policy (version 3 with conditions), access control lists where uniform access is off, and public access prevention of the bucket
/// or its organisation, under which grants to everybody count for nothing.
/// </summary>
internal static class GoogleAccess
{
    private const string Everybody = "allUsers";
    private const string AnyAccount = "allAuthenticatedUsers";
    private const int MostBindings = 1500;

    /// <summary>What roles let do (Cloud Storage, IAM roles): only these can be granted to everybody on a bucket.</summary>
    private static readonly Dictionary<string, string[]> Roles = new(StringComparer.Ordinal)
    {
        ["roles/storage.objectViewer"] = ["list", "read"],
        ["roles/storage.objectCreator"] = ["write"],
        ["roles/storage.objectUser"] = ["list", "read", "write"],
        ["roles/storage.objectAdmin"] = ["list", "read", "write"],
        ["roles/storage.admin"] = ["list", "read", "write"],
        ["roles/storage.legacyObjectReader"] = ["read"],
        ["roles/storage.legacyObjectOwner"] = ["read"],
        ["roles/storage.legacyBucketReader"] = ["list"],
        ["roles/storage.legacyBucketWriter"] = ["list", "write"],
        ["roles/storage.legacyBucketOwner"] = ["list", "write"],
        ["roles/storage.insightsCollectorService"] = [],
        ["roles/storage.bucketViewer"] = [],
    };

    /// <summary>The verdict.</summary>
    /// <param name="input">The bucket's resource with <c>iamPolicy</c> and <c>organisationPolicy</c>.</param>
    /// <exception cref="FormatException">Something is of the wrong kind; the message says what and where.</exception>
    public static AccessVerdict Judge(JsonElement input)
    {
        var reasons = new List<AccessReason>();
        var unknown = new List<AccessReason>();
        var anonymous = new SortedSet<string>(StringComparer.Ordinal);
        var isPublic = ReadBindings(input, anonymous, reasons, unknown) | ReadLists(input, anonymous, reasons);
        if (isPublic && Prevention(input) is { } why)
        {
            reasons.Add(new AccessReason("publicAccessPrevention", why));
            return new AccessVerdict(false, [], [], reasons, unknown);
        }

        return new AccessVerdict(isPublic, [.. anonymous], [], reasons, unknown);
    }

    private static bool ReadBindings(JsonElement input, SortedSet<string> anonymous, List<AccessReason> reasons, List<AccessReason> unknown)
    {
        if (JsonInput.Part(input, "iamPolicy") is not { } policy)
        {
            return false;
        }

        var isPublic = false;
        foreach (var (place, binding) in JsonInput.List(policy, "bindings").Take(MostBindings).Index())
        {
            var members = JsonInput.List(binding, "members").Where(member => member.ValueKind == JsonValueKind.String).Select(member => member.GetString()!).ToList();
            var whom = members.Contains(Everybody) ? "everybody" : members.Contains(AnyAccount) ? "everybody who has any account" : null;
            if (whom is null)
            {
                continue;
            }

            var role = JsonInput.Text(binding, "role") ?? "";
            var name = place.ToString(System.Globalization.CultureInfo.InvariantCulture);
            isPublic = true;
            reasons.Add(new AccessReason(name, $"Binding {place} grants {role} to {whom}{(Condition(binding) is { } condition ? $", under the condition \"{condition}\"" : "")}."));
            if (Condition(binding) is not null)
            {
                unknown.Add(new AccessReason(name, "What the condition of the binding leaves of it is not evaluated; it is judged as if it always held."));
            }

            if (!Roles.TryGetValue(role, out var access))
            {
                unknown.Add(new AccessReason(name, $"What {role} permits is not known."));
            }
            else if (members.Contains(Everybody))
            {
                anonymous.UnionWith(access);
            }
        }

        return isPublic;
    }

    private static string? Condition(JsonElement binding) => JsonInput.Part(binding, "condition") is { } condition ? JsonInput.Text(condition, "expression") ?? "" : null;

    // With uniform access the lists are kept but count for nothing.
    private static bool ReadLists(JsonElement input, SortedSet<string> anonymous, List<AccessReason> reasons)
    {
        var isUniform = JsonInput.Part(input, "iamConfiguration") is { } settings
            && (JsonInput.Part(settings, "uniformBucketLevelAccess") ?? JsonInput.Part(settings, "bucketPolicyOnly")) is { } uniform && JsonInput.Flag(uniform, "enabled") == true;
        var isPublic = false;
        foreach (var (list, isOfObjects) in new[] { ("acl", false), ("defaultObjectAcl", true) })
        {
            foreach (var entry in JsonInput.List(input, list))
            {
                if (JsonInput.Text(entry, "entity") is not (Everybody or AnyAccount) || isUniform)
                {
                    continue;
                }

                var (entity, role) = (JsonInput.Text(entry, "entity"), JsonInput.Text(entry, "role") ?? "");
                isPublic = true;
                reasons.Add(new AccessReason(list, $"The {(isOfObjects ? "list for new objects" : "bucket's access control list")} grants {role} to {(entity == Everybody ? "everybody" : "everybody who has any account")}."));
                if (entity == Everybody)
                {
                    anonymous.UnionWith(isOfObjects ? ["read"] : role == "READER" ? ["list"] : ["list", "write"]);
                }
            }
        }

        return isPublic;
    }

    private static string? Prevention(JsonElement input)
    {
        if (JsonInput.Part(input, "iamConfiguration") is { } settings && "enforced".Equals(JsonInput.Text(settings, "publicAccessPrevention"), StringComparison.OrdinalIgnoreCase))
        {
            return "Public access prevention is enforced on the bucket: grants to everybody count for nothing.";
        }

        return JsonInput.Part(input, "organisationPolicy") is { } policy && IsEnforced(policy)
            ? "The organisation's policy enforces public access prevention: grants to everybody count for nothing."
            : null;
    }

    // As the two versions of the organisation policy's interface write it, or plainly.
    private static bool IsEnforced(JsonElement policy) => policy.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.Object => Says(policy, "publicAccessPrevention") || Says(policy, "enforced") || Says(policy, "enforce")
            || (JsonInput.Part(policy, "storage.publicAccessPrevention") is { } constraint && IsEnforced(constraint))
            || (JsonInput.Part(policy, "booleanPolicy") is { } first && IsEnforced(first))
            || (JsonInput.Part(policy, "spec") is { } second && IsEnforced(second))
            || (JsonInput.Part(policy, "rules") is { ValueKind: JsonValueKind.Array } rules && rules.EnumerateArray().Any(IsEnforced)),
        _ => false,
    };

    private static bool Says(JsonElement policy, string name) => JsonInput.Part(policy, name) is { } value
        && (value.ValueKind == JsonValueKind.True || (value.ValueKind == JsonValueKind.String && value.GetString() is { } text && (text.Equals("true", StringComparison.OrdinalIgnoreCase) || text.Equals("enforced", StringComparison.OrdinalIgnoreCase))));
}
