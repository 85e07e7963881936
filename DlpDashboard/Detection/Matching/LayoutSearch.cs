namespace DlpDashboard.Detection.Matching;

/// <summary>
/// Seeks the layout of the prefilter that lets the fewest places of <see cref="UsualText"/> through: starts from merged groups, then in turns chooses the offsets that tell most
/// and moves fingerprints to buckets where they cost less, until nothing gains. Takes seconds; the outcome is kept in the repository (<see cref="LayoutTable"/>).
/// </summary>
internal sealed class LayoutSearch
{
    private const int MostRounds = 12;
    private const double Gain = 1e-6;

    // A turn takes as long as the exact test of so many anchors in a kilobyte.
    private const double TurnCost = 6;

    private static readonly sbyte[] Near = [-1, 0, 1, 2, 3, 4, 5, 6, 7, 8], Far = [-1, 0, 1, 2, 4, 6, 8, 10, 12, 16];
    private static readonly sbyte[][][] Starts = [[Near, Far], [Near, Near, Far]];

    private readonly IReadOnlyList<Fingerprint> _fingerprints;
    private readonly LayoutGroup[] _alone;
    private readonly sbyte[][] _turns;
    private readonly int[] _buckets;

    private LayoutSearch(IReadOnlyList<Fingerprint> fingerprints, sbyte[][] turns, int[] buckets)
    {
        _fingerprints = fingerprints;
        _alone = [.. fingerprints.Select(fingerprint => new LayoutGroup(fingerprint))];
        (_turns, _buckets) = ([.. turns], [.. buckets]);
    }

    /// <summary>The best layout found. Dormant fingerprints, which most texts are searched without, take what place is left for them.</summary>
    public static Layout Find(IReadOnlyList<Fingerprint> fingerprints)
    {
        var awake = fingerprints.Where(IsSought).ToList();
        var search = Starts.AsParallel().Select(turns => Improve(awake, turns)).MinBy(found => (found.Total() * 1024 / UsualText.Bytes.Length) + (found._turns.Length * TurnCost))!;
        return Complete(fingerprints, new Layout(search._turns, [.. fingerprints.Select(fingerprint => IsSought(fingerprint) ? search._buckets[awake.IndexOf(fingerprint)] : -1)]));
    }

    /// <summary>Gives those that have no bucket in a layout the one they cost least in; all else stays.</summary>
    public static Layout Complete(IReadOnlyList<Fingerprint> fingerprints, Layout layout)
    {
        var search = new LayoutSearch(fingerprints, layout.Turns, layout.Buckets);
        foreach (var index in Enumerable.Range(0, fingerprints.Count).Where(index => layout.Buckets[index] < 0))
        {
            search._buckets[index] = search.CheapestFor(index);
        }

        return new Layout(layout.Turns, search._buckets);
    }

    private static LayoutSearch Improve(List<Fingerprint> fingerprints, sbyte[][] turns)
    {
        var search = new LayoutSearch(fingerprints, turns, new LayoutMerge(turns).Run(fingerprints));
        for (var (round, least) = (0, double.MaxValue); round < MostRounds && search.Total() is var total && total < least - Gain; round++)
        {
            least = total;
            search.Move();
            search.ChooseOffsets();
        }

        return search;
    }

    private static bool IsSought(Fingerprint fingerprint) => !fingerprint.IsDormant && !StartFinder.Finds(fingerprint);

    private double Total() => Enumerable.Range(0, _turns.Length * Layout.PerTurn).Sum(bucket => Union(bucket).Cost(_turns[bucket / Layout.PerTurn]));

    // One offset for another, as long as that tells more. The one before the anchor stays, as the kernels take it for granted.
    private void ChooseOffsets()
    {
        for (var turn = 0; turn < _turns.Length; turn++)
        {
            var unions = Enumerable.Range(turn * Layout.PerTurn, Layout.PerTurn).Select(Union).ToArray();
            double Cost(sbyte[] offsets) => unions.Sum(union => union.Cost(offsets));
            for (var (best, least) = (_turns[turn], Cost(_turns[turn]) + 1); Cost(best) < least - Gain; best = Swaps(best).Append(best).MinBy(Cost)!)
            {
                (_turns[turn], least) = (best, Cost(best));
            }
        }
    }

    private static IEnumerable<sbyte[]> Swaps(sbyte[] offsets) =>
        from at in Enumerable.Range(1, offsets.Length - 1)
        from other in Enumerable.Range(0, Fingerprint.Offsets + Fingerprint.FirstOffset).Select(offset => (sbyte)offset)
        where !offsets.Contains(other)
        select offsets.Select((offset, index) => index == at ? other : offset).Order().ToArray();

    private void Move()
    {
        for (var index = 0; index < _fingerprints.Count; index++)
        {
            var before = _buckets[index];
            _buckets[index] = -1;
            var best = CheapestFor(index);
            _buckets[index] = Added(index, best) < Added(index, before) - Gain ? best : before;
        }
    }

    private int CheapestFor(int index) => Enumerable.Range(0, _turns.Length * Layout.PerTurn).MinBy(bucket => Added(index, bucket));

    private double Added(int index, int bucket)
    {
        var union = Union(bucket);
        var offsets = _turns[bucket / Layout.PerTurn];
        return union.CostWith(_alone[index], offsets) - union.Cost(offsets);
    }

    private LayoutGroup Union(int bucket)
    {
        var union = new LayoutGroup();
        foreach (var (_, group) in _alone.Index().Where(pair => _buckets[pair.Index] == bucket))
        {
            union.Add(group);
        }

        return union;
    }
}
