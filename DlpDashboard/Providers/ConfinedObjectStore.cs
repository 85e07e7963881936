using System.Runtime.CompilerServices;
using DlpDashboard.Providers.Configurations;
using DlpDashboard.Providers.Remains;

namespace DlpDashboard.Providers;

/// <summary>A storage seen through a connection's bucket filter and prefix: what they leave out is neither listed nor opened.</summary>
/// <param name="inner">The whole storage; disposed with this one.</param>
/// <param name="filter">Which buckets count.</param>
/// <param name="prefix">What every key begins with; null for any.</param>
internal sealed class ConfinedObjectStore(IObjectStore inner, BucketFilter filter, string? prefix) : IObjectStore
{
    private readonly string _prefix = prefix ?? string.Empty;

    /// <inheritdoc />
    public IBucketConfigurationSource? Configurations => inner.Configurations;

    /// <inheritdoc />
    public IStoredRemains? Remains => inner.Remains is { } remains ? new ConfinedRemains(remains, _prefix) : null;

    /// <inheritdoc />
    public Task SignInAsync(CancellationToken cancellationToken) => inner.SignInAsync(cancellationToken);

    /// <inheritdoc />
    public async IAsyncEnumerable<StoredBucket> ListBucketsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (filter.IsOnlyNames)
        {
            foreach (var name in filter.Names)
            {
                yield return new StoredBucket(name);
            }

            yield break;
        }

        await foreach (var bucket in inner.ListBucketsAsync(cancellationToken))
        {
            if (filter.Matches(bucket.Name))
            {
                yield return bucket;
            }
        }
    }

    /// <inheritdoc />
    public IAsyncEnumerable<StoredObject> ListObjectsAsync(string bucket, string? prefix, string? startAfter, CancellationToken cancellationToken)
    {
        var asked = prefix ?? string.Empty;
        if (!filter.Matches(bucket))
        {
            return AsyncEnumerable.Empty<StoredObject>();
        }

        if (asked.StartsWith(_prefix, StringComparison.Ordinal))
        {
            return inner.ListObjectsAsync(bucket, NullIfEmpty(asked), startAfter, cancellationToken);
        }

        return _prefix.StartsWith(asked, StringComparison.Ordinal)
            ? inner.ListObjectsAsync(bucket, NullIfEmpty(_prefix), startAfter, cancellationToken)
            : AsyncEnumerable.Empty<StoredObject>();
    }

    /// <inheritdoc />
    public Task<Stream> OpenAsync(StoredObject listed, ByteRange? range, CancellationToken cancellationToken)
    {
        RefuseOutside(listed.Bucket, listed.Key);
        return inner.OpenAsync(listed, range, cancellationToken);
    }

    /// <inheritdoc />
    public Task<StoredObjectMetadata> ReadMetadataAsync(string bucket, string key, CancellationToken cancellationToken)
    {
        RefuseOutside(bucket, key);
        return inner.ReadMetadataAsync(bucket, key, cancellationToken);
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => inner.DisposeAsync();

    private void RefuseOutside(string bucket, string key)
    {
        if (!filter.Matches(bucket) || !key.StartsWith(_prefix, StringComparison.Ordinal))
        {
            throw new ObjectStoreException(StoreFault.Denied, "This object lies outside the connection's buckets and prefix. Widen them to read it.");
        }
    }

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;

    /// <summary>The same confinement for what lies beside: buckets come from the filtered listing.</summary>
    private sealed class ConfinedRemains(IStoredRemains remains, string own) : IStoredRemains
    {
        public bool UploadsListAll => remains.UploadsListAll;

        public Task<IncompleteUploads?> CountUploadsAsync(string bucket, string? prefix, CancellationToken cancellationToken) =>
            remains.CountUploadsAsync(bucket, Narrower(prefix), cancellationToken);

        public Task<FormerVersions?> CountVersionsAsync(string bucket, string? prefix, Func<Task> pageRead, CancellationToken cancellationToken) =>
            remains.CountVersionsAsync(bucket, Narrower(prefix), pageRead, cancellationToken);

        private string? Narrower(string? prefix) => NullIfEmpty(prefix?.StartsWith(own, StringComparison.Ordinal) == true ? prefix : own);
    }
}
