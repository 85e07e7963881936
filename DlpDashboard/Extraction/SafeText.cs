using System.Buffers;
using System.Text;

namespace DlpDashboard.Extraction;

/// <summary>
/// Names from inside objects (columns, properties, archive entries) as text that can be shown: bounded, without control characters
/// and without those that turn the reading direction. They are never used as paths.
/// </summary>
internal static class SafeText
{
    private const int MaxLength = 256;

    private static readonly SearchValues<char> Unsafe = SearchValues.Create(
        [.. Enumerable.Range(0, 0x20).Concat(Enumerable.Range(0x7F, 0x21)).Concat([0x061C, 0x200E, 0x200F, 0x2028, 0x2029])
            .Concat(Enumerable.Range(0x202A, 5)).Concat(Enumerable.Range(0x2066, 4)).Select(c => (char)c)]);

    /// <summary>UTF-8 as showable text.</summary>
    public static string Of(ReadOnlySpan<byte> utf8) => Of(Encoding.UTF8.GetString(utf8[..Math.Min(utf8.Length, MaxLength * 4)]));

    /// <summary>Showable text: what may not be shown becomes U+FFFD, what is too long ends in an ellipsis.</summary>
    public static string Of(string text)
    {
        if (text.Length > MaxLength)
        {
            text = string.Concat(text.AsSpan(0, char.IsHighSurrogate(text[MaxLength - 1]) ? MaxLength - 1 : MaxLength), "…");
        }

        return text.AsSpan().ContainsAny(Unsafe) ? Replace(text) : text;
    }

    private static string Replace(string text) => string.Create(text.Length, text, (into, from) =>
    {
        from.CopyTo(into);
        into.ReplaceAny(Unsafe, '\uFFFD');
    });
}
