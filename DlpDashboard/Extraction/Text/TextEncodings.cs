using System.Buffers;
using System.Text;
using DlpDashboard.Extraction.Formats;
using DlpDashboard.Extraction.Markup;

namespace DlpDashboard.Extraction.Text;

/// <summary>Encodings told by more than the validity of UTF-8: marks, zero bytes, escapes, declarations, and letters that are no ASCII.</summary>
internal static class TextEncodings
{
    private const int Window = 8 * 1024;

    private static readonly SearchValues<byte> NameEnds = SearchValues.Create(" \t\"'>;?/"u8);

    /// <summary>An encoding by the number of its code page.</summary>
    public static Encoding OfPage(int page) => CodePagesEncodingProvider.Instance.GetEncoding(page) ?? Encoding.GetEncoding(page);

    /// <summary>The encoding a content must be taken through before anything else can be told of it, and its mark's bytes; null where it needs none.</summary>
    public static (Encoding Encoding, int Skip)? WholeOf(ReadOnlySpan<byte> head, ContentFormat format)
    {
        var window = head[..Math.Min(head.Length, Window)];
        switch (format.Shape)
        {
            case ContentShape.Text:
                return window.IndexOf("\u001B$"u8) >= 0 && IsIso2022(window) && !DecodesItself(head) ? (OfPage(50220), 0) : EbcdicOf(window) is { } ebcdic ? (ebcdic, 0) : null;
            case ContentShape.Utf16LittleEndian or ContentShape.Utf16BigEndian:
                var isBig = format.Shape == ContentShape.Utf16BigEndian;
                return Utf32Of(window) ?? (IsMarkup(window[format.Skip..], isBig) ? (isBig ? Encoding.BigEndianUnicode : Encoding.Unicode, format.Skip) : null);
            case ContentShape.Unsupported when format.Kind is ContentKinds.Binary or "utf-32":
                return Utf32Of(window) ?? (EbcdicOf(window) is { } other ? (other, 0) : null);
            default:
                return null;
        }
    }

    /// <summary>The encoding that XML or HTML declares at its start; null for UTF-8 and where it declares none that is known.</summary>
    public static Encoding? DeclaredBy(ReadOnlySpan<byte> head)
    {
        var window = head[..Math.Min(head.Length, 2 * 1024)];
        var isXml = window.TrimStart(" \t\r\n"u8).StartsWith("<?xml"u8);
        var at = isXml ? window.IndexOf("encoding"u8) : IndexOfCharset(window);
        if (at < 0)
        {
            return null;
        }

        var value = window[(at + (isXml ? 8 : 7))..].TrimStart(" \t=\"'"u8);
        var end = value.IndexOfAny(NameEnds);
        var name = Encoding.Latin1.GetString(value[..Math.Clamp(end, 0, 40)]).ToLowerInvariant();
        if (name.Length == 0 || name.StartsWith("utf", StringComparison.Ordinal) || name is "us-ascii" or "ascii")
        {
            return null;
        }

        // Browsers take Latin-1 for Windows-1252 (WHATWG Encoding).
        return CodePagesEncodingProvider.Instance.GetEncoding(name is "iso-8859-1" or "latin1" ? "windows-1252" : name);
    }

    private static int IndexOfCharset(ReadOnlySpan<byte> window)
    {
        var at = window.IndexOf("charset"u8);
        return at < 0 ? window.IndexOf("CHARSET"u8) : at;
    }

    private static bool IsMarkup(ReadOnlySpan<byte> window, bool isBig)
    {
        var text = (isBig ? Encoding.BigEndianUnicode : Encoding.Unicode).GetString(window[..Math.Min(window.Length & ~1, 2048)]);
        return text.AsSpan().TrimStart().StartsWith("<") && TextFormats.Detect(Encoding.UTF8.GetBytes(text)) is not null;
    }

    // Mail says of each of its parts what it is written in.
    private static bool DecodesItself(ReadOnlySpan<byte> head) => TextFormats.Detect(head) is not (null or MarkupReader.Xml or MarkupReader.Html);

    // ESC $ B, ESC $ @ or ESC $ ( begin two-byte characters; ESC ( B and ESC ( J end them.
    private static bool IsIso2022(ReadOnlySpan<byte> window)
    {
        var at = window.IndexOf("\u001B$"u8);
        return at + 2 < window.Length && window[at + 2] is (byte)'B' or (byte)'@' or (byte)'(' && !window.ContainsAnyInRange((byte)0x80, (byte)0xFF);
    }

    // By its mark, or where all characters lie in the planes that exist and nearly all in the first.
    private static (Encoding Encoding, int Skip)? Utf32Of(ReadOnlySpan<byte> window)
    {
        var hasMark = window.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE, 0, 0]) || window.StartsWith((ReadOnlySpan<byte>)[0, 0, 0xFE, 0xFF]);
        if (window.Length < (hasMark ? 4 : 16))
        {
            return null;
        }

        var (little, big, quads) = (0, 0, window.Length / 4);
        for (var i = 0; i < quads; i++)
        {
            var quad = window.Slice(i * 4, 4);
            little += quad is [_, _, <= 0x10, 0] && (quad[0] | quad[1]) != 0 ? 1 : 0;
            big += quad is [0, <= 0x10, _, _] && (quad[2] | quad[3]) != 0 ? 1 : 0;
        }

        return little == quads ? (new UTF32Encoding(bigEndian: false, byteOrderMark: false), hasMark ? 4 : 0)
            : big == quads ? (new UTF32Encoding(bigEndian: true, byteOrderMark: false), hasMark ? 4 : 0)
            : null;
    }

    // Letters, digits, spaces and line ends of EBCDIC are nearly all of the text; its space is ASCII's '@', which no other text is full of.
    private static Encoding? EbcdicOf(ReadOnlySpan<byte> window)
    {
        if (window.Length < 32 || window.Count((byte)0x40) * 25 < window.Length || window.Count((byte)' ') * 50 > window.Length)
        {
            return null;
        }

        var (usual, letters) = (0, 0);
        foreach (var b in window)
        {
            var isLetter = b is (>= 0x81 and <= 0x89) or (>= 0x91 and <= 0x99) or (>= 0xA2 and <= 0xA9) or (>= 0xC1 and <= 0xC9) or (>= 0xD1 and <= 0xD9) or (>= 0xE2 and <= 0xE9);
            letters += isLetter ? 1 : 0;
            usual += isLetter || b is (>= 0xF0 and <= 0xF9) or 0x40 or 0x4B or 0x6B or 0x60 or 0x61 or 0x7A or 0x7D or 0x4D or 0x5D or 0x7C or 0x7E or 0x6D or 0x15 or 0x25 or 0x0D ? 1 : 0;
        }

        return usual * 100 >= window.Length * 92 && letters * 5 >= window.Length ? OfPage(37) : null;
    }
}
