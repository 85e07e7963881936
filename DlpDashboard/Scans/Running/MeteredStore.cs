using DlpDashboard.Providers;

namespace DlpDashboard.Scans.Running;

/// <summary>A store as one reader sees it: of large objects it tells how far they are read, small ones pass untouched.</summary>
/// <param name="inner">The store; not disposed with this one.</param>
/// <param name="slot">Who is told.</param>
internal sealed class MeteredStore(IObjectStore inner, ReaderSlot slot) : IObjectStore
{
    /// <summary>From this size on an object's progress is worth telling.</summary>
    public const long LargeObject = 8 * 1024 * 1024;

    /// <inheritdoc />
    public Task SignInAsync(CancellationToken cancellationToken) => inner.SignInAsync(cancellationToken);

    /// <inheritdoc />
    public IAsyncEnumerable<StoredBucket> ListBucketsAsync(CancellationToken cancellationToken) => inner.ListBucketsAsync(cancellationToken);

    /// <inheritdoc />
    public IAsyncEnumerable<StoredObject> ListObjectsAsync(string bucket, string? prefix, string? startAfter, CancellationToken cancellationToken) =>
        inner.ListObjectsAsync(bucket, prefix, startAfter, cancellationToken);

    /// <inheritdoc />
    public Task<Stream> OpenAsync(StoredObject listed, ByteRange? range, CancellationToken cancellationToken) =>
        listed.Size < LargeObject ? inner.OpenAsync(listed, range, cancellationToken) : OpenMeteredAsync(listed, range, cancellationToken);

    /// <inheritdoc />
    public Task<StoredObjectMetadata> ReadMetadataAsync(string bucket, string key, CancellationToken cancellationToken) =>
        inner.ReadMetadataAsync(bucket, key, cancellationToken);

    /// <inheritdoc />
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private async Task<Stream> OpenMeteredAsync(StoredObject listed, ByteRange? range, CancellationToken cancellationToken) =>
        new MeteredStream(await inner.OpenAsync(listed, range, cancellationToken), slot);
}
