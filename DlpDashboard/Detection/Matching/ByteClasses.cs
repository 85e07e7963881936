using System.Numerics;

namespace DlpDashboard.Detection.Matching;

/// <summary>
/// Deals the 256 byte values to 64 classes, so that one lookup among 64 entries tells of a byte: values no fingerprint tells apart share one, and beyond that those
/// whose union lets little more through, the rare before the frequent. A superset, as the prefilter is; the exact test decides.
/// </summary>
internal sealed class ByteClasses
{
    /// <summary>Classes there are.</summary>
    public const int Count = 64;

    private readonly byte[] _classOf = new byte[256];

    public ByteClasses(IReadOnlyList<Fingerprint> fingerprints)
    {
        var rows = new List<(ulong[] Tells, double Share, List<byte> Bytes)>();
        var usual = UsualText.Bytes.CountBy(value => value).ToDictionary(pair => pair.Key, pair => (pair.Value + 0.05) / UsualText.Bytes.Length);
        for (var value = 0; value < 256; value++)
        {
            var tells = TellsOf(fingerprints, (byte)value);
            var share = usual.GetValueOrDefault((byte)value, 0.05 / UsualText.Bytes.Length);
            var alike = rows.FindIndex(row => row.Tells.AsSpan().SequenceEqual(tells));
            if (alike >= 0)
            {
                rows[alike].Bytes.Add((byte)value);
                rows[alike] = rows[alike] with { Share = rows[alike].Share + share };
            }
            else
            {
                rows.Add((tells, share, [(byte)value]));
            }
        }

        while (rows.Count > Count)
        {
            Merge(rows);
        }

        foreach (var (number, row) in rows.Index())
        {
            row.Bytes.ForEach(value => _classOf[value] = (byte)number);
        }
    }

    /// <summary>The class of a byte.</summary>
    public byte Of(byte value) => _classOf[value];

    /// <summary>The classes of the bytes in order, for lookups.</summary>
    public ReadOnlySpan<byte> All => _classOf;

    // The two whose union adds least: what one takes more of the other's text.
    private static void Merge(List<(ulong[] Tells, double Share, List<byte> Bytes)> rows)
    {
        var (first, second, least) = (0, 1, double.MaxValue);
        for (var one = 0; one < rows.Count; one++)
        {
            for (var other = one + 1; other < rows.Count; other++)
            {
                var cost = (More(rows[one].Tells, rows[other].Tells) * rows[other].Share) + (More(rows[other].Tells, rows[one].Tells) * rows[one].Share);
                (first, second, least) = cost < least ? (one, other, cost) : (first, second, least);
            }
        }

        var gone = rows[second];
        rows[first] = ([.. rows[first].Tells.Zip(gone.Tells, (a, b) => a | b)], rows[first].Share + gone.Share, [.. rows[first].Bytes, .. gone.Bytes]);
        rows.RemoveAt(second);
    }

    private static int More(ulong[] one, ulong[] other)
    {
        var more = 0;
        for (var word = 0; word < one.Length; word++)
        {
            more += BitOperations.PopCount(one[word] & ~other[word]);
        }

        return more;
    }

    // A bit for each fingerprint and offset that takes the byte.
    private static ulong[] TellsOf(IReadOnlyList<Fingerprint> fingerprints, byte value)
    {
        var tells = new ulong[((fingerprints.Count * Fingerprint.Offsets) + 63) / 64];
        for (var index = 0; index < fingerprints.Count * Fingerprint.Offsets; index++)
        {
            tells[index / 64] |= fingerprints[index / Fingerprint.Offsets].At((index % Fingerprint.Offsets) + Fingerprint.FirstOffset).Holds(value) ? 1UL << (index & 63) : 0;
        }

        return tells;
    }
}
