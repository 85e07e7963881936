namespace DlpDashboard.Providers.Configurations;

/// <summary>
/// Reads how buckets are set up. Only reads are sent. What one document says of itself (not set, no right, not known to the server) is its state;
/// what concerns the whole provider — no answer, wrong credentials, throttling after all retries — is an <see cref="ObjectStoreException"/>.
/// </summary>
public interface IBucketConfigurationSource
{
    /// <summary>What holds for all buckets of the connection: the account's own settings. Asked once before the buckets.</summary>
    Task<IReadOnlyList<ConfigurationDocument>> ReadAccountAsync(CancellationToken cancellationToken);

    /// <summary>The documents of one bucket, the same names for each bucket of a provider.</summary>
    Task<IReadOnlyList<ConfigurationDocument>> ReadBucketAsync(string bucket, CancellationToken cancellationToken);
}
