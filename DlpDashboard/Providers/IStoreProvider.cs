using DlpDashboard.Kernel;

namespace DlpDashboard.Providers;

/// <summary>A kind of storage. One class a provider, registered in <see cref="ProvidersRoom"/>: forms, REST and scans need nothing else.</summary>
public interface IStoreProvider
{
    /// <summary>Stable, lower-case: <c>local</c>, <c>aws</c>. Kept in the database.</summary>
    string Id { get; }

    /// <summary>What a person reads.</summary>
    string DisplayName { get; }

    /// <summary>The settings it asks for, in the order of a form.</summary>
    IReadOnlyList<StoreField> Fields { get; }

    /// <summary>Whether credentials are part of a connection; a folder has none.</summary>
    bool NeedsSignIn { get; }

    /// <summary>
    /// Where the settings lead, for telling people and for refusing duplicates: the service and account or folder, without secrets.
    /// Two connections with the same address, filter and prefix are duplicates.
    /// </summary>
    string AddressOf(StoreConnection connection);

    /// <summary>Checks the settings' form without any connection: the first rule broken with its field, or null.</summary>
    Problem? Check(StoreConnection connection);

    /// <summary>Opens the whole storage. Connects lazily where it can; settings that lead nowhere are <see cref="StoreFault.Misconfigured"/>.</summary>
    /// <param name="connection">What <see cref="Check"/> found well.</param>
    /// <param name="patience">Who waits for answers.</param>
    /// <exception cref="ObjectStoreException">The settings cannot be used.</exception>
    IObjectStore Open(StoreConnection connection, StorePatience patience);
}
