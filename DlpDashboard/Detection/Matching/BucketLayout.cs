namespace DlpDashboard.Detection.Matching;

/// <summary>
/// Shares the fingerprints out among sixteen buckets, eight a byte: the prefilter tests a bucket's union. Pairs are merged greedily
/// where the union lets the least more through, measured by what a sample of usual text holds.
/// </summary>
internal static class BucketLayout
{
    /// <summary>Buckets in all, and in one turn of the prefilter, a bit of its byte each.</summary>
    public const int Buckets = 16, PerTurn = 8;

    /// <summary>The offsets the prefilter tests; sparse, so that they reach further. The exact test has all.</summary>
    public static ReadOnlySpan<sbyte> TestedOffsets => [-1, 0, 1, 2, 3, 4, 5, 6, 8, 10];

    /// <summary>For each bucket the bytes that can stand at each tested offset.</summary>
    public static ByteSet[][] Share(IReadOnlyList<Fingerprint> fingerprints)
    {
        var offsets = TestedOffsets.ToArray();
        var groups = fingerprints.Select(fingerprint => new BucketDraft([.. offsets.Select(offset => fingerprint.At(offset))])).ToList();
        while (groups.Count > Buckets)
        {
            var (first, second) = CheapestPair(groups);
            groups[first] = groups[first].With(groups[second]);
            groups.RemoveAt(second);
        }

        return [.. groups.Select(group => group.Sets)];
    }

    private static (int First, int Second) CheapestPair(List<BucketDraft> groups)
    {
        var best = (First: 0, Second: 1);
        var least = double.MaxValue;
        for (var i = 0; i < groups.Count; i++)
        {
            for (var j = i + 1; j < groups.Count; j++)
            {
                var added = groups[i].CostWith(groups[j]) - groups[i].Cost - groups[j].Cost;
                if (added < least)
                {
                    (least, best) = (added, (i, j));
                }
            }
        }

        return best;
    }
}
