using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace DlpDashboard.Detection.Verification;

/// <summary>
/// Where words begin: a letter behind none, or a capital behind a small letter as in camelCase. Of other scripts in UTF-8, characters of three bytes (which
/// many write without blanks) always, those of two bytes (Greek, Cyrillic, Hebrew, Arabic) behind ASCII that is no letter.
/// </summary>
internal static class WordStarts
{
    /// <summary>How many bytes one mask covers.</summary>
    public const int Width = 64;

    /// <summary>A bit for each of at most 64 bytes from <paramref name="from"/> on at which a word begins.</summary>
    public static ulong Of(ReadOnlySpan<byte> text, int from, int length)
    {
        var letters = 0UL;
        var capitals = 0UL;
        var pairs = 0UL;
        var triples = 0UL;
        if (from + Width <= text.Length)
        {
            ref var at = ref Unsafe.Add(ref MemoryMarshal.GetReference(text), from);
            for (var half = 0; half < 2; half++)
            {
                var bytes = Vector256.LoadUnsafe(ref at, (nuint)(half * 32));
                letters |= (ulong)Within(bytes | Vector256.Create((byte)32), (byte)'a') << (half * 32);
                capitals |= (ulong)Within(bytes, (byte)'A') << (half * 32);
                var high = (ulong)bytes.ExtractMostSignificantBits() << (half * 32);
                if (high != 0)
                {
                    pairs |= (ulong)Vector256.Equals(bytes & Vector256.Create((byte)0xE0), Vector256.Create((byte)0xC0)).ExtractMostSignificantBits() << (half * 32);
                    triples |= (ulong)Vector256.Equals(bytes & Vector256.Create((byte)0xF0), Vector256.Create((byte)0xE0)).ExtractMostSignificantBits() << (half * 32);
                }
            }
        }
        else
        {
            for (var i = 0; i < length; i++)
            {
                letters |= Ascii.IsLetter(text[from + i]) ? 1UL << i : 0;
                capitals |= Ascii.IsUpper(text[from + i]) ? 1UL << i : 0;
                pairs |= (text[from + i] & 0xE0) == 0xC0 ? 1UL << i : 0;
                triples |= (text[from + i] & 0xF0) == 0xE0 ? 1UL << i : 0;
            }
        }

        var before = from > 0 ? text[from - 1] : (byte)0;
        var behindLetter = (letters << 1) | (Ascii.IsLetter(before) ? 1UL : 0);
        var behindSmall = ((letters & ~capitals) << 1) | (Ascii.IsLower(before) ? 1UL : 0);
        var starts = (letters & ~behindLetter) | (capitals & behindSmall) | triples | (pairs & ~behindLetter & ~BehindPair(text, from, pairs));
        return length >= Width ? starts : starts & ((1UL << length) - 1);
    }

    // A character of two bytes behind another one is inside a word.
    private static ulong BehindPair(ReadOnlySpan<byte> text, int from, ulong pairs) =>
        pairs == 0 ? 0 : (pairs << 2) | (from > 1 && (text[from - 2] & 0xE0) == 0xC0 ? 1UL : 0) | (from > 0 && (text[from - 1] & 0xE0) == 0xC0 ? 2UL : 0);

    private static uint Within(Vector256<byte> bytes, byte first) =>
        Vector256.LessThanOrEqual(bytes - Vector256.Create(first), Vector256.Create((byte)25)).ExtractMostSignificantBits();
}
