using System.Numerics;
using System.Runtime.CompilerServices;

namespace DlpDashboard.Detection.Matching;

/// <summary>
/// Fingerprints that share a bucket, or may: for each offset the union of their classes, and the places of <see cref="UsualText"/> at which it stands, a bit a place.
/// </summary>
internal sealed class LayoutGroup
{
    private static readonly double[] Share = [.. Enumerable.Range(0, 256).Select(value => (UsualText.Bytes.Count(b => b == value) + 0.1) / UsualText.Bytes.Length)];

    private readonly ByteSet[] _sets = new ByteSet[Fingerprint.Offsets];
    private readonly ulong[][] _places = [.. Enumerable.Range(0, Fingerprint.Offsets).Select(_ => new ulong[UsualText.Bytes.Length / 64])];

    /// <summary>An empty bucket.</summary>
    public LayoutGroup()
    {
    }

    /// <summary>One fingerprint alone.</summary>
    public LayoutGroup(Fingerprint fingerprint)
    {
        for (var place = 0; place < Fingerprint.Offsets; place++)
        {
            _sets[place] = fingerprint.At(place + Fingerprint.FirstOffset);
            FillPlaces(_places[place], _sets[place], place + Fingerprint.FirstOffset);
        }
    }

    /// <summary>Adds what another group takes.</summary>
    public void Add(LayoutGroup other)
    {
        for (var place = 0; place < Fingerprint.Offsets; place++)
        {
            _sets[place] |= other._sets[place];
            for (var word = 0; word < _places[place].Length; word++)
            {
                _places[place][word] |= other._places[place][word];
            }
        }
    }

    /// <summary>What it lets through where these offsets are tested.</summary>
    public double Cost(sbyte[] offsets) => CostWith(this, offsets);

    /// <summary>
    /// What both in one bucket let through where these offsets are tested: the places of the sample, and as many as there would be in a text of its size with the same bytes
    /// in any order, so that what the sample happens not to hold counts too.
    /// </summary>
    public double CostWith(LayoutGroup other, sbyte[] offsets)
    {
        var chance = (double)UsualText.Bytes.Length;
        foreach (var offset in offsets)
        {
            chance *= ShareOf(_sets[offset - Fingerprint.FirstOffset] | other._sets[offset - Fingerprint.FirstOffset]);
        }

        return Count(other, offsets) + chance;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int Count(LayoutGroup other, sbyte[] offsets)
    {
        var count = 0;
        for (var word = 0; word < _places[0].Length; word++)
        {
            var standing = ulong.MaxValue;
            for (var at = 0; at < offsets.Length && standing != 0; at++)
            {
                standing &= _places[offsets[at] - Fingerprint.FirstOffset][word] | other._places[offsets[at] - Fingerprint.FirstOffset][word];
            }

            count += BitOperations.PopCount(standing);
        }

        return count;
    }

    private static double ShareOf(ByteSet set)
    {
        var share = 0.0;
        for (var value = 0; value < 256; value++)
        {
            share += set.Holds((byte)value) ? Share[value] : 0;
        }

        return share;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void FillPlaces(ulong[] places, ByteSet set, int offset)
    {
        Span<bool> holds = stackalloc bool[256];
        for (var value = 0; value < 256; value++)
        {
            holds[value] = set.Holds((byte)value);
        }

        var text = UsualText.Bytes;
        for (var at = 64; at < text.Length - 64; at++)
        {
            places[at / 64] |= holds[text[at + offset]] ? 1UL << (at & 63) : 0;
        }
    }
}
