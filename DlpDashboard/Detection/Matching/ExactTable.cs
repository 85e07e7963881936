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

    private const int WordsPerVector = PerVector / 64, Line = 64;

    /// <summary>Anchors tested at once at most: what stands at them stays in the first cache.</summary>
    public const int AtOnce = 128;

    // By offset and byte, where its row begins.
    private readonly ushort[] _rowOf = new ushort[Fingerprint.Offsets * 256];
    private readonly ulong[] _rows;
    private readonly int _firstRow;

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
                    known[name] = number = checked((ushort)rows.Count);
                    rows.AddRange(row);
                }

                _rowOf[(place * 256) + value] = number;
            }
        }

        // A row is a line of the cache: it must not lie across two.
        _rows = GC.AllocateArray<ulong>(rows.Count + WordsPerVector, pinned: true);
        _firstRow = (int)((Line - (Marshal.UnsafeAddrOfPinnedArrayElement(_rows, 0) % Line)) % Line) / sizeof(ulong);
        rows.CopyTo(_rows, _firstRow);
    }

    /// <summary>Vectors of 512 fingerprints in a row.</summary>
    public int Vectors { get; }

    /// <summary>Keeps of the anchors those where a fingerprint stands: nearly all others end after seven of the places. Takes no branch an anchor.</summary>
    /// <param name="buffer">The text's first byte; 1 byte before each anchor and 16 after it are read.</param>
    /// <param name="anchors">Places in the text, at most <see cref="AtOnce"/>; those kept are moved to the front.</param>
    /// <param name="awake">Of each vector the fingerprints that count.</param>
    /// <param name="standing">Gets for each anchor kept which fingerprints stand there, <see cref="Vectors"/> vectors; has room for all anchors.</param>
    /// <returns>How many are kept.</returns>
    public int Keep(ref byte buffer, Span<int> anchors, ulong[] awake, Span<ulong> standing)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(standing.Length, anchors.Length * Vectors * WordsPerVector);
        ref var into = ref MemoryMarshal.GetReference(standing);
        var left = Keep<First>(ref buffer, anchors, awake, ref into);
        left = Keep<Then>(ref buffer, anchors[..left], awake, ref into);
        return Keep<Last>(ref buffer, anchors[..left], awake, ref into);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private int Keep<TPlaces>(ref byte buffer, Span<int> anchors, ulong[] awake, ref ulong standing)
        where TPlaces : struct, IPlaces
    {
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
                ref var known = ref TPlaces.IsFirst ? ref Unsafe.Add(ref counting, vector * WordsPerVector) : ref Unsafe.Add(ref standing, ((index * Vectors) + vector) * WordsPerVector);
                var now = TPlaces.Of(new Rows(this, ref at, vector)) & Vector512.LoadUnsafe(ref known);
                now.StoreUnsafe(ref Unsafe.Add(ref standing, ((kept * Vectors) + vector) * WordsPerVector));
                mayStand |= !Vector512.EqualsAll(now, Vector512<ulong>.Zero);
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
        var rows = new Rows(this, ref Unsafe.Add(ref anchor, Fingerprint.FirstOffset), vector);
        return First.Of(rows) & Then.Of(rows) & Last.Of(rows);
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

    /// <summary>Some of the places looked at together.</summary>
    private interface IPlaces
    {
        static abstract bool IsFirst { get; }

        static abstract Vector512<ulong> Of(Rows rows);
    }

    // The places after which the fewest anchors of usual text are left, the best first.
    private readonly struct First : IPlaces
    {
        public static bool IsFirst => true;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector512<ulong> Of(Rows rows) => (rows[1] & rows[3]) & (rows[9] & rows[2]) & (rows[5] & rows[0] & rows[8]);
    }

    private readonly struct Then : IPlaces
    {
        public static bool IsFirst => false;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector512<ulong> Of(Rows rows) => (rows[14] & rows[4]) & (rows[17] & rows[6]) & (rows[7] & rows[13]);
    }

    private readonly struct Last : IPlaces
    {
        public static bool IsFirst => false;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector512<ulong> Of(Rows rows) => (rows[10] & rows[11]) & (rows[12] & rows[15] & rows[16]);
    }

    /// <summary>The rows of the bytes around an anchor.</summary>
    private readonly ref struct Rows(ExactTable table, ref byte at, int vector)
    {
        private readonly ref byte _at = ref at;
        private readonly ref ushort _rowOf = ref MemoryMarshal.GetArrayDataReference(table._rowOf);
        private readonly ref ulong _rows = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(table._rows), table._firstRow);
        private readonly nuint _vector = (nuint)(vector * WordsPerVector);

        public Vector512<ulong> this[int place]
        {
            [MethodImpl(MethodImplOptions.AggressiveInlining)]
            get => Vector512.LoadUnsafe(ref _rows, Unsafe.Add(ref _rowOf, (place * 256) + Unsafe.Add(ref _at, place)) + _vector);
        }
    }
}
