namespace DlpDashboard.Detection.Matching;

/// <summary>What merging two buckets would cost, for all pairs: each bucket remembers its cheapest partner, so that a merge works out one row anew and not all of them.</summary>
internal sealed class MergeCosts
{
    private readonly List<BucketDraft> _groups;
    private readonly List<(double Cost, BucketDraft? Partner)> _best = [];

    /// <param name="groups">The buckets; merging changes the list.</param>
    public MergeCosts(List<BucketDraft> groups)
    {
        _groups = groups;
        for (var index = 0; index < groups.Count; index++)
        {
            _best.Add(CheapestOf(index));
        }
    }

    /// <summary>Merges the two whose merger lets the least more through; of equal ones the first in order.</summary>
    public void MergeCheapest()
    {
        var first = 0;
        for (var index = 1; index < _groups.Count; index++)
        {
            first = _best[index].Cost < _best[first].Cost ? index : first;
        }

        var (kept, gone) = (_groups[first], _best[first].Partner!);
        var second = _groups.IndexOf(gone);
        _groups[first] = kept.With(gone);
        _groups.RemoveAt(second);
        _best.RemoveAt(second);
        for (var index = 0; index < _groups.Count; index++)
        {
            var partner = _best[index].Partner;
            if (index == first || partner == kept || partner == gone)
            {
                _best[index] = CheapestOf(index);
            }
            else if (index < first && Added(index, first) is var cost && cost < _best[index].Cost)
            {
                _best[index] = (cost, _groups[first]);
            }
        }
    }

    // Each pair is looked at from its earlier member.
    private (double Cost, BucketDraft? Partner) CheapestOf(int index)
    {
        (double Cost, BucketDraft? Partner) best = (double.MaxValue, null);
        for (var other = index + 1; other < _groups.Count; other++)
        {
            var cost = Added(index, other);
            if (cost < best.Cost)
            {
                best = (cost, _groups[other]);
            }
        }

        return best;
    }

    private double Added(int index, int other) => _groups[index].CostWith(_groups[other]) - _groups[index].Cost - _groups[other].Cost;
}
