namespace DlpDashboard.Storage.Measuring;

/// <summary>
/// The heaviest prefixes of a bucket, exactly and in bounded memory: listings come in the order of keys, so all objects below a prefix come one after the other, and only one prefix is open at a time.
/// A prefix is the key to its first slash, behind the prefix of the endpoint; objects without one are counted apart.
/// </summary>
/// <param name="skip">Characters of the endpoint's own prefix.</param>
public sealed class PrefixTally(int skip)
{
    /// <summary>Prefixes that are kept.</summary>
    public const int Kept = 50;

    private readonly PriorityQueue<ShareCount, long> _heaviest = new();
    private string? _open;
    private long _objects;
    private long _bytes;

    /// <summary>Prefixes seen.</summary>
    public long Count { get; private set; }

    /// <summary>Objects that lie below no prefix.</summary>
    public long TopObjects { get; private set; }

    /// <summary>Their bytes.</summary>
    public long TopBytes { get; private set; }

    /// <summary>The next object of the listing.</summary>
    public void Add(string key, long bytes)
    {
        var rest = key.AsSpan(Math.Min(skip, key.Length));
        var slash = rest.IndexOf('/');
        if (slash < 0)
        {
            TopObjects++;
            TopBytes += bytes;
            return;
        }

        var prefix = key.AsSpan(0, Math.Min(skip + slash + 1, BucketTally.MaxName));
        if (_open is null || !prefix.SequenceEqual(_open))
        {
            Close();
            _open = prefix.ToString();
            Count++;
        }

        _objects++;
        _bytes += bytes;
    }

    /// <summary>As it stands, to be kept.</summary>
    public PrefixState Save() => new([.. _heaviest.UnorderedItems.Select(item => item.Element)], _open, _objects, _bytes, Count, TopObjects, TopBytes);

    /// <summary>As it stood.</summary>
    public void Restore(PrefixState state)
    {
        foreach (var prefix in state.Heaviest)
        {
            _heaviest.Enqueue(prefix, prefix.Bytes);
        }

        (_open, _objects, _bytes) = (state.Open, state.OpenObjects, state.OpenBytes);
        (Count, TopObjects, TopBytes) = (state.Count, state.TopObjects, state.TopBytes);
    }

    /// <summary>The heaviest, first the heaviest of all; the listing is at its end.</summary>
    public IReadOnlyList<ShareCount> End()
    {
        Close();
        return [.. _heaviest.UnorderedItems.Select(item => item.Element).OrderByDescending(one => one.Bytes).ThenBy(one => one.Name, StringComparer.Ordinal)];
    }

    private void Close()
    {
        if (_open is null)
        {
            return;
        }

        if (_heaviest.Count < Kept)
        {
            _heaviest.Enqueue(new ShareCount(_open, _objects, _bytes), _bytes);
        }
        else
        {
            _heaviest.EnqueueDequeue(new ShareCount(_open, _objects, _bytes), _bytes);
        }

        (_open, _objects, _bytes) = (null, 0, 0);
    }
}

/// <summary>A <see cref="PrefixTally"/> at one moment.</summary>
/// <param name="Heaviest">The heaviest closed ones.</param>
/// <param name="Open">The open one.</param>
/// <param name="OpenObjects">Its objects so far.</param>
/// <param name="OpenBytes">Its bytes so far.</param>
/// <param name="Count">Prefixes seen.</param>
/// <param name="TopObjects">Objects below none.</param>
/// <param name="TopBytes">Their bytes.</param>
public sealed record PrefixState(IReadOnlyList<ShareCount> Heaviest, string? Open, long OpenObjects, long OpenBytes, long Count, long TopObjects, long TopBytes);
