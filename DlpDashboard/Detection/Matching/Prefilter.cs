using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace DlpDashboard.Detection.Matching;

/// <summary>
/// The first pass: marks the anchors at which some bucket can stand, a mask for each 64 bytes of text, eight buckets a turn. It reads the byte before the first
/// and <see cref="Padding"/> bytes after the last, which must be there.
/// </summary>
internal sealed class Prefilter(PrefilterTables tables, ByteClasses classes, VectorKernel kernel)
{
    /// <summary>Bytes that must be readable behind the text.</summary>
    public const int Padding = 128;

    /// <summary>What is read before the first and behind the last byte, in whole vectors.</summary>
    private const int Around = 64;

    private readonly byte[][] _byClass = [.. tables.Turns.Select(turn => turn.ByClass(classes))];

    /// <summary>The best kernel of this processor.</summary>
    public static VectorKernel Best => Avx512Vbmi.IsSupported ? VectorKernel.Avx512Vbmi : Avx2.IsSupported ? VectorKernel.Avx2 : VectorKernel.Portable128;

    /// <summary>The kernel in use.</summary>
    public VectorKernel Kernel => kernel;

    /// <summary>Whether this processor has the kernel's instructions.</summary>
    public static bool Supports(VectorKernel kernel) => kernel switch
    {
        VectorKernel.Avx512Vbmi => Avx512Vbmi.IsSupported,
        VectorKernel.Avx2 => Avx2.IsSupported,
        _ => true,
    };

    /// <summary>Bytes of working memory that marking so many bytes takes.</summary>
    public static int ScratchFor(int length) => Around + ((length + 63) / 64 * 64) + (2 * Around);

    /// <summary>Marks the anchors of <paramref name="length"/> bytes from <paramref name="start"/> on; <paramref name="masks"/> gets one mask for each 64 bytes.</summary>
    /// <param name="buffer">The text; 64 bytes before the first and <see cref="Padding"/> after the last can be read.</param>
    /// <param name="start">The first byte.</param>
    /// <param name="length">How many.</param>
    /// <param name="masks">The masks.</param>
    /// <param name="scratch">Working memory, <see cref="ScratchFor"/>.</param>
    /// <returns>How many masks there are.</returns>
    public int Mark(ReadOnlySpan<byte> buffer, int start, int length, Span<ulong> masks, Span<byte> scratch)
    {
        var count = (length + 63) / 64;
        ArgumentOutOfRangeException.ThrowIfGreaterThan(start + (count * 64) + Around, buffer.Length);
        ArgumentOutOfRangeException.ThrowIfLessThan(start, Around);
        masks = masks[..count];
        masks.Clear();
        ref var first = ref Unsafe.Add(ref MemoryMarshal.GetReference(buffer), start);
        if (kernel == VectorKernel.Avx512Vbmi)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(scratch.Length, ScratchFor(length));
            ref var classed = ref MemoryMarshal.GetReference(scratch);
            Classify(ref Unsafe.Add(ref first, -Around), count + 2, ref classed);
            for (var turn = 0; turn < tables.Turns.Length; turn++)
            {
                Vbmi(ref Unsafe.Add(ref classed, Around), count, ref masks[0], _byClass[turn], tables.Turns[turn].Offsets);
            }
        }
        else
        {
            foreach (var turn in tables.Turns)
            {
                Mark(ref first, count, ref masks[0], turn);
            }
        }

        for (var block = 0; block < count; block += StartFinder.Longest / 64)
        {
            tables.Starts.Mark(ref Unsafe.Add(ref first, block * 64), masks[block..Math.Min(count, block + (StartFinder.Longest / 64))]);
        }

        if ((length & 63) != 0)
        {
            masks[^1] &= (1UL << (length & 63)) - 1;
        }

