using DlpDashboard.Kernel;
using DlpDashboard.Providers;

namespace DlpDashboard.Storage.Measuring;

/// <summary>
/// Counts a bucket object by object as it is listed, in memory that does not grow with it, and can be put away and taken up again between any two objects.
/// What cannot be sized (a link, a damaged entry) counts as an object without bytes and is told apart.
/// </summary>
/// <param name="startedUtc">What ages are measured against.</param>
/// <param name="skip">Characters of the endpoint's own prefix.</param>
public sealed class BucketTally(DateTime startedUtc, int skip)
{
    /// <summary>Longest key or prefix that is kept to be shown.</summary>
    public const int MaxName = 1024;

    /// <summary>Largest objects that are kept.</summary>
    public const int Largest = 20;

    private const int MaxClasses = 32;
    private const int MaxClassName = 40;
    private readonly Dictionary<string, Sum> _classes = new(StringComparer.Ordinal);
    private readonly Sum[] _ages = [.. AgeBand.Names.Select(_ => new Sum())];
    private readonly PriorityQueue<LargeObject, long> _largest = new();
    private readonly HeavySketch _extensions = new();
    private readonly PrefixTally _prefixes = new(skip);

    /// <summary>Objects so far.</summary>
    public long Objects { get; private set; }

    /// <summary>Bytes so far.</summary>
    public long Bytes { get; private set; }

    /// <summary>Objects so far that could not be sized.</summary>
    public long Unsized { get; private set; }

    /// <summary>The next object of the listing.</summary>
    public void Add(StoredObject listed)
    {
        var bytes = Math.Max(0, listed.Size);
        Objects++;
        Bytes += bytes;
        Unsized += listed.KnownFault is not null && bytes == 0 ? 1 : 0;
        ClassOf(listed.StorageClass).Add(bytes);
        _ages[AgeBand.Of(listed.ModifiedUtc, startedUtc)].Add(bytes);
        Span<char> extension = stackalloc char[FileExtension.MaxLength];
        _extensions.Add(extension[..FileExtension.Write(listed.Key, extension)], bytes);
        _prefixes.Add(listed.Key, bytes);
        if (_largest.Count < Largest)
        {
            _largest.Enqueue(Shown(listed, bytes), bytes);
        }
        else if (_largest.TryPeek(out _, out var least) && bytes > least)
        {
            _largest.EnqueueDequeue(Shown(listed, bytes), bytes);
        }
    }

    /// <summary>As it stands.</summary>
    public TallyState Save() => new(
        Objects, Bytes, Unsized, Classes(), [.. _ages.Select((sum, at) => sum.Share(AgeBand.Names[at]))], [.. _extensions.Entries], _extensions.IsApproximate, [.. _largest.UnorderedItems.Select(item => item.Element)], _prefixes.Save());

    /// <summary>Takes up what <see cref="Save"/> put away.</summary>
    public void Restore(TallyState state)
    {
        (Objects, Bytes, Unsized) = (state.Objects, state.Bytes, state.Unsized);
        foreach (var one in state.Classes)
        {
            _classes[one.Name] = new Sum { Objects = one.Objects, Bytes = one.Bytes };
        }

        foreach (var (at, band) in state.Ages.Take(_ages.Length).Index())
        {
            _ages[at] = new Sum { Objects = band.Objects, Bytes = band.Bytes };
        }

        foreach (var one in state.Largest)
        {
            _largest.Enqueue(one, one.Bytes);
        }

        _extensions.Restore(state.Extensions, state.ExtensionsAreApproximate);
        _prefixes.Restore(state.Prefixes);
    }

    /// <summary>What was counted; the listing is at its end.</summary>
    public BucketFigures End()
    {
        var heaviest = _extensions.Entries.OrderByDescending(one => one.Bytes).ThenBy(one => one.Name, StringComparer.Ordinal).Take(BucketFigures.MaxExtensions).ToList();
        var prefixes = _prefixes.End();
        return new BucketFigures
        {
            Unsized = Unsized,
            Classes = Classes(),
            Ages = [.. _ages.Select((sum, at) => sum.Share(AgeBand.Names[at])).Where(share => share.Objects > 0)],
            Extensions = heaviest,
            ExtensionsAreApproximate = _extensions.IsApproximate,
            Prefixes = prefixes,
            PrefixCount = _prefixes.Count,
            TopObjects = _prefixes.TopObjects,
            TopBytes = _prefixes.TopBytes,
            Largest = [.. _largest.UnorderedItems.Select(item => item.Element).OrderByDescending(one => one.Bytes).ThenBy(one => one.Key, StringComparer.Ordinal)],
        };
    }

    private static LargeObject Shown(StoredObject listed, long bytes) =>
        new(StorableText.Of(listed.Key, MaxName), bytes, listed.ModifiedUtc, listed.StorageClass is { } name ? StorableText.Of(name, MaxClassName) : null);

    private List<ShareCount> Classes() => [.. _classes.Select(pair => pair.Value.Share(pair.Key)).OrderByDescending(one => one.Bytes).ThenBy(one => one.Name, StringComparer.Ordinal)];

    private Sum ClassOf(string? name)
    {
        var asked = name ?? string.Empty;
        if (_classes.TryGetValue(asked, out var sum))
        {
            return sum;
        }

        // A server that names a class of its own for each object gets no memory for it.
        var kept = _classes.Count < MaxClasses ? StorableText.Of(asked, MaxClassName) : BucketFigures.OtherClasses;
        return _classes.TryGetValue(kept, out sum) ? sum : _classes[kept] = new Sum();
    }

    private sealed class Sum
    {
        public long Objects { get; set; }

        public long Bytes { get; set; }

        public void Add(long bytes)
        {
            Objects++;
            Bytes += bytes;
        }

        public ShareCount Share(string name) => new(name, Objects, Bytes);
    }
}
