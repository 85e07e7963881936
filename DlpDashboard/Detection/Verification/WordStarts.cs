using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace DlpDashboard.Detection.Verification;

/// <summary>Where words begin: a letter behind none, or a capital behind a small letter as in camelCase.</summary>
internal static class WordStarts
{
    /// <summary>How many bytes one mask covers.</summary>
    public const int Width = 64;

    /// <summary>A bit for each of at most 64 bytes from <paramref name="from"/> on at which a word begins.</summary>
    public static ulong Of(ReadOnlySpan<byte> text, int from, int length)
    {
        var letters = 0UL;
        var capitals = 0UL;
        if (from + Width <= text.Length)
        {
            ref var at = ref Unsafe.Add(ref MemoryMarshal.GetReference(text), from);
            for (var half = 0; half < 2; half++)
            {
                var bytes = Vector256.LoadUnsafe(ref at, (nuint)(half * 32));
                letters |= (ulong)Within(bytes | Vector256.Create((byte)32), (byte)'a') << (half * 32);
                capitals |= (ulong)Within(bytes, (byte)'A') << (half * 32);
            }
        }
        else
        {
            for (var i = 0; i < length; i++)
            {
                letters |= Ascii.IsLetter(text[from + i]) ? 1UL << i : 0;
                capitals |= Ascii.IsUpper(text[from + i]) ? 1UL << i : 0;
            }
        }

        var before = from > 0 ? text[from - 1] : (byte)0;
        var behindLetter = (letters << 1) | (Ascii.IsLetter(before) ? 1UL : 0);
        var behindSmall = ((letters & ~capitals) << 1) | (Ascii.IsLower(before) ? 1UL : 0);
        var starts = (letters & ~behindLetter) | (capitals & behindSmall);
        return length >= Width ? starts : starts & ((1UL << length) - 1);
    }

    private static uint Within(Vector256<byte> bytes, byte first) =>
        Vector256.LessThanOrEqual(bytes - Vector256.Create(first), Vector256.Create((byte)25)).ExtractMostSignificantBits();
}
