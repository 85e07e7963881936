using System.Numerics;
using System.Runtime.CompilerServices;

namespace DlpDashboard.Detection.Matching;

/// <summary>
/// A bucket while the layout is sought: for each turn its classes at the turn's offsets, and the places of the sample at which each class stands, a bit a place.
/// </summary>
internal sealed class BucketDraft
{
    private readonly ByteSet[][] _sets;
    private readonly ulong[][][] _places;
    private readonly double[] _costs;
    private readonly Dictionary<BucketDraft, double> _with = [];

    public BucketDraft(Fingerprint fingerprint, sbyte[][] turns)
        : this(
            [.. turns.Select(offsets => offsets.Select(offset => fingerprint.At(offset)).ToArray())],
            [.. turns.Select(offsets => offsets.Select(offset => Places(fingerprint.At(offset), offset)).ToArray())])
    {
    }

    private BucketDraft(ByteSet[][] sets, ulong[][][] places)
    {
        (_sets, _places) = (sets, places);
        _costs = [.. Enumerable.Range(0, sets.Length).Select(turn => CostWith(this, turn))];
        Cost = _costs.Min();
    }

    /// <summary>How many places of the sample it lets through in the turn that suits it, and a little for bytes the sample lacks.</summary>
    public double Cost { get; }

    /// <summary>The bytes that can stand at each offset of a turn.</summary>
    public ByteSet[] SetsOf(int turn) => _sets[turn];

    /// <summary>The cost in one turn.</summary>
    public double CostOf(int turn) => _costs[turn];

    /// <summary>The cost of both in one bucket.</summary>
    public double CostWith(BucketDraft other)
    {
        if (!_with.TryGetValue(other, out var cost))
        {
            cost = double.MaxValue;
            for (var turn = 0; turn < _sets.Length; turn++)
            {
                cost = Math.Min(cost, CostWith(other, turn));
            }

            _with[other] = cost;
        }

        return cost;
    }

    /// <summary>Both in one bucket.</summary>
    public BucketDraft With(BucketDraft other) => new(
        [.. _sets.Zip(other._sets, (a, b) => a.Zip(b, (x, y) => x | y).ToArray())],
        [.. _places.Zip(other._places, (a, b) => a.Zip(b, (x, y) => x.Zip(y, (p, q) => p | q).ToArray()).ToArray())]);

    private double CostWith(BucketDraft other, int turn) => Count(_places[turn], other._places[turn]) + Chance(_sets[turn], other._sets[turn]);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int Count(ulong[][] left, ulong[][] right)
    {
        var count = 0;
        for (var word = 0; word < left[0].Length; word++)
        {
            var standing = ulong.MaxValue;
            for (var offset = 0; offset < left.Length && standing != 0; offset++)
            {
                standing &= left[offset][word] | right[offset][word];
            }

            count += BitOperations.PopCount(standing);
        }

        return count;
    }

    private static double Chance(ByteSet[] left, ByteSet[] right)
    {
        var chance = 1000.0;
        for (var offset = 0; offset < left.Length; offset++)
        {
            chance *= (left[offset] | right[offset]).Count / 256.0;
        }

        return chance;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static ulong[] Places(ByteSet set, int offset)
    {
        Span<bool> holds = stackalloc bool[256];
        for (var value = 0; value < 256; value++)
        {
            holds[value] = set.Holds((byte)value);
        }

        var text = UsualText.Bytes;
        var places = new ulong[text.Length / 64];
        for (var at = 64; at < text.Length - 64; at++)
        {
            places[at / 64] |= holds[text[at + offset]] ? 1UL << (at & 63) : 0;
        }

        return places;
    }
}
