using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Ascii = DlpDashboard.Detection.Verification.Ascii;

namespace DlpDashboard.Detection.Custom;

/// <summary>Which bytes belong to words of a list: letters, digits, and every byte of what is not ASCII.</summary>
internal static class WordBits
{
    /// <summary>Bytes one mask covers.</summary>
    public const int Width = 64;

    /// <summary>Whether a byte belongs to a word.</summary>
    public static bool IsWord(byte value) => value >= 0x80 || Ascii.IsLetterOrDigit(value);

    /// <summary>A bit for each of the 64 bytes at <paramref name="from"/>, all of which must be there.</summary>
    public static ulong Of(ReadOnlySpan<byte> text, int from) => Of(ref MemoryMarshal.GetReference(text.Slice(from, Width)));

    /// <summary>The same from a place on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Of(ref byte at)
    {
        if (Vector512.IsHardwareAccelerated)
        {
            var bytes = Vector512.LoadUnsafe(ref at);
            var isLetter = Vector512.LessThanOrEqual((bytes | Vector512.Create((byte)0x20)) - Vector512.Create((byte)'a'), Vector512.Create((byte)25));
            var isDigit = Vector512.LessThanOrEqual(bytes - Vector512.Create((byte)'0'), Vector512.Create((byte)9));
            return (isLetter | isDigit | bytes).ExtractMostSignificantBits();
        }

        return Half(ref at, 0) | ((ulong)Half(ref at, 32) << 32);
    }

    private static uint Half(ref byte at, nuint offset)
    {
        // The highest bit of a byte that is not ASCII is set as it stands.
        var bytes = Vector256.LoadUnsafe(ref at, offset);
        var isLetter = Vector256.LessThanOrEqual((bytes | Vector256.Create((byte)0x20)) - Vector256.Create((byte)'a'), Vector256.Create((byte)25));
        var isDigit = Vector256.LessThanOrEqual(bytes - Vector256.Create((byte)'0'), Vector256.Create((byte)9));
        return (isLetter | isDigit | bytes).ExtractMostSignificantBits();
    }
}
