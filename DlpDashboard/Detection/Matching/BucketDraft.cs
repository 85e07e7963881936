using System.Numerics;

namespace DlpDashboard.Detection.Matching;

/// <summary>A bucket while the layout is sought: its classes, and for each offset the places of the sample at which its class stands, a bit a place.</summary>
internal sealed class BucketDraft
{
    private readonly ulong[][] _places;
    private readonly Dictionary<BucketDraft, double> _with = [];

    public BucketDraft(ByteSet[] sets)
        : this(sets, [.. sets.Select((set, place) => Places(set, BucketLayout.TestedOffsets[place]))])
    {
    }

    private BucketDraft(ByteSet[] sets, ulong[][] places)
    {
        Sets = sets;
        _places = places;
        Cost = Count(places, places) + Chance(sets, sets);
    }

    /// <summary>The bytes that can stand at each tested offset.</summary>
    public ByteSet[] Sets { get; }

    /// <summary>How many places of the sample it lets through, and a little for bytes the sample lacks.</summary>
    public double Cost { get; }

    /// <summary>The cost of both in one bucket.</summary>
    public double CostWith(BucketDraft other)
    {
        if (!_with.TryGetValue(other, out var cost))
        {
            _with[other] = cost = Count(_places, other._places) + Chance(Sets, other.Sets);
        }

        return cost;
    }

    /// <summary>Both in one bucket.</summary>
    public BucketDraft With(BucketDraft other) => new(
        [.. Sets.Zip(other.Sets, (a, b) => a | b)],
        [.. _places.Zip(other._places, (a, b) => a.Zip(b, (x, y) => x | y).ToArray())]);

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

    private static ulong[] Places(ByteSet set, int offset)
    {
        var text = UsualText.Bytes;
        var places = new ulong[text.Length / 64];
        for (var at = 64; at < text.Length - 64; at++)
        {
            places[at / 64] |= set.Holds(text[at + offset]) ? 1UL << (at & 63) : 0;
        }

        return places;
    }
}
