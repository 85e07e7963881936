namespace DlpDashboard.Detection.Matching;

/// <summary>
/// Shares the fingerprints out among sixteen buckets, eight a byte: the prefilter tests a bucket's union. Which share one
/// is decided by how many places of a sample of usual text the union lets through.
/// </summary>
internal static class BucketLayout
{
    /// <summary>Buckets in one turn of the prefilter, a bit of its byte each.</summary>
    public const int PerTurn = 8;

    /// <summary>
    /// The offsets each turn tests, ten because ten pairs of tables fit into the vector registers: one row close together for short shapes, one that reaches far
    /// for long tokens. The exact test has all.
    /// </summary>
    private static readonly sbyte[][] TurnOffsets = [[-1, 0, 1, 2, 3, 4, 5, 7, 8, 10], [-1, 0, 1, 2, 3, 4, 6, 7, 10, 13]];

    /// <summary>The turns of the prefilter: pairs are merged greedily where that lets the least more through, then each bucket goes to the turn that suits it.</summary>
    public static PrefilterTables[] Share(IReadOnlyList<Fingerprint> fingerprints)
    {
        var groups = fingerprints.Select(fingerprint => new BucketDraft(fingerprint, TurnOffsets)).ToList();
        var costs = new MergeCosts(groups);
        while (groups.Count > PerTurn * TurnOffsets.Length)
        {
            costs.MergeCheapest();
        }

        var ordered = groups.OrderBy(group => group.CostOf(0) - group.CostOf(1)).ToArray();
        return [.. ordered.Chunk(PerTurn).Select((buckets, turn) => new PrefilterTables(TurnOffsets[turn], [.. buckets.Select(bucket => bucket.SetsOf(turn))]))];
    }
}
