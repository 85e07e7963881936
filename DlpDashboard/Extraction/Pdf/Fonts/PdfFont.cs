using System.Text;

namespace DlpDashboard.Extraction.Pdf.Fonts;

/// <summary>What a font says of strings shown in it: their text and how far they reach.</summary>
internal sealed class PdfFont
{
    /// <summary>The text of each byte of a simple font; null for composite fonts.</summary>
    public string?[]? Bytes { get; init; }

    /// <summary>The width of each byte of a simple font, in units of the text.</summary>
    public float[] ByteWidths { get; init; } = [];

    /// <summary>How a composite font's strings fall into codes and glyphs; null where each two bytes are one.</summary>
    public CharacterMap? Codes { get; init; }

    /// <summary>The legacy encoding a composite font's strings are in, or null.</summary>
    public Encoding? Legacy { get; init; }

    /// <summary>What codes stand for, or null.</summary>
    public CharacterMap? ToUnicode { get; init; }

    /// <summary>Widths by glyph of a composite font, in units of the text.</summary>
    public Dictionary<int, float> Widths { get; init; } = [];

    /// <summary>The width of what has none.</summary>
    public float DefaultWidth { get; init; }

    /// <summary>What it costs to keep, in map entries.</summary>
    public int Cost => Widths.Count + (ToUnicode?.Count ?? 0) + (Codes?.Count ?? 0) + 256;

    /// <summary>Adds a string's text.</summary>
    /// <param name="shown">The string.</param>
    /// <param name="into">Takes the text.</param>
    /// <param name="most">No more than so many characters are added.</param>
    /// <returns>Its width in units of the text, its codes, those of them that are single-byte spaces, and those whose text is not known.</returns>
    public (double Width, int Codes, int Spaces, int Unknown) Read(ReadOnlySpan<byte> shown, StringBuilder into, int most)
    {
        if (Bytes is not null)
        {
            return ReadBytes(shown[..Math.Min(shown.Length, most)], into, Bytes);
        }

        var (width, codes, spaces, unknown) = (0.0, 0, 0, 0);
        most += into.Length;
        while (!shown.IsEmpty && into.Length < most)
        {
            var length = Legacy is not null ? LegacyLength(shown) : Codes?.LengthOf(shown) ?? Math.Min(2, shown.Length);
            var code = 0;
            foreach (var b in shown[..length])
            {
                code = (code << 8) | b;
            }

            var text = TextOf(code, shown[..length]);
            into.Append(text);
            unknown += text is null ? 1 : 0;
            spaces += length == 1 && code == ' ' ? 1 : 0;
            width += Widths.TryGetValue(Codes?.GlyphOf(code) ?? code, out var own) ? own : DefaultWidth;
            codes++;
            shown = shown[length..];
        }

        return (width, codes, spaces, unknown);
    }

    private (double Width, int Codes, int Spaces, int Unknown) ReadBytes(ReadOnlySpan<byte> shown, StringBuilder into, string?[] texts)
    {
        var (width, spaces, unknown) = (0.0, 0, 0);
        foreach (var b in shown)
        {
            var text = texts[b];
            if (text is [var single])
            {
                into.Append(single);
            }
            else
            {
                into.Append(text);
                unknown += text is null ? 1 : 0;
            }

            spaces += b == ' ' ? 1 : 0;
            width += ByteWidths[b];
        }

        return (width, shown.Length, spaces, unknown);
    }

    private string? TextOf(int code, ReadOnlySpan<byte> bytes) =>
        ToUnicode?.TextOf(code) ?? (Legacy is not null ? GlyphText.Normalize(Legacy.GetString(bytes)) : null);

    private int LegacyLength(ReadOnlySpan<byte> shown) =>
        Math.Min(shown.Length, !Legacy!.IsSingleByte && (Legacy is UnicodeEncoding || IsLead(shown[0])) ? 2 : 1);

    // Shift-JIS has single bytes of katakana among the high ones.
    private bool IsLead(byte b) => Legacy!.CodePage == 932 ? b is (>= 0x81 and <= 0x9F) or (>= 0xE0 and <= 0xFC) : b >= 0x81;
}
