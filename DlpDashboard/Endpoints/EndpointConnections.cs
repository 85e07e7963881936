using DlpDashboard.Providers;

namespace DlpDashboard.Endpoints;

/// <summary>Puts together what a provider needs to open a storage.</summary>
internal static class EndpointConnections
{
    /// <summary>A saved endpoint with its secrets.</summary>
    public static StoreConnection Of(StorageEndpoint endpoint, IReadOnlyDictionary<string, string> secrets) =>
        new(endpoint.Provider, Joined(endpoint.Settings, secrets), endpoint.BucketFilter, endpoint.Prefix);

    /// <summary>Settings and secrets in one.</summary>
    public static IReadOnlyDictionary<string, string> Joined(IReadOnlyDictionary<string, string> settings, IReadOnlyDictionary<string, string> secrets)
    {
        var all = new Dictionary<string, string>(settings, StringComparer.Ordinal);
        foreach (var (name, value) in secrets)
        {
            all[name] = value;
        }

        return all;
    }
}
