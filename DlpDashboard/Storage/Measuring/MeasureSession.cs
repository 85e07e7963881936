using System.Collections.Concurrent;
using DlpDashboard.Endpoints;
using DlpDashboard.Kernel;
using DlpDashboard.Providers;
using DlpDashboard.Providers.Remains;
using DlpDashboard.Storage.Keeping;
using DlpDashboard.Storage.Live;

namespace DlpDashboard.Storage.Measuring;

/// <summary>
/// One measure at work: some buckets side by side, each listed as a stream and counted as it comes, its stand kept every few seconds. Nothing here grows with the number of objects or buckets.
/// </summary>
internal sealed class MeasureSession(StorageMeasure run, OpenEndpoint opened, MeasuredEndpoint endpoint, StorageLedger ledger, StorageProgressFeed feed, StorageOptions options, TimeProvider time) : IDisposable
{
    private const int BucketsAhead = 64;
    private static readonly TimeSpan ShownEvery = TimeSpan.FromMilliseconds(200);
    private readonly ConcurrentDictionary<Guid, MeasureCounts> _open = new();
    private readonly SemaphoreSlim _writing = new(1, 1);
    private MeasureCounts _done = MeasureCounts.None;
    private long _shown;
    private bool _isTakenUp;

    /// <summary>What is counted now.</summary>
    public MeasureCounts Counts => _open.Values.Aggregate(_done, (sum, one) => sum + one);

    /// <summary>Measures every bucket that this measure has not met before it was taken up again.</summary>
    /// <exception cref="ObjectStoreException">The provider as a whole fails.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        _isTakenUp = await ledger.IsTakenUpAsync(run, cancellationToken);
        _done = await ledger.CountedAsync(run, cancellationToken);
        var atOnce = new ParallelOptions { MaxDegreeOfParallelism = Math.Clamp(options.PerProvider.GetValueOrDefault(endpoint.Provider, options.Readers), 1, 64), CancellationToken = cancellationToken };
        await foreach (var names in opened.Store.ListBucketsAsync(cancellationToken).Chunk(BucketsAhead).WithCancellation(cancellationToken))
        {
            // A listing may name a bucket twice.
            var buckets = names.DistinctBy(bucket => bucket.Name, StringComparer.Ordinal).Select(bucket => (Bucket: bucket, Id: StableId.OfBucket(run.EndpointId, bucket.Name))).ToList();
            var met = await ledger.AlreadyMetAsync(run, buckets.ConvertAll(one => one.Id), cancellationToken);
            await Parallel.ForEachAsync(buckets.Where(one => !met.Contains(one.Id)), atOnce, async (one, stop) => await MeasureAsync(one.Bucket, one.Id, stop));
        }
    }

    /// <inheritdoc />
    public void Dispose() => _writing.Dispose();

    private async Task MeasureAsync(StoredBucket bucket, Guid id, CancellationToken cancellationToken)
    {
        try
        {
            var measured = await CountAsync(bucket, id, cancellationToken);
            await EndBucketAsync(id, new MeasureCounts(1, 0, measured.Objects, measured.Bytes), counts => ledger.KeepAsync(run, endpoint, measured, counts, cancellationToken), cancellationToken);
        }
        catch (ObjectStoreException refused) when (!refused.EndsScan)
        {
            await EndBucketAsync(id, new MeasureCounts(1, 1, 0, 0), counts => ledger.KeepUnlistedAsync(run, endpoint, bucket, refused.Sentence, counts, cancellationToken), cancellationToken);
        }

        feed.Publish(run, Counts, bucket.Name);
    }

    private async Task<MeasuredBucket> CountAsync(StoredBucket bucket, Guid id, CancellationToken cancellationToken)
    {
        var tally = new BucketTally(run.StartedUtc ?? time.GetUtcNow().UtcDateTime, endpoint.Prefix.Length);
        var stand = _isTakenUp ? await ledger.StandAsync(run, id, cancellationToken) : null;
        var hasStand = stand is not null;
        if (stand is { } before)
        {
            tally.Restore(before.State);
        }

        var kept = time.GetTimestamp();
        await foreach (var listed in opened.Store.ListObjectsAsync(bucket.Name, null, stand?.After, cancellationToken))
        {
            tally.Add(listed);
            if (tally.Objects % 64 != 0)
            {
                continue;
            }

            Show(id, tally, bucket.Name);
            if (time.GetElapsedTime(kept) >= options.Checkpoint)
            {
                await WriteAsync(counts => ledger.KeepStandAsync(run, id, listed.Key, tally.Save(), counts, cancellationToken), cancellationToken);
                kept = time.GetTimestamp();
                hasStand = true;
            }
        }

        _open[id] = new MeasureCounts(0, 0, tally.Objects, tally.Bytes);
        var (uploads, versions) = await RemainsAsync(bucket.Name, cancellationToken);
        return new MeasuredBucket(bucket, tally.Objects, tally.Bytes, tally.End(), uploads, versions, hasStand);
    }

    private async Task<(IncompleteUploads? Uploads, FormerVersions? Versions)> RemainsAsync(string bucket, CancellationToken cancellationToken)
    {
        if (opened.Store.Remains is not { } remains)
        {
            return (null, null);
        }

        var uploads = options.Uploads && (options.Versions || !remains.UploadsListAll) ? await remains.CountUploadsAsync(bucket, null, cancellationToken) : null;
        var renewed = time.GetTimestamp();
        async Task PageReadAsync()
        {
            if (time.GetElapsedTime(renewed) >= options.Checkpoint)
            {
                renewed = time.GetTimestamp();
                await WriteAsync(counts => ledger.RenewAsync(run, counts, cancellationToken), cancellationToken);
            }
        }

        return (uploads, options.Versions ? await remains.CountVersionsAsync(bucket, null, PageReadAsync, cancellationToken) : null);
    }

    private void Show(Guid id, BucketTally tally, string bucket)
    {
        _open[id] = new MeasureCounts(0, 0, tally.Objects, tally.Bytes);
        var last = Interlocked.Read(ref _shown);
        if (time.GetElapsedTime(last) >= ShownEvery && Interlocked.CompareExchange(ref _shown, time.GetTimestamp(), last) == last)
        {
            feed.Publish(run, Counts, bucket);
        }
    }

    private Task EndBucketAsync(Guid id, MeasureCounts bucket, Func<MeasureCounts, Task> write, CancellationToken cancellationToken) => WriteAsync(
        async _ =>
        {
            _open.TryRemove(id, out var _);
            _done += bucket;
            await write(Counts);
        },
        cancellationToken);

    // The measure's row is one: who counts side by side writes one after the other.
    private async Task WriteAsync(Func<MeasureCounts, Task> write, CancellationToken cancellationToken)
    {
        await _writing.WaitAsync(cancellationToken);
        try
        {
            await write(Counts);
        }
        finally
        {
            _writing.Release();
        }
    }
}
