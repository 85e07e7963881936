using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace DlpDashboard.Detection.Matching;

/// <summary>
/// The first pass: marks the anchors at which some bucket can stand, a mask for each 64 bytes of text, eight buckets a turn. It reads the byte before the first
/// and <see cref="Padding"/> bytes after the last, which must be there.
/// </summary>
internal sealed class Prefilter(PrefilterTables[] groups, VectorKernel kernel)
{
    /// <summary>Bytes that must be readable behind the text.</summary>
    public const int Padding = 128;

    /// <summary>Masks a turn: 16 KB of text stay in the first cache from turn to turn.</summary>
    private const int Turn = 256;

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

    /// <summary>Marks the anchors of <paramref name="length"/> bytes from <paramref name="start"/> on; <paramref name="masks"/> gets one mask for each 64 bytes.</summary>
    /// <returns>How many masks there are.</returns>
    public int Mark(ReadOnlySpan<byte> buffer, int start, int length, Span<ulong> masks)
    {
        var count = (length + 63) / 64;
        ArgumentOutOfRangeException.ThrowIfGreaterThan(start + (count * 64) + 64, buffer.Length);
        masks = masks[..count];
        masks.Clear();
        for (var done = 0; done < count; done += Turn)
        {
            ref var first = ref Unsafe.Add(ref MemoryMarshal.GetReference(buffer), start + (done * 64));
            foreach (var group in groups)
            {
                Mark(ref first, Math.Min(Turn, count - done), ref masks[done], group);
            }
        }

        if ((length & 63) != 0)
        {
            masks[^1] &= (1UL << (length & 63)) - 1;
        }

        return count;
    }

    private void Mark(ref byte first, int count, ref ulong masks, PrefilterTables tables)
    {
        switch (kernel)
        {
            case VectorKernel.Avx512Vbmi:
                Vbmi(ref first, count, ref masks, tables);
                break;
            case VectorKernel.Avx2:
                By256(ref first, count, ref masks, tables);
                break;
            default:
                By128(ref first, count, ref masks, tables);
                break;
        }
    }

    private static void Vbmi(ref byte first, int count, ref ulong masks, PrefilterTables tables)
    {
        ref var table = ref MemoryMarshal.GetArrayDataReference(tables.ByByte);
        var a0 = Vector512.LoadUnsafe(ref table, 0);
        var a1 = Vector512.LoadUnsafe(ref table, 64);
        var b0 = Vector512.LoadUnsafe(ref table, 128);
        var b1 = Vector512.LoadUnsafe(ref table, 192);
        var c0 = Vector512.LoadUnsafe(ref table, 256);
        var c1 = Vector512.LoadUnsafe(ref table, 320);
        var d0 = Vector512.LoadUnsafe(ref table, 384);
        var d1 = Vector512.LoadUnsafe(ref table, 448);
        var e0 = Vector512.LoadUnsafe(ref table, 512);
        var e1 = Vector512.LoadUnsafe(ref table, 576);
        var f0 = Vector512.LoadUnsafe(ref table, 640);
        var f1 = Vector512.LoadUnsafe(ref table, 704);
        var g0 = Vector512.LoadUnsafe(ref table, 768);
        var g1 = Vector512.LoadUnsafe(ref table, 832);
        var h0 = Vector512.LoadUnsafe(ref table, 896);
        var h1 = Vector512.LoadUnsafe(ref table, 960);
        var i0 = Vector512.LoadUnsafe(ref table, 1024);
        var i1 = Vector512.LoadUnsafe(ref table, 1088);
        var j0 = Vector512.LoadUnsafe(ref table, 1152);
        var j1 = Vector512.LoadUnsafe(ref table, 1216);
        var highBefore = Vector512.Create(tables.HighBefore);
        var offsets = tables.Offsets;
        nuint o1 = (nuint)offsets[1], o2 = (nuint)offsets[2], o3 = (nuint)offsets[3], o4 = (nuint)offsets[4], o5 = (nuint)offsets[5];
        nuint o6 = (nuint)offsets[6], o7 = (nuint)offsets[7], o8 = (nuint)offsets[8], o9 = (nuint)offsets[9];
        for (var number = 0; number < count; number++)
        {
            ref var at = ref Unsafe.Add(ref first, number * 64);
            var before = Vector512.LoadUnsafe(ref Unsafe.Add(ref at, -1));
            var high = Vector512.GreaterThan(Vector512<sbyte>.Zero, before.AsSByte()).AsByte();
            var found = Avx512Vbmi.PermuteVar64x8x2(a0, before, a1) | (high & highBefore);
            found &= Avx512Vbmi.PermuteVar64x8x2(b0, Vector512.LoadUnsafe(ref at, o1), b1);
            found &= Avx512Vbmi.PermuteVar64x8x2(c0, Vector512.LoadUnsafe(ref at, o2), c1);
            found &= Avx512Vbmi.PermuteVar64x8x2(d0, Vector512.LoadUnsafe(ref at, o3), d1);
            found &= Avx512Vbmi.PermuteVar64x8x2(e0, Vector512.LoadUnsafe(ref at, o4), e1);
            found &= Avx512Vbmi.PermuteVar64x8x2(f0, Vector512.LoadUnsafe(ref at, o5), f1);
            found &= Avx512Vbmi.PermuteVar64x8x2(g0, Vector512.LoadUnsafe(ref at, o6), g1);
            found &= Avx512Vbmi.PermuteVar64x8x2(h0, Vector512.LoadUnsafe(ref at, o7), h1);
            found &= Avx512Vbmi.PermuteVar64x8x2(i0, Vector512.LoadUnsafe(ref at, o8), i1);
            found &= Avx512Vbmi.PermuteVar64x8x2(j0, Vector512.LoadUnsafe(ref at, o9), j1);
            Unsafe.Add(ref masks, number) |= ~Vector512.Equals(found, Vector512<byte>.Zero).ExtractMostSignificantBits();
        }
    }

    private static void By256(ref byte first, int count, ref ulong masks, PrefilterTables tables)
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

    private static void By128(ref byte first, int count, ref ulong masks, PrefilterTables tables)
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
