using DlpDashboard.Kernel;
using DlpDashboard.Providers;

namespace DlpDashboard.Scans.Planning;

/// <summary>
/// Lists an endpoint for an estimate, within bounds. Where the plan names prefixes, what lies below them is listed first, so that it is known even
/// where the whole is too much; then the rest, for what is left out.
/// </summary>
/// <param name="store">What is listed.</param>
/// <param name="endpointId">Its endpoint.</param>
/// <param name="plan">The plan, tidy.</param>
/// <param name="tally">Counts.</param>
/// <param name="unchanged">Tells what was read already; null where that does not matter.</param>
internal sealed class ScanEstimateListing(IObjectStore store, Guid endpointId, ScanPlan plan, ScanEstimateTally tally, UnchangedObjects? unchanged)
{
    private const int ChunkLength = 500;
    private const int MostPrefixListings = 200;

    private readonly ScanScope _scope = new(plan);
    private readonly Dictionary<Guid, StoredObject> _chunk = new(ChunkLength);

    private enum Part
    {
        All,
        BelowPrefixes,
        Rest,
    }

    /// <summary>Sentences of buckets that could not be listed, the first few.</summary>
    public List<string> UnlistedBuckets { get; } = [];

    /// <summary>Whether all that is in the plan's scope was listed.</summary>
    public bool IsScopeListed { get; private set; }

    /// <summary>Whether everything was listed.</summary>
    public bool IsListed { get; private set; }

    /// <summary>Lists at most so many objects.</summary>
    /// <param name="mostObjects">It ends at the next one.</param>
    /// <param name="onSeen">Called after each object.</param>
    /// <param name="cancellationToken">Ends it; what was counted stays.</param>
    /// <exception cref="ObjectStoreException">The buckets cannot be listed, or the provider as a whole fails.</exception>
    public async Task RunAsync(long mostObjects, Action onSeen, CancellationToken cancellationToken)
    {
        var buckets = new SortedSet<string>(StringComparer.Ordinal);
        await foreach (var bucket in store.ListBucketsAsync(cancellationToken))
        {
            buckets.Add(bucket.Name);
        }

        tally.Paged(1);
        var reach = new Reach(mostObjects, onSeen);
        List<string?> prefixes = [.. new ListingPrefixes(plan.Prefixes).Behind(null).Select(part => part.Prefix)];
        var listsPrefixes = plan.Prefixes.Count > 0 && prefixes.Count * buckets.Count <= MostPrefixListings;
        if (listsPrefixes && !(IsScopeListed = await AllAsync(buckets, prefixes, Part.BelowPrefixes, reach, cancellationToken)))
        {
            await DecideAsync(cancellationToken);
            return;
        }

        IsListed = await AllAsync(buckets, [null], listsPrefixes ? Part.Rest : Part.All, reach, cancellationToken);
        IsScopeListed |= IsListed;
        await DecideAsync(cancellationToken);
    }

    /// <summary>Counts what still waits to be decided on, after a listing that was cut short.</summary>
    public async Task DecideAsync(CancellationToken cancellationToken)
    {
        if (_chunk.Count == 0)
        {
            return;
        }

        var skipped = unchanged is null ? [] : await unchanged.AmongAsync(_chunk, cancellationToken);
        foreach (var (id, listed) in _chunk)
        {
            if (skipped.Contains(id))
            {
                tally.Skip(listed);
            }
            else
            {
                tally.Want(listed);
            }
        }

        _chunk.Clear();
    }

    private async Task<bool> AllAsync(SortedSet<string> buckets, List<string?> prefixes, Part part, Reach reach, CancellationToken cancellationToken)
    {
        foreach (var bucket in buckets)
        {
            foreach (var prefix in prefixes)
            {
                if (!await OneAsync(bucket, prefix, part, reach, cancellationToken))
                {
                    return false;
                }
            }
        }

        return true;
    }

    private async Task<bool> OneAsync(string bucket, string? prefix, Part part, Reach reach, CancellationToken cancellationToken)
    {
        long listed = 0;
        string? last = null;
        try
        {
            await foreach (var stored in store.ListObjectsAsync(bucket, prefix, startAfter: null, cancellationToken))
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (!reach.Take())
                {
                    return false;
                }

                if (stored.Key == last)
                {
                    continue;
                }

                last = stored.Key;
                listed++;
                await SeeAsync(stored, part, cancellationToken);
                reach.OnSeen();
            }
        }
        catch (ObjectStoreException fault) when (!fault.EndsScan)
        {
            // The message is the sentence for people, by contract of that exception.
            UnlistedBuckets.Add($"“{StorableText.Of(bucket, 60)}”: {fault.Message}");
        }
        finally
        {
            // A scan lists below the prefixes only.
            if (part != Part.Rest)
            {
                tally.Paged(listed);
            }
        }

        return true;
    }

    private async ValueTask SeeAsync(StoredObject stored, Part part, CancellationToken cancellationToken)
    {
        var id = StableId.OfObject(endpointId, stored.Bucket, stored.Key);
        var rule = _scope.Judge(stored, id);
        if (part == (rule == LeftOutBy.Prefix ? Part.BelowPrefixes : Part.Rest))
        {
            return;
        }

        tally.See(stored, rule);
        if (rule == LeftOutBy.None && _chunk.TryAdd(id, stored) && _chunk.Count == ChunkLength)
        {
            await DecideAsync(cancellationToken);
        }
    }

    /// <summary>How far it may go, both listings together.</summary>
    private sealed class Reach(long most, Action onSeen)
    {
        private long _taken;

        public Action OnSeen { get; } = onSeen;

        public bool Take() => ++_taken <= most;
    }
}
