using System.Buffers;
using System.Text;

namespace DlpDashboard.Extraction.Text;

/// <summary>
/// Tells the encoding of text that is not valid UTF-8 by what it would read: letters that make words in one case and script, and the common characters
/// of East Asian encodings. Western European (Windows-1252) where nothing is clearly better.
/// </summary>
internal static class EncodingGuess
{
    private const int MaxSample = 4 * 1024;
    private const int MinHigh = 4;
    private const double Needed = 0.15;

    // In the order of preference where two read the same.
    private static readonly int[] SingleBytes = [1252, 1250, 1251, 20866, 28595, 866, 1253, 1254, 28592, 1255, 1256, 1257, 874];
    private static readonly Lazy<(int Page, char[] Chars)[]> Tables = new(() => [.. SingleBytes.Select(page => (page, TableOf(page)))]);

    /// <summary>The encoding; null for Windows-1252.</summary>
    public static Encoding? Of(ReadOnlySpan<byte> text)
    {
        var sample = text[Math.Max(0, text.IndexOfAnyInRange((byte)0x80, (byte)0xFF) - 1)..];
        sample = sample[..Math.Min(sample.Length, MaxSample)];
        var ascii = 0;
        foreach (var b in sample)
        {
            ascii += b < 0x80 ? 1 : 0;
        }

        if (sample.Length - ascii < MinHigh)
        {
            return null;
        }

        if (IsNearlyUtf8(sample))
        {
            return Encoding.UTF8;
        }

        var (best, bestScore) = (1252, double.MinValue);
        foreach (var (page, score) in EastAsian.Scores(sample))
        {
            (best, bestScore) = score > bestScore ? (page, score) : (best, bestScore);
        }

        foreach (var (page, chars) in Tables.Value)
        {
            var score = Score(sample, chars);
            (best, bestScore) = score > bestScore + (page == 1252 ? 0 : best == 1252 ? Needed : 0.01) ? (page, score) : (best, bestScore);
        }

        return best == 1252 ? null : TextEncodings.OfPage(best);
    }

    // A few broken characters in UTF-8 do not make it another encoding.
    private static bool IsNearlyUtf8(ReadOnlySpan<byte> sample)
    {
        var (valid, broken) = (0, 0);
        while (!sample.IsEmpty)
        {
            var isValid = Rune.DecodeFromUtf8(sample, out _, out var length) == OperationStatus.Done;
            valid += isValid && length > 1 ? 1 : 0;
            broken += isValid ? 0 : 1;
            sample = sample[length..];
        }

        return valid >= 3 && valid >= broken * 4;
    }

    private static char[] TableOf(int page)
    {
        var encoding = TextEncodings.OfPage(page);
        return [.. Enumerable.Range(0, 256).Select(b => encoding.GetString([(byte)b]) is [var c] ? c : '\uFFFD')];
    }

    // A letter beside a letter of its script is likely, one that changes from small to capital or from script to script is not. What reads as Hebrew
    // would be Cyrillic without its last five letters.
    private static double Score(ReadOnlySpan<byte> sample, char[] chars)
    {
        var (score, high, before) = (0.0, 0, Kind.Other);
        for (var i = 0; i < sample.Length; i++)
        {
            var c = chars[sample[i]];
            var kind = KindOf(c);
            if (sample[i] >= 0x80)
            {
                high++;
                var after = i + 1 < sample.Length ? KindOf(chars[sample[i + 1]]) : Kind.Other;
                score += Weigh(before, kind, after, c);
            }

            before = kind;
        }

        return score / Math.Max(1, high);
    }

    private enum Kind
    {
        Other,
        LatinSmall,
        LatinCapital,
        Small,
        Capital,
        Letter,
        Symbol,
        Bad,
    }

    private static double Weigh(Kind before, Kind kind, Kind after, char c)
    {
        var isInWord = before is not (Kind.Other or Kind.Symbol or Kind.Bad) || after is not (Kind.Other or Kind.Symbol or Kind.Bad);
        return kind switch
        {
            Kind.Bad => -3,
            Kind.Symbol or Kind.Other => before is not (Kind.Other or Kind.Symbol) && after is not (Kind.Other or Kind.Symbol) && c is not '\u2019' ? -1 : 0.1,
            Kind.LatinSmall => before is Kind.LatinSmall or Kind.LatinCapital || after is Kind.LatinSmall ? 0.7 : isInWord ? -0.5 : 0,
            Kind.LatinCapital => before is Kind.LatinSmall ? -1 : after is Kind.LatinSmall or Kind.LatinCapital || before is Kind.LatinCapital ? 0.6 : isInWord ? -0.5 : 0,
            Kind.Small => before is Kind.Small or Kind.Capital || after is Kind.Small ? 1 : before is Kind.LatinSmall or Kind.LatinCapital || after is Kind.LatinSmall ? -1 : 0.3,
            Kind.Capital => before is Kind.Small or Kind.LatinSmall || after is Kind.LatinSmall ? -1 : after is Kind.Small ? 1 : before is Kind.Capital || after is Kind.Capital ? 0.8 : 0.2,
            _ => before is Kind.Letter || after is Kind.Letter ? (c is >= '\u05D0' and <= '\u05EA' ? 1.05 : 0.9) : before is Kind.LatinSmall or Kind.LatinCapital || after is Kind.LatinSmall ? -1 : 0.1,
        };
    }

    private static Kind KindOf(char c) => c switch
    {
        '\uFFFD' or (>= '\u0080' and <= '\u009F') or (>= '\uE000' and <= '\uF8FF') => Kind.Bad,
        >= 'a' and <= 'z' => Kind.LatinSmall,
        >= 'A' and <= 'Z' => Kind.LatinCapital,
        < '\u0080' => Kind.Other,
        _ when !char.IsLetter(c) && !char.IsAsciiDigit(c) => System.Globalization.CharUnicodeInfo.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.NonSpacingMark ? Kind.Letter : Kind.Symbol,
        < '\u0250' => char.IsLower(c) ? Kind.LatinSmall : char.IsUpper(c) ? Kind.LatinCapital : Kind.Symbol,
        _ => char.IsLower(c) ? Kind.Small : char.IsUpper(c) ? Kind.Capital : Kind.Letter,
    };
}
