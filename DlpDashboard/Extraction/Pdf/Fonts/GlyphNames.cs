using System.Globalization;
using System.Text;

namespace DlpDashboard.Extraction.Pdf.Fonts;

/// <summary>
/// What a glyph's name stands for: the names of ASCII and Latin-1, letters with accents by their parts, punctuation, Cyrillic, ligatures and
/// <c>uniXXXX</c>, as the Adobe Glyph List's rules tell them apart.
/// </summary>
internal static class GlyphNames
{
    private const string Ascii =
        "space exclam quotedbl numbersign dollar percent ampersand quotesingle parenleft parenright asterisk plus comma hyphen period slash " +
        "zero one two three four five six seven eight nine colon semicolon less equal greater question at";

    private const string Latin =
        "nbspace exclamdown cent sterling currency yen brokenbar section dieresis copyright ordfeminine guillemotleft logicalnot softhyphen registered macron " +
        "degree plusminus twosuperior threesuperior acute mu paragraph periodcentered cedilla onesuperior ordmasculine guillemotright onequarter onehalf threequarters questiondown";

    private const string Others =
        "bracketleft [ backslash \\ bracketright ] asciicircum ^ underscore _ grave ` braceleft { bar | braceright } asciitilde ~ minus - nonbreakingspace \u00A0 " +
        "quoteleft \u2018 quoteright \u2019 quotesinglbase \u201A quotedblleft \u201C quotedblright \u201D quotedblbase \u201E endash \u2013 emdash \u2014 bullet \u2022 ellipsis \u2026 " +
        "dagger \u2020 daggerdbl \u2021 perthousand \u2030 guilsinglleft \u2039 guilsinglright \u203A fraction / Euro \u20AC trademark \u2122 fi fi fl fl ff ff ffi ffi ffl ffl " +
        "Lslash \u0141 lslash \u0142 OE \u0152 oe \u0153 AE \u00C6 ae \u00E6 Eth \u00D0 eth \u00F0 Thorn \u00DE thorn \u00FE Oslash \u00D8 oslash \u00F8 germandbls \u00DF multiply \u00D7 divide \u00F7 " +
        "dotlessi \u0131 florin \u0192 circumflex \u02C6 tilde \u02DC caron \u02C7 breve \u02D8 dotaccent \u02D9 ring \u02DA ogonek \u02DB hungarumlaut \u02DD Dcroat \u0110 dcroat \u0111 " +
        "Alpha \u0391 Beta \u0392 Gamma \u0393 Delta \u0394 Omega \u03A9 alpha \u03B1 beta \u03B2 gamma \u03B3 delta \u03B4 pi \u03C0 sigma \u03C3 omega \u03C9";

    private static readonly (string Name, char Mark)[] Accents =
    [
        ("grave", '\u0300'), ("acute", '\u0301'), ("circumflex", '\u0302'), ("tilde", '\u0303'), ("macron", '\u0304'), ("breve", '\u0306'), ("dotaccent", '\u0307'),
        ("dieresis", '\u0308'), ("ring", '\u030A'), ("hungarumlaut", '\u030B'), ("caron", '\u030C'), ("cedilla", '\u0327'), ("commaaccent", '\u0327'), ("ogonek", '\u0328'),
    ];

    private static readonly Dictionary<string, string> Known = Create();

    /// <summary>The text of a glyph's name, or null where it is not known.</summary>
    public static string? TextOf(string name)
    {
        var dot = name.IndexOf('.', StringComparison.Ordinal);
        name = dot > 0 ? name[..dot] : name;
        if (Known.TryGetValue(name, out var text))
        {
            return text;
        }

        if (name.Length == 1 && char.IsAsciiLetter(name[0]))
        {
            return name;
        }

        return CodeOf(name) ?? Accented(name) ?? (name.Contains('_', StringComparison.Ordinal) ? Ligature(name) : null);
    }

    private static string? CodeOf(string name)
    {
        var digits = name.StartsWith("uni", StringComparison.Ordinal) ? name.AsSpan(3) : name.StartsWith('u') ? name.AsSpan(1) : default;
        if (digits.Length is >= 4 and <= 6 && int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code) && Rune.IsValid(code))
        {
            return new Rune(code).ToString();
        }

        // Cyrillic: afii10017 is U+0410, with the letter Io after the sixth of each case.
        if (name.StartsWith("afii100", StringComparison.Ordinal) && int.TryParse(name.AsSpan(4), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return number switch
            {
                10023 => "\u0401",
                10071 => "\u0451",
                >= 10017 and <= 10049 => ((char)(0x0410 + number - 10017 - (number > 10023 ? 1 : 0))).ToString(),
                >= 10065 and <= 10097 => ((char)(0x0430 + number - 10065 - (number > 10071 ? 1 : 0))).ToString(),
                _ => null,
            };
        }

        return null;
    }

    private static string? Accented(string name)
    {
        foreach (var (accent, mark) in Accents)
        {
            if (name.Length == accent.Length + 1 && name.EndsWith(accent, StringComparison.Ordinal) && char.IsAsciiLetter(name[0]))
            {
                return $"{name[0]}{mark}".Normalize(NormalizationForm.FormC);
            }
        }

        return null;
    }

    private static string? Ligature(string name)
    {
        var text = new StringBuilder();
        foreach (var part in name.Split('_').Take(8))
        {
            if (part.Length == 0 || part.Contains('_', StringComparison.Ordinal) || TextOf(part) is not { } letter)
            {
                return null;
            }

            text.Append(letter);
        }

        return text.ToString();
    }

    private static Dictionary<string, string> Create()
    {
        var known = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (first, names) in new[] { (' ', Ascii), ('\u00A0', Latin) })
        {
            foreach (var (index, name) in names.Split(' ').Index())
            {
                known[name] = ((char)(first + index)).ToString();
            }
        }

        var pairs = Others.Split(' ');
        for (var i = 0; i + 1 < pairs.Length; i += 2)
        {
            known[pairs[i]] = pairs[i + 1];
        }

        return known;
    }
}
