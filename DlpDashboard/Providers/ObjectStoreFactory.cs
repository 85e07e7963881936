using DlpDashboard.Kernel;

namespace DlpDashboard.Providers;

/// <summary>Opens storages of any registered provider, confined to the buckets and prefix of their connection.</summary>
/// <param name="providers">All that are registered.</param>
public sealed class ObjectStoreFactory(IEnumerable<IStoreProvider> providers)
{
    private readonly Dictionary<string, IStoreProvider> _providers = providers.ToDictionary(provider => provider.Id, StringComparer.Ordinal);

    /// <summary>The registered providers, by display name.</summary>
    public IReadOnlyList<IStoreProvider> Providers => [.. _providers.Values.OrderBy(provider => provider.DisplayName, StringComparer.Ordinal)];

    /// <summary>The provider of that id, or null.</summary>
    public IStoreProvider? Find(string id) => _providers.GetValueOrDefault(id);

    /// <summary>Checks a connection's form without connecting: provider, settings, bucket filter, prefix. Null where all is well, else the first rule broken.</summary>
    public Problem? Check(StoreConnection connection) => Problems(connection).FirstOrDefault();

    /// <summary>Every rule that a connection's form breaks, each with its field.</summary>
    public IEnumerable<Problem> Problems(StoreConnection connection)
    {
        if (Find(connection.Provider) is not { } provider)
        {
            return [Problem.Invalid("providers.unknown", $"There is no such provider. Choose one of: {string.Join(", ", _providers.Keys)}.", "provider")];
        }

        var fields = StoreSettings.CheckFields(provider.Fields, connection).ToList();
        Problem?[] all = [BucketFilter.Parse(connection.Buckets).Problem, StoreSettings.CheckPrefix(connection.Prefix), .. fields, fields.Count > 0 ? null : provider.Check(connection)];
        return all.OfType<Problem>();
    }

    /// <summary>Opens a storage. What it lists is confined to the connection's buckets and prefix.</summary>
    /// <exception cref="ObjectStoreException">The settings cannot be used: <see cref="StoreFault.Misconfigured"/>.</exception>
    public IObjectStore Open(StoreConnection connection, StorePatience patience = StorePatience.Scan)
    {
        if (Check(connection) is { } problem)
        {
            throw new ObjectStoreException(StoreFault.Misconfigured, problem.Sentence, problem.Code);
        }

        var store = _providers[connection.Provider].Open(connection, patience);
        return new ConfinedObjectStore(store, BucketFilter.Parse(connection.Buckets).Value!, connection.Prefix);
    }
}
