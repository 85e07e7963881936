namespace DlpDashboard.Detection.Matching;

/// <summary>
/// Shares the fingerprints out among eight buckets, the bits of a byte: the prefilter tests a bucket's union. Pairs are merged greedily
/// where the union lets the least more through, measured by the chance that usual text stands at each offset.
/// </summary>
internal static class BucketLayout
{
    /// <summary>Bits of the prefilter's byte.</summary>
    public const int Buckets = 8;

    /// <summary>The offsets the prefilter tests; sparse, so that they reach further. The exact test has all.</summary>
    public static ReadOnlySpan<sbyte> TestedOffsets => [-1, 0, 1, 2, 3, 4, 5, 6, 8, 10];

    private static readonly double[] Frequency = UsualText();

    /// <summary>For each bucket the bytes that can stand at each tested offset.</summary>
    public static ByteSet[][] Share(IReadOnlyList<Fingerprint> fingerprints)
    {
        var groups = fingerprints.Select(fingerprint => TestedOffsets.ToArray().Select(offset => fingerprint.At(offset)).ToArray()).ToList();
        var costs = groups.ConvertAll(Cost);
        while (groups.Count > Buckets)
        {
            var (first, second) = CheapestPair(groups, costs);
            groups[first] = Union(groups[first], groups[second]);
            costs[first] = Cost(groups[first]);
            groups.RemoveAt(second);
            costs.RemoveAt(second);
        }

        return [.. groups];
    }

    private static (int First, int Second) CheapestPair(List<ByteSet[]> groups, List<double> costs)
    {
        var best = (First: 0, Second: 1);
        var least = double.MaxValue;
        for (var i = 0; i < groups.Count; i++)
        {
            for (var j = i + 1; j < groups.Count; j++)
            {
                var added = UnionCost(groups[i], groups[j]) - costs[i] - costs[j];
                if (added < least)
                {
                    (least, best) = (added, (i, j));
                }
            }
        }

        return best;
    }

    private static ByteSet[] Union(ByteSet[] left, ByteSet[] right) => [.. left.Zip(right, (a, b) => a | b)];

    private static double UnionCost(ByteSet[] left, ByteSet[] right)
    {
        var cost = 1.0;
        for (var i = 0; i < left.Length; i++)
        {
            cost *= Chance(left[i] | right[i]);
        }

        return cost;
    }

    private static double Cost(ByteSet[] sets)
    {
        var cost = 1.0;
        foreach (var set in sets)
        {
            cost *= Chance(set);
        }

        return cost;
    }

    private static double Chance(ByteSet set)
    {
        var chance = 0.0;
        for (var value = 0; value < 256; value++)
        {
            chance += set.Holds((byte)value) ? Frequency[value] : 0;
        }

        return chance;
    }

    private static double[] UsualText()
    {
        // Digits weigh more than they occur: they come in runs, so the offsets are not independent.
        var frequency = new double[256];
        for (var value = 0; value < 256; value++)
        {
            var c = (char)value;
            frequency[value] = c switch
            {
                ' ' => 12,
                >= '0' and <= '9' => 3.2,
                'e' or 't' or 'a' or 'o' or 'i' or 'n' or 's' or 'r' => 5,
                >= 'a' and <= 'z' => 1.8,
                >= 'A' and <= 'Z' => 0.5,
                '.' or ',' or '-' or ':' or '"' or '\n' or '_' or '=' => 1.3,
                > ' ' and < (char)127 => 0.3,
                _ => 0.05,
            };
        }

        var sum = frequency.Sum();
        return [.. frequency.Select(value => value / sum)];
    }
}
