namespace DlpDashboard.Detection.Matching;

/// <summary>The tables of one turn of the prefilter: for each tested offset which buckets a byte can belong to.</summary>
internal sealed class TurnTables
{
    /// <summary>For each offset the buckets' classes, of which kernels with a full lookup make tables by <see cref="ByteClasses"/>.</summary>
    public readonly ByteSet[][] Buckets;

    /// <summary>Tables by low and by high half of the byte, 16 + 16 entries an offset, whose conjunction is a superset, for kernels with a half-byte lookup.</summary>
    public readonly byte[] ByHalf;

    /// <summary>The offsets from the anchor the tables belong to, ten, the first -1.</summary>
    public readonly sbyte[] Offsets;

    public TurnTables(sbyte[] offsets, ByteSet[][] buckets)
    {
        Offsets = offsets;
        Buckets = buckets;
        ByHalf = new byte[offsets.Length * 32];
        for (var bucket = 0; bucket < buckets.Length; bucket++)
        {
            for (var place = 0; place < offsets.Length; place++)
            {
                FillByHalf(place, buckets[bucket][place], (byte)(1 << bucket));
            }
        }
    }

    /// <summary>Tables by class, 64 entries an offset: a bit for each bucket that takes a byte of the class there.</summary>
    public byte[] ByClass(ByteClasses classes)
    {
        var tables = new byte[Offsets.Length * ByteClasses.Count];
        for (var bucket = 0; bucket < Buckets.Length; bucket++)
        {
            for (var place = 0; place < Offsets.Length; place++)
            {
                for (var value = 0; value < 256; value++)
                {
                    tables[(place * ByteClasses.Count) + classes.Of((byte)value)] |= Buckets[bucket][place].Holds((byte)value) ? (byte)(1 << bucket) : (byte)0;
                }
            }
        }

        return tables;
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
