namespace DlpDashboard.Providers;

/// <summary>
/// Everything it takes to open a storage: the provider, its settings by field name as <see cref="IStoreProvider.Fields"/> declares
/// them (secrets included, so a value of this type is never logged, stored or serialised), and what part of it to look at.
/// </summary>
/// <param name="Provider">The provider's id, such as <c>aws</c>.</param>
/// <param name="Settings">Values by field name; absent and empty mean the same. Switches are <c>true</c> or <c>false</c>.</param>
/// <param name="Buckets">Names or globs separated by commas; null or empty for all. See <see cref="BucketFilter"/>.</param>
/// <param name="Prefix">Only keys that begin so; null or empty for all.</param>
public sealed record StoreConnection(string Provider, IReadOnlyDictionary<string, string> Settings, string? Buckets = null, string? Prefix = null)
{
    /// <summary>The provider alone: settings may be secret.</summary>
    public override string ToString() => $"{nameof(StoreConnection)} {{ Provider = {Provider} }}";
}
