using System.Numerics;
using System.Runtime.Intrinsics;

namespace DlpDashboard.Detection.Verification;

/// <summary>
/// Which words there may be, by their first two bytes, in 256 bits: those near a value are noted once, and each detector's words compared with them by one operation.
/// Two sets without a common bit have no common word (Bloom, "Space/Time Trade-offs in Hash Coding with Allowable Errors", 1970).
/// </summary>
internal static class WordBloom
{
    private const int Seconds = 8;

    /// <summary>Of a detector's words; a space stands for any or no separator, so what follows it may be anything.</summary>
    public static Vector256<ulong> Of(byte[][] words)
    {
        Span<ulong> bits = stackalloc ulong[4];
        foreach (var word in words)
        {
            var isOpen = word.Length < 2 || word[1] == (byte)' ';
            for (var second = 0; second < Seconds; second++)
            {
                if (isOpen || second == (word[1] & (Seconds - 1)))
                {
                    Add(bits, word[0], (byte)second);
                }
            }
        }

        return Vector256.Create<ulong>(bits);
    }

    /// <summary>Of the words that begin in part of a text.</summary>
    public static Vector256<ulong> Of(ReadOnlySpan<byte> text, int from, int to)
    {
        Span<ulong> bits = stackalloc ulong[4];
        bits.Clear();
        to = Math.Min(to, text.Length);
        for (var at = Math.Max(0, from); at < to; at += WordStarts.Width)
        {
            for (var starts = WordStarts.Of(text, at, Math.Min(WordStarts.Width, to - at)); starts != 0; starts &= starts - 1)
            {
                var start = at + BitOperations.TrailingZeroCount(starts);
                Add(bits, text[start], start + 1 < text.Length ? text[start + 1] : (byte)0);
            }
        }

        return Vector256.Create<ulong>(bits);
    }

    /// <summary>Of a key's words.</summary>
    public static Vector256<ulong> OfKey(ReadOnlySpan<byte> key)
    {
        Span<ulong> bits = stackalloc ulong[4];
        bits.Clear();
        for (var at = 0; at < key.Length; at++)
        {
            if (ContextWordSet.IsWordStart(key, at))
            {
                Add(bits, key[at], at + 1 < key.Length ? key[at + 1] : (byte)0);
            }
        }

        return Vector256.Create<ulong>(bits);
    }

    private static void Add(Span<ulong> bits, byte first, byte second)
    {
        var place = ((first & 31) * Seconds) | (second & (Seconds - 1));
        bits[place >> 6] |= 1UL << (place & 63);
    }
}
