using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Checks;

/// <summary>How much a text looks drawn at random.</summary>
internal static class Randomness
{
    private const int Longest = 128;

    private static readonly double[] CountTimesLog = [.. Enumerable.Range(0, Longest + 1).Select(count => count < 2 ? 0 : count * Math.Log2(count))];

    private static readonly double[] Logs = [.. Enumerable.Range(0, Longest + 1).Select(count => Math.Log2(count))];

    /// <summary>Shannon entropy of its bytes, in bits a byte; of the first 128.</summary>
    public static double Entropy(ReadOnlySpan<byte> text)
    {
        text = text[..Math.Min(text.Length, Longest)];
        if (text.IsEmpty)
        {
            return 0;
        }

        Span<byte> counts = stackalloc byte[256];
        counts.Clear();
        var sum = 0.0;
        foreach (var value in text)
        {
            var count = ++counts[value];
            sum += CountTimesLog[count] - CountTimesLog[count - 1];
        }

        return Logs[text.Length] - (sum / text.Length);
    }

    /// <summary>How many of small letters, capitals, digits and other signs occur.</summary>
    public static int Classes(ReadOnlySpan<byte> text)
    {
        var seen = 0;
        foreach (var value in text)
        {
            seen |= Ascii.IsLower(value) ? 1 : Ascii.IsUpper(value) ? 2 : Ascii.IsDigit(value) ? 4 : 8;
        }

        return System.Numerics.BitOperations.PopCount((uint)seen);
    }

    /// <summary>Whether all bytes are hexadecimal digits: a hash or an id rather than a key in base 64.</summary>
    public static bool IsHex(ReadOnlySpan<byte> text)
    {
        foreach (var value in text)
        {
            if (!Ascii.IsHex(value))
            {
                return false;
            }
        }

        return true;
    }
}
