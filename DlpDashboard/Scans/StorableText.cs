using System.Buffers;
using System.Text;

namespace DlpDashboard.Scans;

/// <summary>
/// Text from outside in a form that every database keeps: NUL becomes U+2400 (SYMBOL FOR NULL) and half a surrogate pair U+FFFD, both visible.
/// For showing only; ids are made from the text as it was.
/// </summary>
internal static class StorableText
{
    private static readonly SearchValues<char> Suspects = SearchValues.Create(MakeSuspects());

    /// <summary>The text, unchanged where it can be.</summary>
    public static string From(string text)
    {
        if (!text.AsSpan().ContainsAny(Suspects))
        {
            return text;
        }

        var builder = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            builder.Append(rune.Value == 0 ? new Rune('\u2400') : rune);
        }

        return builder.ToString();
    }

    /// <summary>The same, cut to a length without halving a character.</summary>
    public static string From(string text, int length)
    {
        var storable = From(text);
        if (storable.Length <= length)
        {
            return storable;
        }

        var end = char.IsHighSurrogate(storable[length - 1]) ? length - 1 : length;
        return storable[..end];
    }

    private static string MakeSuspects() => string.Create(1 + 0x800, 0, static (span, _) =>
    {
        span[0] = '\0';
        for (var i = 1; i < span.Length; i++)
        {
            span[i] = (char)(0xD800 + i - 1);
        }
    });
}
