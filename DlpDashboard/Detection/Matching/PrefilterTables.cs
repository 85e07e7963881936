namespace DlpDashboard.Detection.Matching;

/// <summary>The tables the prefilter kernels read: for each tested offset which buckets a byte can belong to.</summary>
internal sealed class PrefilterTables
{
    /// <summary>Tables by 7-bit byte, 128 entries an offset, for kernels with a full byte lookup.</summary>
    public readonly byte[] ByByte;

    /// <summary>Buckets that take a byte of 128 and above at the offset before the anchor.</summary>
    public readonly byte HighBefore;

    /// <summary>Tables by low and by high half of the byte, 16 + 16 entries an offset, whose conjunction is a superset, for kernels with a half-byte lookup.</summary>
    public readonly byte[] ByHalf;

    /// <summary>The offsets from the anchor the tables belong to, ten, the first -1.</summary>
    public readonly sbyte[] Offsets;

    public PrefilterTables(sbyte[] offsets, ByteSet[][] buckets)
    {
        Offsets = offsets;
        ByByte = new byte[offsets.Length * 128];
        ByHalf = new byte[offsets.Length * 32];
        for (var bucket = 0; bucket < buckets.Length; bucket++)
        {
            var bit = (byte)(1 << bucket);
            for (var place = 0; place < offsets.Length; place++)
            {
                var set = buckets[bucket][place];
                HighBefore |= place == 0 && (set.C | set.D) != 0 ? bit : (byte)0;

                // A lookup by 7 bits takes a high byte for a low one. Only the first offset mends that; elsewhere a class that takes
                // high bytes but not all low ones is widened to all, and the exact test decides.
                FillByByte(place, place > 0 && set.HoldsHighButNotAllLow ? ByteSet.All : set, bit);
                FillByHalf(place, set, bit);
            }
        }
    }

    private void FillByByte(int place, ByteSet set, byte bit)
    {
        for (var value = 0; value < 128; value++)
        {
            ByByte[(place * 128) + value] |= set.Holds((byte)value) ? bit : (byte)0;
        }
    }

    private void FillByHalf(int place, ByteSet set, byte bit)
    {
        for (var value = 0; value < 256; value++)
        {
            if (set.Holds((byte)value))
            {
                ByHalf[(place * 32) + (value & 15)] |= bit;
                ByHalf[(place * 32) + 16 + (value >> 4)] |= bit;
            }
        }
    }
}
