namespace DlpDashboard.Storage.Measuring;

/// <summary>Adds up how buckets are made up, in bounded memory. Prefixes are of a bucket and are not added; the largest objects carry their bucket's name.</summary>
public sealed class FiguresSum
{
    private readonly Dictionary<string, (long Objects, long Bytes)> _classes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (long Objects, long Bytes, long Error)> _extensions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (long Objects, long Bytes)> _ages = new(StringComparer.Ordinal);
    private readonly PriorityQueue<LargeObject, long> _largest = new();
    private long _unsized;
    private bool _isApproximate;

    /// <summary>One more.</summary>
    /// <param name="figures">How it is made up.</param>
    /// <param name="bucket">Its name, to stand before the keys of its largest objects; null where they carry one already.</param>
    public void Add(BucketFigures figures, string? bucket)
    {
        _unsized += figures.Unsized;
        figures.Classes.ToList().ForEach(one => Add(_classes, one));
        figures.Ages.ToList().ForEach(one => Add(_ages, one));
        foreach (var one in figures.Extensions)
        {
            var held = _extensions.GetValueOrDefault(one.Name);
            _extensions[one.Name] = (held.Objects + one.Objects, held.Bytes + one.Bytes, held.Error + one.Error);
        }

        // A bucket keeps only its heaviest: what lies behind them is in nobody's sum.
        _isApproximate |= figures.ExtensionsAreApproximate || figures.Extensions.Count >= BucketFigures.MaxExtensions;
        Trim();
        foreach (var one in figures.Largest)
        {
            _largest.Enqueue(bucket is null ? one : one with { Key = $"{bucket}/{one.Key}" }, one.Bytes);
            if (_largest.Count > BucketTally.Largest)
            {
                _largest.Dequeue();
            }
        }
    }

    /// <summary>The sum.</summary>
    public BucketFigures End() => new()
    {
        Unsized = _unsized,
        Classes = [.. _classes.Select(pair => new ShareCount(pair.Key, pair.Value.Objects, pair.Value.Bytes)).OrderByDescending(one => one.Bytes).ThenBy(one => one.Name, StringComparer.Ordinal)],
        Ages = [.. AgeBand.Names.Where(_ages.ContainsKey).Select(name => new ShareCount(name, _ages[name].Objects, _ages[name].Bytes))],
        Extensions = [.. Heaviest().Take(BucketFigures.MaxExtensions)],
        ExtensionsAreApproximate = _isApproximate,
        Largest = [.. _largest.UnorderedItems.Select(item => item.Element).OrderByDescending(one => one.Bytes).ThenBy(one => one.Key, StringComparer.Ordinal)],
    };

    private static void Add(Dictionary<string, (long Objects, long Bytes)> sums, ShareCount one)
    {
        var held = sums.GetValueOrDefault(one.Name);
        sums[one.Name] = (held.Objects + one.Objects, held.Bytes + one.Bytes);
    }

    private IEnumerable<ShareCount> Heaviest() =>
        _extensions.Select(pair => new ShareCount(pair.Key, pair.Value.Objects, pair.Value.Bytes, pair.Value.Error)).OrderByDescending(one => one.Bytes).ThenBy(one => one.Name, StringComparer.Ordinal);

    private void Trim()
    {
        if (_extensions.Count <= 8 * HeavySketch.Places)
        {
            return;
        }

        _isApproximate = true;
        foreach (var light in Heaviest().Skip(HeavySketch.Places).Select(one => one.Name).ToList())
        {
            _extensions.Remove(light);
        }
    }
}
