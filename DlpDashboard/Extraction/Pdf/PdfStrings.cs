using System.Text;

namespace DlpDashboard.Extraction.Pdf;

/// <summary>String objects (7.3.4) as bytes, and text strings (7.9.2.2) as text.</summary>
internal static class PdfStrings
{
    // PDFDocEncoding 18..1F and 80..A0 (annex D.3); the rest is Latin-1.
    private const string Accents = "\u02D8\u02C7\u02C6\u02D9\u02DD\u02DB\u02DA\u02DC";
    private const string High =
        "\u2022\u2020\u2021\u2026\u2014\u2013\u0192\u2044\u2039\u203A\u2212\u2030\u201E\u201C\u201D\u2018\u2019\u201A\u2122\uFB01\uFB02" +
        "\u0141\u0152\u0160\u0178\u017D\u0131\u0142\u0153\u0161\u017E\uFFFD\u20AC";

    /// <summary>The bytes of a literal string between its parentheses.</summary>
    public static byte[] Unescape(ReadOnlySpan<byte> text)
    {
        if (!text.ContainsAny((byte)'\\', (byte)'\r'))
        {
            return text.ToArray();
        }

        var bytes = new byte[text.Length];
        var written = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '\\' || i + 1 == text.Length)
            {
                bytes[written++] = text[i];
                continue;
            }

            var next = text[++i];
            if (next is >= (byte)'0' and <= (byte)'7')
            {
                bytes[written++] = ReadOctal(text, ref i);
            }
            else if (next is (byte)'\r' or (byte)'\n')
            {
                i += next == '\r' && i + 1 < text.Length && text[i + 1] == '\n' ? 1 : 0;
            }
            else
            {
                bytes[written++] = next switch { (byte)'n' => 10, (byte)'r' => 13, (byte)'t' => 9, (byte)'b' => 8, (byte)'f' => 12, _ => next };
            }
        }

        return bytes[..written];
    }

    /// <summary>The bytes of a hexadecimal string; what is no digit is skipped, a last single digit counts sixteenfold.</summary>
    public static byte[] FromHex(ReadOnlySpan<byte> digits)
    {
        var bytes = new byte[(digits.Length + 1) / 2];
        var count = 0;
        foreach (var digit in digits)
        {
            var value = digit switch
            {
                >= (byte)'0' and <= (byte)'9' => digit - '0',
                >= (byte)'a' and <= (byte)'f' => digit - 'a' + 10,
                >= (byte)'A' and <= (byte)'F' => digit - 'A' + 10,
                _ => -1,
            };
            if (value >= 0)
            {
                bytes[count / 2] |= (byte)(count % 2 == 0 ? value << 4 : value);
                count++;
            }
        }

        return bytes[..((count + 1) / 2)];
    }

    /// <summary>A text string: UTF-16 or UTF-8 by its mark, else PDFDocEncoding.</summary>
    public static string TextOf(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xFE, 0xFF, .. var rest] => Encoding.BigEndianUnicode.GetString(rest),
        [0xFF, 0xFE, .. var rest] => Encoding.Unicode.GetString(rest),
        [0xEF, 0xBB, 0xBF, .. var rest] => Encoding.UTF8.GetString(rest),
        _ => string.Create(bytes.Length, bytes, static (into, from) =>
        {
            for (var i = 0; i < from.Length; i++)
            {
                into[i] = from[i] switch
                {
                    >= 0x18 and <= 0x1F => Accents[from[i] - 0x18],
                    >= 0x80 and <= 0xA0 => High[from[i] - 0x80],
                    _ => (char)from[i],
                };
            }
        }),
    };

    private static byte ReadOctal(ReadOnlySpan<byte> text, ref int i)
    {
        var value = text[i] - '0';
        for (var digits = 1; digits < 3 && i + 1 < text.Length && text[i + 1] is >= (byte)'0' and <= (byte)'7'; digits++)
        {
            value = (value * 8) + text[++i] - '0';
        }

        return (byte)value;
    }
}
