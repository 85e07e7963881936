using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using DlpDashboard.Detection.Matching;

namespace DlpDashboard.Detection.Verification;

/// <summary>
/// Leaves of 64 places those at which, by its first three bytes, one of some words may begin: of usual text nearly none. The words are dealt to eight bits, a table
/// lookup a byte tells which of them it belongs to.
/// </summary>
internal sealed class WordFilter
{
    private const int Reach = 3;
    private const int Bits = 8;

    private readonly byte[] _byByte = new byte[Reach * 128];
    private readonly byte[] _byHalf = new byte[Reach * 32];

    /// <param name="words">The words in UTF-8, ASCII in lower case; a space stands for any or no separator.</param>
    public WordFilter(byte[][] words)
    {
        for (var index = 0; index < words.Length; index++)
        {
            var bit = (byte)(1 << (index * Bits / words.Length));
            var isOpen = false;
            for (var place = 0; place < Reach; place++)
            {
                isOpen |= place >= words[index].Length || words[index][place] == (byte)' ';
                Fill(place, isOpen ? ByteSet.All : ByteSet.Of(words[index][place]) | ByteSet.Of(Ascii.ToUpper(words[index][place])), bit);
            }
        }
    }

    /// <summary>A bit for each of the 64 bytes from <paramref name="from"/> on at which a word may begin; all where the text ends too soon to look.</summary>
    public ulong Of(ReadOnlySpan<byte> text, int from)
    {
        if (from + WordStarts.Width + Reach > text.Length)
        {
            return ulong.MaxValue;
        }

        ref var at = ref Unsafe.Add(ref MemoryMarshal.GetReference(text), from);
        return Avx512Vbmi.IsSupported ? ByByte(ref at) : ByHalf(ref at);
    }

    private ulong ByByte(ref byte at)
    {
        // A byte of 128 and above is taken for one below: more may pass, none is lost.
        ref var table = ref MemoryMarshal.GetArrayDataReference(_byByte);
        var found = Avx512Vbmi.PermuteVar64x8x2(Vector512.LoadUnsafe(ref table, 0), Vector512.LoadUnsafe(ref at, 0), Vector512.LoadUnsafe(ref table, 64));
        found &= Avx512Vbmi.PermuteVar64x8x2(Vector512.LoadUnsafe(ref table, 128), Vector512.LoadUnsafe(ref at, 1), Vector512.LoadUnsafe(ref table, 192));
        found &= Avx512Vbmi.PermuteVar64x8x2(Vector512.LoadUnsafe(ref table, 256), Vector512.LoadUnsafe(ref at, 2), Vector512.LoadUnsafe(ref table, 320));
        return ~Vector512.Equals(found, Vector512<byte>.Zero).ExtractMostSignificantBits();
    }

    private ulong ByHalf(ref byte at)
    {
        ref var table = ref MemoryMarshal.GetArrayDataReference(_byHalf);
        var low = Vector128.Create((byte)15);
        var mask = 0UL;
        for (var quarter = 0; quarter < 4; quarter++)
        {
            var found = Vector128<byte>.AllBitsSet;
            for (var place = 0; place < Reach; place++)
            {
                var bytes = Vector128.LoadUnsafe(ref at, (nuint)((quarter * 16) + place));
                var high = Vector128.ShiftRightLogical(bytes.AsUInt16(), 4).AsByte() & low;
                found &= Vector128.Shuffle(Vector128.LoadUnsafe(ref table, (nuint)(place * 32)), bytes & low)
                    & Vector128.Shuffle(Vector128.LoadUnsafe(ref table, (nuint)((place * 32) + 16)), high);
            }

            mask |= (ulong)(~Vector128.Equals(found, Vector128<byte>.Zero).ExtractMostSignificantBits() & 0xFFFF) << (quarter * 16);
        }

        return mask;
    }

    private void Fill(int place, ByteSet set, byte bit)
    {
        for (var value = 0; value < 256; value++)
        {
            if (set.Holds((byte)value))
            {
                _byByte[(place * 128) + (value & 127)] |= bit;
                _byHalf[(place * 32) + (value & 15)] |= bit;
                _byHalf[(place * 32) + 16 + (value >> 4)] |= bit;
            }
        }
    }
}
