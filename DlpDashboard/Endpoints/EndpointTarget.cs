namespace DlpDashboard.Endpoints;

/// <summary>What an endpoint connects to, without its secrets; checked and in its one written form.</summary>
/// <param name="Provider">The provider's id.</param>
/// <param name="Address">Where it leads, for people.</param>
/// <param name="Settings">The settings that are no secrets, by field name; no empty values.</param>
/// <param name="BucketFilter">Names or globs separated by commas; empty for all.</param>
/// <param name="Prefix">What every key begins with; empty for all.</param>
internal sealed record EndpointTarget(string Provider, string Address, IReadOnlyDictionary<string, string> Settings, string BucketFilter, string Prefix)
{
    /// <summary>Whether the endpoint leads there by the same settings.</summary>
    public bool IsThatOf(StorageEndpoint endpoint) =>
        Provider == endpoint.Provider && BucketFilter == endpoint.BucketFilter && Prefix == endpoint.Prefix
        && Settings.Count == endpoint.Settings.Count
        && Settings.All(pair => endpoint.Settings.TryGetValue(pair.Key, out var value) && value == pair.Value);
}
