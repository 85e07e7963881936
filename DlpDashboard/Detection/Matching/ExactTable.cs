using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace DlpDashboard.Detection.Matching;

/// <summary>
/// The second level: for all fingerprints at once, exactly and on all 18 offsets. Each (offset, byte) leads to a row with a bit for each fingerprint;
/// the conjunction of the rows leaves those that stand here. Rows that are alike are kept once, so that what usual text asks for stays in the first cache.
/// </summary>
/// <remarks>A row is one vector of 512 bits, two or four where the processor's are shorter; fingerprints beyond 512 take further vectors.</remarks>
internal sealed class ExactTable
{
    /// <summary>Fingerprints in one vector.</summary>
    private const int PerVector = 512;

    private const int WordsPerVector = PerVector / 64;

    // By offset and byte, the number of its row.
    private readonly ushort[] _rowOf = new ushort[Fingerprint.Offsets * 256];
    private readonly ulong[] _rows;

    public ExactTable(IReadOnlyList<Fingerprint> fingerprints)
    {
        Vectors = Math.Max(1, (fingerprints.Count + PerVector - 1) / PerVector);
        var width = Vectors * WordsPerVector;
        var known = new Dictionary<string, ushort>(StringComparer.Ordinal);
        var rows = new List<ulong>();
        for (var place = 0; place < Fingerprint.Offsets; place++)
        {
            var sets = fingerprints.Select(fingerprint => fingerprint.At(place + Fingerprint.FirstOffset)).ToArray();
            for (var value = 0; value < 256; value++)
            {
                var row = RowOf(sets, (byte)value, width);
                var name = string.Join(' ', row);
                if (!known.TryGetValue(name, out var number))
                {
                    known[name] = number = (ushort)known.Count;
                    rows.AddRange(row);
                }

                _rowOf[(place * 256) + value] = number;
            }
        }

        _rows = [.. rows];
    }

    /// <summary>Vectors of 512 fingerprints in a row.</summary>
    public int Vectors { get; }

    /// <summary>Keeps of the anchors those where, by thirteen of the offsets, a fingerprint may stand: nearly all others end here. Takes no branch an anchor.</summary>
    /// <param name="buffer">The text's first byte; 1 byte before each anchor and 16 after it are read.</param>
    /// <param name="anchors">Places in the text; those kept are moved to the front.</param>
    /// <param name="awake">Of each vector the fingerprints that count.</param>
    /// <returns>How many are kept.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public int Keep(ref byte buffer, Span<int> anchors, ulong[] awake)
    {
        ref var rowOf = ref MemoryMarshal.GetArrayDataReference(_rowOf);
        ref var rows = ref MemoryMarshal.GetArrayDataReference(_rows);
        ref var list = ref MemoryMarshal.GetReference(anchors);
        ref var counting = ref MemoryMarshal.GetArrayDataReference(awake);
        var kept = 0;
        for (var index = 0; index < anchors.Length; index++)
        {
            var anchor = Unsafe.Add(ref list, index);
            ref var at = ref Unsafe.Add(ref buffer, anchor + Fingerprint.FirstOffset);
            var mayStand = false;
            for (var vector = 0; vector < Vectors; vector++)
            {
                var standing = Early(ref rowOf, ref rows, ref at, vector) & Vector512.LoadUnsafe(ref counting, (nuint)(vector * WordsPerVector));
                mayStand |= !Vector512.EqualsAll(standing, Vector512<ulong>.Zero);
            }

            Unsafe.Add(ref list, kept) = anchor;
            kept += mayStand ? 1 : 0;
        }

        return kept;
    }

    /// <summary>The fingerprints of a vector that stand at an anchor, a bit each.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<ulong> Test(ref byte anchor, int vector)
    {
        ref var rowOf = ref MemoryMarshal.GetArrayDataReference(_rowOf);
        ref var rows = ref MemoryMarshal.GetArrayDataReference(_rows);
        ref var at = ref Unsafe.Add(ref anchor, Fingerprint.FirstOffset);
        return Early(ref rowOf, ref rows, ref at, vector)
            & Row(ref rowOf, ref rows, ref at, 10, vector) & Row(ref rowOf, ref rows, ref at, 11, vector) & Row(ref rowOf, ref rows, ref at, 12, vector)
            & Row(ref rowOf, ref rows, ref at, 15, vector) & Row(ref rowOf, ref rows, ref at, 16, vector);
    }

    private static ulong[] RowOf(ByteSet[] sets, byte value, int width)
    {
        var row = new ulong[width];
        for (var index = 0; index < sets.Length; index++)
        {
            row[index >> 6] |= sets[index].Holds(value) ? 1UL << (index & 63) : 0;
        }

        return row;
    }

    // Those of the places after which the fewest anchors of usual text are left.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector512<ulong> Early(ref ushort rowOf, ref ulong rows, ref byte at, int vector) =>
        (Row(ref rowOf, ref rows, ref at, 1, vector) & Row(ref rowOf, ref rows, ref at, 3, vector) & Row(ref rowOf, ref rows, ref at, 9, vector) & (Row(ref rowOf, ref rows, ref at, 2, vector) & Row(ref rowOf, ref rows, ref at, 5, vector)))
        & (Row(ref rowOf, ref rows, ref at, 0, vector) & Row(ref rowOf, ref rows, ref at, 8, vector) & (Row(ref rowOf, ref rows, ref at, 14, vector) & Row(ref rowOf, ref rows, ref at, 4, vector)))
        & (Row(ref rowOf, ref rows, ref at, 13, vector) & Row(ref rowOf, ref rows, ref at, 17, vector) & (Row(ref rowOf, ref rows, ref at, 6, vector) & Row(ref rowOf, ref rows, ref at, 7, vector)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector512<ulong> Row(ref ushort rowOf, ref ulong rows, ref byte at, int place, int vector)
    {
        var row = (nuint)Unsafe.Add(ref rowOf, (place * 256) + Unsafe.Add(ref at, place));
        return Vector512.LoadUnsafe(ref rows, (row * (nuint)(Vectors * WordsPerVector)) + (nuint)(vector * WordsPerVector));
    }
}
