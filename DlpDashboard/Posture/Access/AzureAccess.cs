using System.Text.Json;

namespace DlpDashboard.Posture.Access;

/// <summary>
/// Judges an Azure storage account and its containers by the properties the resource manager names (Microsoft.Storage/storageAccounts, blobServices/containers): a container is open
/// where both it and its account allow it, and where the account's network lets strangers in.
/// </summary>
internal static class AzureAccess
{
    private const int MostContainers = 100_000;

    /// <summary>The verdict over all containers.</summary>
    /// <param name="input"><c>{"account":{…},"containers":[…]}</c>, properties flat or under <c>properties</c>.</param>
    /// <exception cref="FormatException">Something is of the wrong kind; the message says what and where.</exception>
    public static AccessVerdict Judge(JsonElement input)
    {
        var reasons = new List<AccessReason>();
        var unknown = new List<AccessReason>();
        var account = JsonInput.Part(input, "account");
        var allows = account is { } there ? Flag(there, "allowBlobPublicAccess") : null;
        var open = Containers(input).Where(container => container.Level is "blob" or "container").ToList();
        if (open.Count > 0 && allows is null)
        {
            unknown.Add(new AccessReason("account", "allowBlobPublicAccess is not told: accounts made before 2023 allow public containers where it is not set, later ones do not."));
        }

        foreach (var container in open)
        {
            reasons.Add(new AccessReason(container.Name, allows == false
                ? $"The container {container.Name} is set to public access ({container.Level}), but the account does not allow it."
                : $"The container {container.Name} lets everybody read its blobs{(container.Level == "container" ? " and list them" : "")}."));
        }

        var isPublic = open.Count > 0 && allows != false;
        var isReachable = account is not { } network || IsReachable(network, reasons, unknown);
        string[] anonymous = !isPublic || !isReachable ? [] : open.Exists(container => container.Level == "container") ? ["list", "read"] : ["read"];
        return new AccessVerdict(isPublic, anonymous, [], reasons, unknown);
    }

    private static IEnumerable<(string Name, string Level)> Containers(JsonElement input)
    {
        var containers = JsonInput.List(input, "containers");
        return containers.Count > MostContainers
            ? throw new FormatException($"containers has more than {MostContainers} members.")
            : containers.Select(container => (JsonInput.Text(container, "name") ?? "", (Value(container, "publicAccess") ?? "none").ToLowerInvariant()));
    }

    // Strangers come in where the public network is not off and the default is not Deny, or a rule for addresses holds strangers.
    private static bool IsReachable(JsonElement account, List<AccessReason> reasons, List<AccessReason> unknown)
    {
        if (Value(account, "publicNetworkAccess") is { } access && !access.Equals("Enabled", StringComparison.OrdinalIgnoreCase))
        {
            reasons.Add(new AccessReason("account", $"The account's public network access is {access}: requests from the internet do not reach it."));
            return false;
        }

        if (Own(account, "networkAcls") is not { } rules || !"Deny".Equals(JsonInput.Text(rules, "defaultAction"), StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        foreach (var value in JsonInput.List(rules, "ipRules").Select(rule => JsonInput.Text(rule, "value") ?? JsonInput.Text(rule, "iPAddressOrRange") ?? ""))
        {
            if (!AddressRange.TryParse(value, out var range))
            {
                unknown.Add(new AccessReason("account", $"The network rule \"{value}\" is no address range."));
            }
            else if (range.IsBroad)
            {
                reasons.Add(new AccessReason("account", $"The account's network rule {value} is so broad that it lets strangers in."));
                return true;
            }
        }

        reasons.Add(new AccessReason("account", "The account's network denies by default: only the networks its rules name reach it."));
        return false;
    }

    private static bool? Flag(JsonElement of, string name) => Own(of, name) is null ? null : JsonInput.Flag(Holder(of, name), name);

    private static string? Value(JsonElement of, string name) => Own(of, name) is null ? null : JsonInput.Text(Holder(of, name), name);

    private static JsonElement? Own(JsonElement of, string name) => JsonInput.Part(Holder(of, name), name);

    private static JsonElement Holder(JsonElement of, string name) =>
        JsonInput.Part(of, name) is null && JsonInput.Part(of, "properties") is { ValueKind: JsonValueKind.Object } properties ? properties : of;
}
