using DlpDashboard.Providers;

namespace DlpDashboard.Cli.Bench;

/// <summary>A bucket to measure: how the app reads it, and how a bare client does. One class a provider.</summary>
internal abstract class StoreBenchTarget : IDisposable
{
    /// <summary>The bucket's name.</summary>
    public required string Bucket { get; init; }

    /// <summary>Opens the app's own store.</summary>
    public abstract IObjectStore Open();

    /// <summary>Makes the bucket where it is missing.</summary>
    public abstract Task CreateBucketAsync(CancellationToken cancellationToken);

    /// <summary>Writes an object.</summary>
    public abstract Task PutAsync(string key, byte[] bytes, CancellationToken cancellationToken);

    /// <summary>Keys as the provider's own client lists them.</summary>
    public abstract IAsyncEnumerable<string> ListBareAsync(CancellationToken cancellationToken);

    /// <summary>An address that any HTTP client may read for six hours.</summary>
    public abstract Uri Sign(string key);

    /// <inheritdoc />
    public virtual void Dispose()
    {
    }
}
