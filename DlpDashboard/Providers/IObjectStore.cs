using DlpDashboard.Providers.Configurations;
using DlpDashboard.Providers.Remains;

namespace DlpDashboard.Providers;

/// <summary>
/// One connected storage: its buckets and objects, whatever the provider. Thread-safe; retries throttling by itself within a budget.
/// Every failure is an <see cref="ObjectStoreException"/> whose sentence a person can act on; a cancelled token is an
/// <see cref="OperationCanceledException"/>.
/// </summary>
public interface IObjectStore : IAsyncDisposable
{
    /// <summary>Reads how its buckets are set up; null where this storage tells nothing of it.</summary>
    IBucketConfigurationSource? Configurations => null;

    /// <summary>Counts what lies beside the live objects; null where this storage has no such thing.</summary>
    IStoredRemains? Remains => null;

    /// <summary>
    /// Proves that the service answers and takes the credentials, by the call that asks for the least rights; a folder only proves
    /// that it is there. Fails with <see cref="StoreFault.Unreachable"/>, <see cref="StoreFault.Misconfigured"/> or
    /// <see cref="StoreFault.SignInFailed"/>; <see cref="StoreFault.Denied"/> where the service does not tell a wrong key from a missing right.
    /// </summary>
    Task SignInAsync(CancellationToken cancellationToken);

    /// <summary>The buckets these credentials can see, in the provider's order.</summary>
    IAsyncEnumerable<StoredBucket> ListBucketsAsync(CancellationToken cancellationToken);

    /// <summary>
    /// The objects of a bucket below a prefix, in ordinal order of the key's UTF-8 bytes, strictly after <paramref name="startAfter"/>.
    /// Pages are fetched as they are needed, so memory does not grow with the bucket.
    /// </summary>
    IAsyncEnumerable<StoredObject> ListObjectsAsync(string bucket, string? prefix, string? startAfter, CancellationToken cancellationToken);

    /// <summary>
    /// Opens an object's bytes, all of them or a range. Reads the very version that was listed: if the object changed since,
    /// <see cref="StoreFault.Changed"/>. Cut connections are resumed inside the stream, at the byte where they broke.
    /// </summary>
    Task<Stream> OpenAsync(StoredObject listed, ByteRange? range, CancellationToken cancellationToken);

    /// <summary>What the provider tells of an object without its bytes.</summary>
    Task<StoredObjectMetadata> ReadMetadataAsync(string bucket, string key, CancellationToken cancellationToken);
}
