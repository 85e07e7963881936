using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace DlpDashboard.Extraction.Text;

/// <summary>The usual Western code page, of which Latin-1 is the printable part, as UTF-8.</summary>
internal static class Windows1252
{
    /// <summary>A byte becomes at most so many.</summary>
    public const int MaxExpansion = 3;

    // 80..9F; the five bytes without a character stay as Latin-1's controls (WHATWG Encoding, index windows-1252).
    private const string High =
        "\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F" +
        "\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178";

    /// <summary>Writes text as UTF-8; returns the bytes written.</summary>
    /// <param name="text">One byte a character.</param>
    /// <param name="scratch">At least as long as the text.</param>
    /// <param name="into">At least <see cref="MaxExpansion"/> times as long.</param>
    public static int ToUtf8(ReadOnlySpan<byte> text, Span<char> scratch, Span<byte> into)
    {
        var chars = scratch[..Encoding.Latin1.GetChars(text, scratch)];
        var rest = chars;
        for (var next = rest.IndexOfAnyInRange('\u0080', '\u009F'); next >= 0; next = rest.IndexOfAnyInRange('\u0080', '\u009F'))
        {
            var c = rest[next];
            rest[next] = High[c - 0x80];
            rest = rest[(next + 1)..];
        }

        Utf8.FromUtf16(chars, into, out _, out var written);
        return written;
    }
}
