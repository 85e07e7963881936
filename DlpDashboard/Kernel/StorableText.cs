namespace DlpDashboard.Kernel;

/// <summary>Text from outside as every database can keep it.</summary>
public static class StorableText
{
    private const char SymbolForNull = '\u2400';
    private const char Replacement = '\uFFFD';

    /// <summary>
    /// NUL becomes ␀ (PostgreSQL keeps no U+0000), lone surrogates become U+FFFD, and what is longer than <paramref name="maxLength"/>
    /// UTF-16 units is cut. The same object is returned where nothing had to change.
    /// </summary>
    public static string Of(string text, int maxLength)
    {
        var cut = text.Length > maxLength ? text[..maxLength] : text;
        return NeedsChange(cut) ? string.Create(cut.Length, cut, Mend) : cut;
    }

    private static bool NeedsChange(string text)
    {
        if (text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF') < 0)
        {
            return text.Contains('\0', StringComparison.Ordinal);
        }

        return true;
    }

    private static void Mend(Span<char> target, string text)
    {
        for (var i = 0; i < target.Length; i++)
        {
            var c = text[i];
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                target[i] = c;
                target[i + 1] = text[i + 1];
                i++;
                continue;
            }

            target[i] = c == '\0' ? SymbolForNull : char.IsSurrogate(c) ? Replacement : c;
        }
    }
}
