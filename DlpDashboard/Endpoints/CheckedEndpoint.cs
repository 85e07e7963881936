using DlpDashboard.Providers;

namespace DlpDashboard.Endpoints;

/// <summary>A draft that keeps all rules. Holds secrets in clear, so it is a class and lives within one call.</summary>
/// <param name="name">The name in its one written form.</param>
/// <param name="target">What it connects to.</param>
/// <param name="secrets">The secrets, kept and new.</param>
/// <param name="areSecretsKept">Whether they are exactly those that are stored.</param>
internal sealed class CheckedEndpoint(string name, EndpointTarget target, IReadOnlyDictionary<string, string> secrets, bool areSecretsKept)
{
    /// <summary>The name in its one written form.</summary>
    public string Name { get; } = name;

    /// <summary>What it connects to.</summary>
    public EndpointTarget Target { get; } = target;

    /// <summary>The secrets, kept and new.</summary>
    public IReadOnlyDictionary<string, string> Secrets { get; } = secrets;

    /// <summary>Whether the secrets are exactly those that are stored.</summary>
    public bool AreSecretsKept { get; } = areSecretsKept;

    /// <summary>What the provider needs to open it.</summary>
    public StoreConnection Connection { get; } = new(target.Provider, EndpointConnections.Joined(target.Settings, secrets), target.BucketFilter, target.Prefix);
}
