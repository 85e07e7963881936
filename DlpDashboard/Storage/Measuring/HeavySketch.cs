namespace DlpDashboard.Storage.Measuring;

/// <summary>
/// The heaviest names of a stream in bounded memory: the space-saving algorithm (Metwally, Agrawal, El Abbadi, 2005) with weights. While there were no more names than places everything is exact;
/// afterwards the lightest name gives its place and its weight to a new one, so that a weight is never too low and too high by at most <see cref="ShareCount.Error"/>, itself at most the stream's weight over <see cref="Places"/>.
/// </summary>
public sealed class HeavySketch
{
    /// <summary>Names that are held.</summary>
    public const int Places = 512;

    private readonly Dictionary<string, Entry> _entries = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Entry>.AlternateLookup<ReadOnlySpan<char>> _byText;

    /// <summary>An empty one.</summary>
    public HeavySketch() => _byText = _entries.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether a name had to give way, so that weights are estimates.</summary>
    public bool IsApproximate { get; private set; }

    /// <summary>The names held, in no order.</summary>
    public IEnumerable<ShareCount> Entries => _entries.Select(pair => new ShareCount(pair.Key, pair.Value.Objects, pair.Value.Bytes, pair.Value.Error));

    /// <summary>One object more of a name.</summary>
    public void Add(ReadOnlySpan<char> name, long bytes)
    {
        if (!_byText.TryGetValue(name, out var entry))
        {
            entry = Room();
            _byText[name] = entry;
        }

        entry.Objects++;
        entry.Bytes += bytes;
    }

    /// <summary>Puts back what was held.</summary>
    public void Restore(IEnumerable<ShareCount> entries, bool isApproximate)
    {
        IsApproximate = isApproximate;
        foreach (var entry in entries.Take(Places))
        {
            _entries[entry.Name] = new Entry { Objects = entry.Objects, Bytes = entry.Bytes, Error = entry.Error };
        }
    }

    private Entry Room()
    {
        if (_entries.Count < Places)
        {
            return new Entry();
        }

        var lightest = _entries.MinBy(pair => pair.Value.Bytes);
        _entries.Remove(lightest.Key);
        IsApproximate = true;
        return new Entry { Bytes = lightest.Value.Bytes, Error = lightest.Value.Bytes };
    }

    private sealed class Entry
    {
        public long Objects { get; set; }

        public long Bytes { get; set; }

        public long Error { get; init; }
    }
}
