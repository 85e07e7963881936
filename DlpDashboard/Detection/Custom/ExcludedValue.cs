using System.Buffers;
using System.Text;
using Ascii = DlpDashboard.Detection.Verification.Ascii;

namespace DlpDashboard.Detection.Custom;

/// <summary>Exact values that are not reported: known again by a keyed hash, so that a list of them gives none away.</summary>
public static class ExcludedValue
{
    private static readonly SearchValues<byte> OfNumbers = SearchValues.Create("0123456789 -./"u8);

    /// <summary>Longest value, in bytes of UTF-8.</summary>
    public const int Longest = 4096;

    /// <summary>The hash of a value. Numbers are the same however they are grouped, and texts whatever their case.</summary>
    /// <param name="value">The value as it stands in a text.</param>
    /// <param name="key">The organisation's key.</param>
    public static byte[] HashOf(string value, ReadOnlySpan<byte> key) => HashOf(Encoding.UTF8.GetBytes(value.Trim()), key);

    /// <summary>The same for bytes.</summary>
    internal static byte[] HashOf(ReadOnlySpan<byte> value, ReadOnlySpan<byte> key)
    {
        Span<byte> plain = stackalloc byte[Math.Min(value.Length, Longest)];
        return ValueHash.Of(plain[..Plain(value[..plain.Length], plain)], key);
    }

    private static int Plain(ReadOnlySpan<byte> value, Span<byte> plain)
    {
        var isNumber = value.IndexOfAnyExcept(OfNumbers) < 0;
        var length = 0;
        foreach (var sign in value)
        {
            if (!isNumber || Ascii.IsDigit(sign))
            {
                plain[length++] = Ascii.ToLower(sign);
            }
        }

        return length;
    }
}