        return count;
    }

    private void Mark(ref byte first, int count, ref ulong masks, TurnTables tables)
    {
        if (kernel == VectorKernel.Avx2)
        {
            By256(ref first, count, ref masks, tables);
        }
        else
        {
            By128(ref first, count, ref masks, tables);
        }
    }

    /// <summary>Writes the class of each byte: two lookups of 128 entries, for bytes below and from 128 on.</summary>
    private void Classify(ref byte first, int count, ref byte classed)
    {
        ref var table = ref MemoryMarshal.GetReference(classes.All);
        var a0 = Vector512.LoadUnsafe(ref table, 0);
        var a1 = Vector512.LoadUnsafe(ref table, 64);
        var b0 = Vector512.LoadUnsafe(ref table, 128);
        var b1 = Vector512.LoadUnsafe(ref table, 192);
        for (var number = 0; number < count; number++)
        {
            var bytes = Vector512.LoadUnsafe(ref first, (nuint)(number * 64));
            var found = Avx512Vbmi.PermuteVar64x8x2(a0, bytes, a1);
            var high = Vector512.LessThan(bytes.AsSByte(), Vector512<sbyte>.Zero).AsByte();
            if (high != Vector512<byte>.Zero)
            {
                found = Vector512.ConditionalSelect(high, Avx512Vbmi.PermuteVar64x8x2(b0, bytes, b1), found);
            }

            found.StoreUnsafe(ref classed, (nuint)(number * 64));
        }
    }

    private static void Vbmi(ref byte first, int count, ref ulong masks, byte[] tables, sbyte[] offsets)
    {
        ref var table = ref MemoryMarshal.GetArrayDataReference(tables);
        var a = Vector512.LoadUnsafe(ref table, 0);
        var b = Vector512.LoadUnsafe(ref table, 64);
        var c = Vector512.LoadUnsafe(ref table, 128);
        var d = Vector512.LoadUnsafe(ref table, 192);
        var e = Vector512.LoadUnsafe(ref table, 256);
        var f = Vector512.LoadUnsafe(ref table, 320);
        var g = Vector512.LoadUnsafe(ref table, 384);
        var h = Vector512.LoadUnsafe(ref table, 448);
        var i = Vector512.LoadUnsafe(ref table, 512);
        var j = Vector512.LoadUnsafe(ref table, 576);
        nuint o1 = (nuint)offsets[1], o2 = (nuint)offsets[2], o3 = (nuint)offsets[3], o4 = (nuint)offsets[4], o5 = (nuint)offsets[5];
        nuint o6 = (nuint)offsets[6], o7 = (nuint)offsets[7], o8 = (nuint)offsets[8], o9 = (nuint)offsets[9];
        for (var number = 0; number < count; number++)
        {
            ref var at = ref Unsafe.Add(ref first, number * 64);
            var found = Avx512Vbmi.PermuteVar64x8(a, Vector512.LoadUnsafe(ref Unsafe.Add(ref at, -1)));
            found &= Avx512Vbmi.PermuteVar64x8(b, Vector512.LoadUnsafe(ref at, o1));
            found &= Avx512Vbmi.PermuteVar64x8(c, Vector512.LoadUnsafe(ref at, o2));
            found &= Avx512Vbmi.PermuteVar64x8(d, Vector512.LoadUnsafe(ref at, o3));
            found &= Avx512Vbmi.PermuteVar64x8(e, Vector512.LoadUnsafe(ref at, o4));
            found &= Avx512Vbmi.PermuteVar64x8(f, Vector512.LoadUnsafe(ref at, o5));
            found &= Avx512Vbmi.PermuteVar64x8(g, Vector512.LoadUnsafe(ref at, o6));
            found &= Avx512Vbmi.PermuteVar64x8(h, Vector512.LoadUnsafe(ref at, o7));
            found &= Avx512Vbmi.PermuteVar64x8(i, Vector512.LoadUnsafe(ref at, o8));
            found &= Avx512Vbmi.PermuteVar64x8(j, Vector512.LoadUnsafe(ref at, o9));
            Unsafe.Add(ref masks, number) |= ~Vector512.Equals(found, Vector512<byte>.Zero).ExtractMostSignificantBits();
        }
    }

    private static void By256(ref byte first, int count, ref ulong masks, TurnTables tables)
    {
        ref var table = ref MemoryMarshal.GetArrayDataReference(tables.ByHalf);
        for (var number = 0; number < count; number++)
        {
            ref var at = ref Unsafe.Add(ref first, number * 64);
            Unsafe.Add(ref masks, number) |= Mask256(ref at, ref table, tables.Offsets) | ((ulong)Mask256(ref Unsafe.Add(ref at, 32), ref table, tables.Offsets) << 32);
        }
    }

    private static uint Mask256(ref byte at, ref byte table, sbyte[] offsets)
    {
        var found = Vector256<byte>.AllBitsSet;
        var low = Vector256.Create((byte)15);
        for (var place = 0; place < offsets.Length; place++)
        {
            var bytes = Vector256.LoadUnsafe(ref Unsafe.Add(ref at, offsets[place]));
            var lows = Vector128.LoadUnsafe(ref table, (nuint)(place * 32));
            var highs = Vector128.LoadUnsafe(ref table, (nuint)((place * 32) + 16));
            var high = Vector256.ShiftRightLogical(bytes.AsUInt16(), 4).AsByte() & low;
            found &= Avx2.Shuffle(Vector256.Create(lows, lows), bytes & low) & Avx2.Shuffle(Vector256.Create(highs, highs), high);
            if (place == 4 && found == Vector256<byte>.Zero)
            {
                return 0;
            }
        }

        return ~Vector256.Equals(found, Vector256<byte>.Zero).ExtractMostSignificantBits();
    }

    private static void By128(ref byte first, int count, ref ulong masks, TurnTables tables)
    {
        ref var table = ref MemoryMarshal.GetArrayDataReference(tables.ByHalf);
        for (var number = 0; number < count; number++)
        {
            ref var at = ref Unsafe.Add(ref first, number * 64);
            var mask = 0UL;
            for (var quarter = 0; quarter < 4; quarter++)
            {
                mask |= (ulong)Mask128(ref Unsafe.Add(ref at, quarter * 16), ref table, tables.Offsets) << (quarter * 16);
            }

            Unsafe.Add(ref masks, number) |= mask;
        }
    }

    private static uint Mask128(ref byte at, ref byte table, sbyte[] offsets)
    {
        var found = Vector128<byte>.AllBitsSet;
        var low = Vector128.Create((byte)15);
        for (var place = 0; place < offsets.Length; place++)
        {
            var bytes = Vector128.LoadUnsafe(ref Unsafe.Add(ref at, offsets[place]));
            var high = Vector128.ShiftRightLogical(bytes.AsUInt16(), 4).AsByte() & low;
            found &= Vector128.Shuffle(Vector128.LoadUnsafe(ref table, (nuint)(place * 32)), bytes & low)
                & Vector128.Shuffle(Vector128.LoadUnsafe(ref table, (nuint)((place * 32) + 16)), high);
        }

        return ~Vector128.Equals(found, Vector128<byte>.Zero).ExtractMostSignificantBits() & 0xFFFF;
    }
}
