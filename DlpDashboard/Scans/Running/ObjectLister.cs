using System.Threading.Channels;
using DlpDashboard.Kernel;
using DlpDashboard.Providers;

namespace DlpDashboard.Scans.Running;

/// <summary>
/// Lists an endpoint bucket after bucket, in one order whatever the provider's, and hands the objects to the readers. After an interruption it
/// begins behind the mark and leaves out what is written already. A bucket that cannot be listed is noted and does not end the scan.
/// </summary>
/// <param name="run">The run.</param>
/// <param name="store">What is listed.</param>
/// <param name="window">Bounds how far it runs ahead.</param>
/// <param name="written">What an earlier run wrote.</param>
/// <param name="target">The readers.</param>
internal sealed class ObjectLister(ScanRun run, IObjectStore store, ScanWindow window, WrittenObjects written, ChannelWriter<ListedObject> target)
{
    private const int ChunkLength = 500;

    /// <summary>Lists everything that is left.</summary>
    /// <exception cref="ObjectStoreException">The buckets cannot be listed, or the provider as a whole fails.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var names = new SortedSet<string>(StringComparer.Ordinal);
        await foreach (var bucket in store.ListBucketsAsync(cancellationToken))
        {
            names.Add(bucket.Name);
        }

        // Buckets that failed in an earlier run and that the mark has passed since. Out of order, so the mark rests meanwhile.
        foreach (var missed in run.Tally.UnlistedBuckets.Where(bucket => IsBehind(bucket.Bucket)))
        {
            await ListAsync(missed.Bucket, after: null, isInOrder: false, cancellationToken);
        }

        foreach (var name in names.Where(name => !IsBehind(name)))
        {
            await ListAsync(name, run.Checkpoint is { } mark && mark.Bucket == name ? mark.Key : null, isInOrder: true, cancellationToken);
        }

        run.Tally.ListingEnded();
    }

    private bool IsBehind(string bucket) => run.Checkpoint is { } mark && string.CompareOrdinal(bucket, mark.Bucket) < 0;

    private async Task ListAsync(string bucket, string? after, bool isInOrder, CancellationToken cancellationToken)
    {
        try
        {
            var objects = store.ListObjectsAsync(bucket, prefix: null, after, cancellationToken);
            await (run.IsResumed ? ResumeAsync(objects, isInOrder, cancellationToken) : StraightAsync(objects, cancellationToken));
            run.Tally.BucketListed(bucket, failure: null);
        }
        catch (ObjectStoreException fault) when (!fault.EndsScan)
        {
            // The message is the sentence for people, by contract of that exception.
            run.Tally.BucketListed(bucket, new UnlistedBucket(StorableText.Of(bucket, 255), StorableText.Of(fault.Message, ScannedObject.ReasonLength), fault.Fault == StoreFault.Vanished));
        }
    }

    private async Task StraightAsync(IAsyncEnumerable<StoredObject> objects, CancellationToken cancellationToken)
    {
        string? last = null;
        await foreach (var stored in objects)
        {
            // A server that repeats a key from one page to the next would have it counted twice.
            if (stored.Key != last)
            {
                await HandOnAsync(stored, IdOf(stored), isInOrder: true, cancellationToken);
                last = stored.Key;
            }
        }
    }

    private async Task ResumeAsync(IAsyncEnumerable<StoredObject> objects, bool isInOrder, CancellationToken cancellationToken)
    {
        var chunk = new Dictionary<Guid, StoredObject>(ChunkLength);
        await foreach (var stored in objects)
        {
            chunk.TryAdd(IdOf(stored), stored);
            if (chunk.Count == ChunkLength)
            {
                await HandOnAsync(chunk, isInOrder, cancellationToken);
            }
        }

        await HandOnAsync(chunk, isInOrder, cancellationToken);
    }

    private async Task HandOnAsync(Dictionary<Guid, StoredObject> chunk, bool isInOrder, CancellationToken cancellationToken)
    {
        if (chunk.Count == 0)
        {
            return;
        }

        var done = await written.AmongAsync([.. chunk.Keys], cancellationToken);
        foreach (var (id, stored) in chunk)
        {
            if (!done.Contains(id))
            {
                await HandOnAsync(stored, id, isInOrder, cancellationToken);
            }
        }

        chunk.Clear();
    }

    private async ValueTask HandOnAsync(StoredObject stored, Guid id, bool isInOrder, CancellationToken cancellationToken)
    {
        var number = await window.EnterAsync(isInOrder ? stored : null, cancellationToken);
        run.Tally.Listed(stored.Size);
        var listed = new ListedObject(id, number, stored);
        if (!target.TryWrite(listed))
        {
            await target.WriteAsync(listed, cancellationToken);
        }
    }

    private Guid IdOf(StoredObject stored) => StableId.OfObject(run.Scan.EndpointId, stored.Bucket, stored.Key);
}
