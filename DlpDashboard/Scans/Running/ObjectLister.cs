using System.Threading.Channels;
using DlpDashboard.Kernel;
using DlpDashboard.Providers;
using DlpDashboard.Scans.Planning;

namespace DlpDashboard.Scans.Running;

/// <summary>
/// Lists an endpoint bucket after bucket, in one order whatever the provider's, and hands the objects to the readers. What the plan leaves out is
/// counted and goes no further. After an interruption it begins behind the mark and leaves out what is written already. A bucket that cannot be
/// listed is noted and does not end the scan.
/// </summary>
/// <param name="run">The run.</param>
/// <param name="store">What is listed.</param>
/// <param name="window">Bounds how far it runs ahead.</param>
/// <param name="known">What earlier runs and scans wrote.</param>
/// <param name="target">The readers.</param>
internal sealed class ObjectLister(ScanRun run, IObjectStore store, ScanWindow window, KnownObjects known, ChannelWriter<ListedObject> target)
{
    private const int ChunkLength = 1000;
    private readonly ScanScope _scope = new(run.Scan.Plan);
    private readonly ListingPrefixes _prefixes = new(run.Scan.Plan.Prefixes);
    private readonly bool _looksUp = run.IsResumed || run.Scan.Plan.Mode == ScanMode.Changed;

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
            foreach (var (prefix, from) in _prefixes.Behind(after))
            {
                var objects = store.ListObjectsAsync(bucket, prefix, from, cancellationToken);
                await (_looksUp ? LookingUpAsync(objects, isInOrder, cancellationToken) : StraightAsync(objects, cancellationToken));
            }

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
                last = stored.Key;
                var id = IdOf(stored);
                if (!IsLeftOut(stored, id))
                {
                    await HandOnAsync(stored, id, unchanged: null, isInOrder: true, cancellationToken);
                }
            }
        }
    }

    /// <summary>A chunk is looked up in the database while the next one is listed.</summary>
    private async Task LookingUpAsync(IAsyncEnumerable<StoredObject> objects, bool isInOrder, CancellationToken cancellationToken)
    {
        var chunk = new Dictionary<Guid, StoredObject>(ChunkLength);
        var before = Task.FromResult<(Dictionary<Guid, StoredObject> Chunk, Dictionary<Guid, KnownObject> Known)>(([], []));
        await foreach (var stored in objects)
        {
            chunk.TryAdd(IdOf(stored), stored);
            if (chunk.Count == ChunkLength)
            {
                var next = LookUpAsync(chunk, cancellationToken);
                await HandOnAsync(await before, isInOrder, cancellationToken);
                before = next;
                chunk = new Dictionary<Guid, StoredObject>(ChunkLength);
            }
        }

        await HandOnAsync(await before, isInOrder, cancellationToken);
        await HandOnAsync(await LookUpAsync(chunk, cancellationToken), isInOrder, cancellationToken);
    }

    private async Task<(Dictionary<Guid, StoredObject> Chunk, Dictionary<Guid, KnownObject> Known)> LookUpAsync(
        Dictionary<Guid, StoredObject> chunk, CancellationToken cancellationToken) =>
        (chunk, chunk.Count == 0 ? [] : await known.AmongAsync([.. chunk.Keys], cancellationToken));

    private async Task HandOnAsync((Dictionary<Guid, StoredObject> Chunk, Dictionary<Guid, KnownObject> Known) looked, bool isInOrder, CancellationToken cancellationToken)
    {
        foreach (var (id, stored) in looked.Chunk)
        {
            var row = looked.Known.GetValueOrDefault(id);
            if ((row is null || !known.IsWritten(row)) && !IsLeftOut(stored, id))
            {
                await HandOnAsync(stored, id, row is not null && known.IsUnchanged(row, stored) ? row : null, isInOrder, cancellationToken);
            }
        }
    }

    private bool IsLeftOut(StoredObject stored, Guid id)
    {
        var by = _scope.Judge(stored, id);
        if (by == LeftOutBy.None)
        {
            return false;
        }

        window.LeaveOut(by, stored.Size);
        run.Tally.LeftOutOne(by, stored.Size);
        return true;
    }

    private async ValueTask HandOnAsync(StoredObject stored, Guid id, KnownObject? unchanged, bool isInOrder, CancellationToken cancellationToken)
    {
        var number = await window.EnterAsync(isInOrder ? stored : null, cancellationToken);
        run.Tally.Listed(stored.Size);
        var listed = new ListedObject(id, number, stored, unchanged);
        if (!target.TryWrite(listed))
        {
            await target.WriteAsync(listed, cancellationToken);
        }
    }

    private Guid IdOf(StoredObject stored) => StableId.OfObject(run.Scan.EndpointId, stored.Bucket, stored.Key);
}
