namespace DlpDashboard.Detection.Matching;

/// <summary>
/// The start of the search for a layout: every fingerprint a group of its own, then again and again the two become one whose union lets the least more of <see cref="UsualText"/>
/// through, until there are as many as buckets; then each group goes to the turn of the prefilter that suits it.
/// </summary>
internal sealed class LayoutMerge(sbyte[][] turns)
{
    /// <summary>The bucket of each fingerprint.</summary>
    public int[] Run(IReadOnlyList<Fingerprint> fingerprints)
    {
        var groups = fingerprints.Select((fingerprint, index) => new Member(new LayoutGroup(fingerprint), [index])).ToList();
        var cheapest = groups.Select((_, row) => CheapestAfter(groups, row)).ToList();
        while (groups.Count > turns.Length * Layout.PerTurn)
        {
            var first = Enumerable.Range(0, groups.Count).MinBy(row => cheapest[row].Cost);
            var (kept, gone) = (groups[first], cheapest[first].Partner!);
            var second = groups.IndexOf(gone);
            kept.Group.Add(gone.Group);
            groups[first] = new Member(kept.Group, [.. kept.Fingerprints, .. gone.Fingerprints]);
            groups.RemoveAt(second);
            cheapest.RemoveAt(second);
            for (var row = 0; row < groups.Count; row++)
            {
                var partner = cheapest[row].Partner;
                if (row == first || partner == kept || partner == gone)
                {
                    cheapest[row] = CheapestAfter(groups, row);
                }
                else if (row < first && Added(groups[row], groups[first]) is var cost && cost < cheapest[row].Cost)
                {
                    cheapest[row] = (cost, groups[first]);
                }
            }
        }

        return Seat(groups, fingerprints.Count);
    }

    // Each pair is looked at from its earlier member.
    private (double Cost, Member? Partner) CheapestAfter(List<Member> groups, int row) =>
        groups.Skip(row + 1).Select(other => (Cost: Added(groups[row], other), Partner: (Member?)other)).DefaultIfEmpty((double.MaxValue, null)).MinBy(pair => pair.Item1);

    private double Added(Member one, Member other) =>
        turns.Min(offsets => one.Group.CostWith(other.Group, offsets)) - turns.Min(one.Group.Cost) - turns.Min(other.Group.Cost);

    // Those that lose most in another turn choose first.
    private int[] Seat(List<Member> groups, int count)
    {
        var buckets = new int[count];
        var free = turns.Select(_ => Layout.PerTurn).ToArray();
        foreach (var member in groups.OrderByDescending(member => turns.Max(member.Group.Cost) - turns.Min(member.Group.Cost)))
        {
            var turn = Enumerable.Range(0, turns.Length).Where(turn => free[turn] > 0).MinBy(turn => member.Group.Cost(turns[turn]));
            var bucket = (turn * Layout.PerTurn) + --free[turn];
            foreach (var fingerprint in member.Fingerprints)
            {
                buckets[fingerprint] = bucket;
            }
        }

        return buckets;
    }

    private sealed record Member(LayoutGroup Group, int[] Fingerprints);
}
