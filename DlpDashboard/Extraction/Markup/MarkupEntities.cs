using System.Buffers;
using System.Buffers.Text;
using System.Net;
using System.Text;

namespace DlpDashboard.Extraction.Markup;

/// <summary>Character references of XML and HTML: numbers, the names of HTML 4, and those newer ones that values are hidden behind.</summary>
internal static class MarkupEntities
{
    /// <summary>The longest reference looked at, with its ampersand and semicolon.</summary>
    public const int MaxLength = 40;

    private static readonly SearchValues<byte> Letters = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"u8);

    private static readonly Dictionary<string, string> Newer = new(StringComparer.Ordinal)
    {
        ["commat"] = "@", ["period"] = ".", ["comma"] = ",", ["colon"] = ":", ["semi"] = ";", ["sol"] = "/", ["bsol"] = "\\", ["lowbar"] = "_", ["hyphen"] = "-", ["dash"] = "-",
        ["plus"] = "+", ["equals"] = "=", ["num"] = "#", ["dollar"] = "$", ["percnt"] = "%", ["lpar"] = "(", ["rpar"] = ")", ["lsqb"] = "[", ["rsqb"] = "]", ["Tab"] = " ", ["NewLine"] = "\n",
        ["nbsp"] = " ", ["shy"] = "", ["zwnj"] = "", ["zwj"] = "",
    };

    /// <summary>Resolves the reference at the start of a span that begins with an ampersand.</summary>
    /// <param name="text">The span.</param>
    /// <param name="into">Takes at most 16 bytes.</param>
    /// <param name="length">Bytes of the reference; 0 where it is none.</param>
    /// <returns>Bytes written.</returns>
    public static int Resolve(ReadOnlySpan<byte> text, Span<byte> into, out int length)
    {
        length = 0;
        if (text.Length > 2 && text[1] == '#')
        {
            return ResolveNumber(text, into, out length);
        }

        var end = text[..Math.Min(text.Length, MaxLength)].IndexOf((byte)';');
        if (end < 2 || text[1..end].ContainsAnyExcept(Letters))
        {
            return 0;
        }

        var name = Encoding.ASCII.GetString(text[1..end]);
        if (!Newer.TryGetValue(name, out var resolved))
        {
            resolved = WebUtility.HtmlDecode($"&{name};");
            if (resolved.Length > 2)
            {
                return 0;
            }
        }

        length = end + 1;
        return Encoding.UTF8.GetBytes(resolved, into);
    }

    // "&#64;" and "&#x40;", the semicolon left out too, as browsers take it.
    private static int ResolveNumber(ReadOnlySpan<byte> text, Span<byte> into, out int length)
    {
        length = 0;
        var isHex = text[2] is (byte)'x' or (byte)'X';
        var digits = text[(isHex ? 3 : 2)..];
        var format = isHex ? 'x' : 'D';
        if (digits.IsEmpty || !char.IsAsciiHexDigit((char)digits[0]) || !Utf8Parser.TryParse(digits[..Math.Min(digits.Length, 8)], out uint code, out var used, format))
        {
            return 0;
        }

        length = text.Length - digits.Length + used + (used < digits.Length && digits[used] == ';' ? 1 : 0);
        var rune = code == 0xA0 ? new Rune(' ') : code is >= 0x20u or 9u or 10u or 13u && Rune.TryCreate(code, out var valid) ? valid : Rune.ReplacementChar;
        return code == 0xAD ? 0 : rune.EncodeToUtf8(into);
    }
}
