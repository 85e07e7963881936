using System.Text;

namespace DlpDashboard.Extraction.Pdf.Fonts;

/// <summary>The encodings of simple fonts (annex D.2): one character a byte.</summary>
internal static class ByteEncodings
{
    // StandardEncoding from A0 on; NUL where it has nothing.
    private const string StandardHigh =
        "\0\u00A1\u00A2\u00A3/\u00A5\u0192\u00A7\u00A4'\u201C\u00AB\u2039\u203A\uFB01\uFB02" +
        "\0\u2013\u2020\u2021\u00B7\0\u00B6\u2022\u201A\u201E\u201D\u00BB\u2026\u2030\0\u00BF" +
        "\0`\u00B4\u02C6\u02DC\u00AF\u02D8\u02D9\u00A8\0\u02DA\u00B8\0\u02DD\u02DB\u02C7" +
        "\u2014\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0" +
        "\0\u00C6\0\u00AA\0\0\0\0\u0141\u00D8\u0152\u00BA\0\0\0\0" +
        "\0\u00E6\0\0\0\u0131\0\0\u0142\u00F8\u0153\u00DF\0\0\0\0";

    private static readonly string?[] Standard = Create(static code => code switch
    {
        < 0x20 or (> 0x7E and < 0xA0) => '\0',
        0x27 => '\u2019',
        0x60 => '\u2018',
        <= 0x7E => (char)code,
        _ => StandardHigh[code - 0xA0],
    });

    private static readonly string?[] WinAnsi = OfCodePage(1252);
    private static readonly string?[] MacRoman = OfCodePage(10000);

    /// <summary>A copy of an encoding by its name; of the usual one for fonts that name none.</summary>
    public static string?[] Of(string? name, bool isTrueType) =>
        [.. name switch { "WinAnsiEncoding" => WinAnsi, "MacRomanEncoding" => MacRoman, "StandardEncoding" => Standard, _ => isTrueType ? WinAnsi : Standard }];

    private static string?[] OfCodePage(int page)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(page)!;
        return Create(code => code < 0x20 ? '\0' : encoding.GetString([(byte)code])[0]);
    }

    private static string?[] Create(Func<int, char> charOf) =>
        [.. Enumerable.Range(0, 256).Select(code => charOf(code) is not '\0' and var c ? GlyphText.Normalize(c.ToString()) : null)];
}
