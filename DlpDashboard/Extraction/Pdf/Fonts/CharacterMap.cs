using System.Text;

namespace DlpDashboard.Extraction.Pdf.Fonts;

/// <summary>A CMap (9.7.5, 9.10.3): how strings fall into codes, and what these stand for: text in a ToUnicode map, glyphs in an encoding.</summary>
internal sealed class CharacterMap
{
    private const int MaxCodes = 65_536;
    private const int MaxSpaces = 256;

    private readonly Dictionary<int, string> _texts = [];
    private readonly Dictionary<int, int> _glyphs = [];
    private readonly List<(int Length, uint Low, uint High)> _spaces = [];

    /// <summary>Codes with a meaning.</summary>
    public int Count => _texts.Count + _glyphs.Count;

    /// <summary>Whether strings fall into codes of stated lengths.</summary>
    public bool HasSpaces => _spaces.Count > 0;

    /// <summary>Reads a map.</summary>
    public static CharacterMap Parse(ReadOnlySpan<byte> bytes)
    {
        var map = new CharacterMap();
        var lexer = new PdfLexer(bytes, isFinal: true);
        var items = new List<object?>();
        for (var token = lexer.Read(); token != PdfToken.End; token = lexer.Read())
        {
            if (token == PdfToken.Word)
            {
                map.Use(lexer.Word, items);
                items.Clear();
            }
            else if (items.Count < 3 * MaxCodes && token is PdfToken.Number or PdfToken.Value)
            {
                items.Add(token == PdfToken.Number ? lexer.Number : lexer.Value);
            }
        }

        return map;
    }

    /// <summary>The text of a code, or null.</summary>
    public string? TextOf(int code) => _texts.GetValueOrDefault(code);

    /// <summary>The glyph of a code, or null.</summary>
    public int? GlyphOf(int code) => _glyphs.TryGetValue(code, out var glyph) ? glyph : null;

    /// <summary>Bytes of the code at the start of a string; two where the map does not tell.</summary>
    public int LengthOf(ReadOnlySpan<byte> text)
    {
        uint code = 0;
        for (var length = 1; length <= Math.Min(4, text.Length); length++)
        {
            code = (code << 8) | text[length - 1];
            foreach (var (size, low, high) in _spaces)
            {
                if (size == length && IsWithin(code, low, high, length))
                {
                    return length;
                }
            }
        }

        return Math.Min(text.Length, _spaces.Count == 0 ? 2 : _spaces.Min(s => s.Length));
    }

    // Each byte within the bytes of the bounds (9.7.6.2).
    private static bool IsWithin(uint code, uint low, uint high, int length)
    {
        for (var shift = 0; shift < 8 * length; shift += 8)
        {
            if (((code >> shift) & 0xFF) < ((low >> shift) & 0xFF) || ((code >> shift) & 0xFF) > ((high >> shift) & 0xFF))
            {
                return false;
            }
        }

        return true;
    }

    private void Use(ReadOnlySpan<byte> word, List<object?> items)
    {
        if (word.SequenceEqual("endcodespacerange"u8))
        {
            for (var i = 0; i + 1 < items.Count && _spaces.Count < MaxSpaces; i += 2)
            {
                if (items[i] is byte[] { Length: > 0 and <= 4 } low && items[i + 1] is byte[] high && high.Length == low.Length)
                {
                    _spaces.Add((low.Length, (uint)CodeOf(low), (uint)CodeOf(high)));
                }
            }
        }
        else if (word.SequenceEqual("endbfchar"u8) || word.SequenceEqual("endcidchar"u8))
        {
            for (var i = 0; i + 1 < items.Count; i += 2)
            {
                Add(items[i], items[i], items[i + 1]);
            }
        }
        else if (word.SequenceEqual("endbfrange"u8) || word.SequenceEqual("endcidrange"u8))
        {
            for (var i = 0; i + 2 < items.Count; i += 3)
            {
                Add(items[i], items[i + 1], items[i + 2]);
            }
        }
    }

    private void Add(object? low, object? high, object? target)
    {
        if (low is not byte[] from || high is not byte[] to)
        {
            return;
        }

        var first = CodeOf(from);
        var count = Math.Min(CodeOf(to) - (long)first + 1, MaxCodes - Count);
        for (var i = 0; i < count; i++)
        {
            switch (target)
            {
                case double glyph:
                    _glyphs[first + i] = (int)Math.Clamp(glyph + i, 0, int.MaxValue);
                    break;
                case byte[] text:
                    _texts[first + i] = TextOf(text, i);
                    break;
                case List<object?> list when i < list.Count && list[i] is byte[] text:
                    _texts[first + i] = TextOf(text, 0);
                    break;
            }
        }
    }

    // UTF-16, the last unit counted up within a range.
    private static string TextOf(byte[] utf16, int more)
    {
        if (utf16.Length < 2)
        {
            return utf16.Length == 0 ? "" : GlyphText.Normalize(((char)(utf16[0] + more)).ToString());
        }

        var text = Encoding.BigEndianUnicode.GetString(utf16, 0, Math.Min(utf16.Length & ~1, 64));
        return GlyphText.Normalize(more == 0 ? text : string.Concat(text.AsSpan(0, text.Length - 1), ((char)(text[^1] + more)).ToString()));
    }

    private static int CodeOf(byte[] bytes)
    {
        uint code = 0;
        foreach (var b in bytes.AsSpan(0, Math.Min(bytes.Length, 4)))
        {
            code = (code << 8) | b;
        }

        return unchecked((int)code);
    }
}
