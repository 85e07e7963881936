using DlpDashboard.Providers;

namespace DlpDashboard.Endpoints;

/// <summary>An endpoint whose storage is open; dispose it when the work is done.</summary>
/// <param name="Id">The endpoint.</param>
/// <param name="Name">Its name.</param>
/// <param name="BucketFilter">Its bucket filter; the store lists only these already.</param>
/// <param name="Prefix">Its prefix; the store lists only below it already.</param>
/// <param name="Store">The storage.</param>
public sealed record OpenEndpoint(Guid Id, string Name, string BucketFilter, string Prefix, IObjectStore Store) : IAsyncDisposable
{
    /// <inheritdoc />
    public ValueTask DisposeAsync() => Store.DisposeAsync();
}
