namespace DlpDashboard.Detection.Matching;

/// <summary>Which offsets each turn of the prefilter tests, and which bucket each fingerprint is in; see <see cref="LayoutTable"/>.</summary>
/// <param name="Turns">For each turn ten offsets from the anchor, the first -1.</param>
/// <param name="Buckets">For each fingerprint its bucket, <see cref="PerTurn"/> a turn; -1 where it has none yet.</param>
internal sealed record Layout(sbyte[][] Turns, int[] Buckets)
{
    /// <summary>Buckets in one turn of the prefilter, a bit of its byte each.</summary>
    public const int PerTurn = 8;

    /// <summary>Offsets a turn tests: ten pairs of tables fit into the vector registers.</summary>
    public const int OffsetsPerTurn = 10;

    /// <summary>Buckets of all turns.</summary>
    public int BucketCount => Turns.Length * PerTurn;

    /// <summary>The offsets a bucket is tested at.</summary>
    public sbyte[] OffsetsOf(int bucket) => Turns[bucket / PerTurn];

    /// <summary>The prefilter's tables for fingerprints in the order of <see cref="Buckets"/>.</summary>
    /// <param name="fingerprints">The fingerprints.</param>
    /// <param name="takes">Which of them the tables let through.</param>
    public TurnTables[] Tables(IReadOnlyList<Fingerprint> fingerprints, Func<Fingerprint, bool> takes) =>
        [.. Turns.Select((offsets, turn) => new TurnTables(offsets, [.. Enumerable.Range(turn * PerTurn, PerTurn).Select(bucket => UnionOf(fingerprints, bucket, offsets, takes))]))];

    private ByteSet[] UnionOf(IReadOnlyList<Fingerprint> fingerprints, int bucket, sbyte[] offsets, Func<Fingerprint, bool> takes)
    {
        var union = new ByteSet[offsets.Length];
        foreach (var (index, fingerprint) in fingerprints.Index().Where(pair => Buckets[pair.Index] == bucket && takes(pair.Item)))
        {
            for (var place = 0; place < offsets.Length; place++)
            {
                union[place] |= fingerprint.At(offsets[place]);
            }
        }

        return union;
    }
}
