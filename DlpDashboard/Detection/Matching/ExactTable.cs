using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace DlpDashboard.Detection.Matching;

/// <summary>
/// The second level: for all fingerprints at once, exactly and on all 18 offsets. Each (offset, byte) has a bit for each fingerprint;
/// the conjunction over the offsets leaves those that stand here. Fingerprints beyond 64 take further words.
/// </summary>
internal sealed class ExactTable
{
    private readonly ulong[] _bits;

    /// <summary>By the byte at the anchor, and by the one behind it, the words in which a fingerprint takes it; a bit a word.</summary>
    private readonly uint[] _words = new uint[512];

    public ExactTable(IReadOnlyList<Fingerprint> fingerprints)
    {
        Words = (fingerprints.Count + 63) / 64;
        _bits = new ulong[Words * Fingerprint.Offsets * 256];
        for (var index = 0; index < fingerprints.Count; index++)
        {
            for (var place = 0; place < Fingerprint.Offsets; place++)
            {
                var set = fingerprints[index].At(place + Fingerprint.FirstOffset);
                for (var value = 0; value < 256; value++)
                {
                    _bits[((((index >> 6) * Fingerprint.Offsets) + place) * 256) + value] |= set.Holds((byte)value) ? 1UL << (index & 63) : 0;
                }
            }

            for (var value = 0; value < 512; value++)
            {
                _words[value] |= fingerprints[index].At(value >> 8).Holds((byte)value) ? 1U << (index >> 6) : 0;
            }
        }
    }

    /// <summary>Words of 64 fingerprints; at most 32.</summary>
    public int Words { get; }

    /// <summary>The words in which a fingerprint may stand at an anchor; a bit each.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public uint WordsAt(ref byte anchor)
    {
        ref var words = ref MemoryMarshal.GetArrayDataReference(_words);
        return Unsafe.Add(ref words, anchor) & Unsafe.Add(ref words, 256 + Unsafe.Add(ref anchor, 1));
    }

    /// <summary>The fingerprints of one word that stand at an anchor; a bit each. Reads from the byte before it to 16 after.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong Test(ref byte anchor, int word)
    {
        ref var bits = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_bits), word * Fingerprint.Offsets * 256);
        ref var at = ref Unsafe.Add(ref anchor, Fingerprint.FirstOffset);

        // The middle tells most: nearly all anchors end here, after six bytes.
        var standing = Row(ref bits, ref at, 3) & Row(ref bits, ref at, 6) & Row(ref bits, ref at, 10) & Row(ref bits, ref at, 1) & Row(ref bits, ref at, 8) & Row(ref bits, ref at, 12);
        if (standing == 0)
        {
            return 0;
        }

        standing &= Row(ref bits, ref at, 0) & Row(ref bits, ref at, 2) & Row(ref bits, ref at, 4) & Row(ref bits, ref at, 5) & Row(ref bits, ref at, 7) & Row(ref bits, ref at, 9);
        if (standing == 0)
        {
            return 0;
        }

        standing &= Row(ref bits, ref at, 11) & Row(ref bits, ref at, 13) & Row(ref bits, ref at, 14) & Row(ref bits, ref at, 15) & Row(ref bits, ref at, 16) & Row(ref bits, ref at, 17);
        return standing;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Row(ref ulong bits, ref byte at, int place) => Unsafe.Add(ref bits, (place * 256) + Unsafe.Add(ref at, place));
}
