using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace DlpDashboard.Extraction.Json;

/// <summary>
/// JSON's escapes (RFC 8259, section 7) as the characters they stand for. Outside strings valid JSON has no backslash, so nothing but
/// backslashes is looked at.
/// </summary>
internal static class JsonEscapes
{
    private const int UnicodeLength = 6;

    /// <summary>What <see cref="Resolve"/> saw.</summary>
    internal enum Step
    {
        /// <summary>An escape.</summary>
        Resolved,

        /// <summary>The span ends inside it.</summary>
        Cut,

        /// <summary>No escape of JSON: this is other text.</summary>
        Invalid,
    }

    /// <summary>
    /// Writes text with its escapes resolved; <paramref name="into"/> may not be shorter than the text.
    /// </summary>
    /// <param name="text">Text as it stands in the object.</param>
    /// <param name="into">Where to.</param>
    /// <param name="isFinal">Whether nothing follows: a cut escape is then text.</param>
    /// <param name="consumed">Bytes of text used: all but an escape cut at the end.</param>
    /// <param name="escaped">Bytes in which escapes were resolved; what follows an invalid escape is copied as it is.</param>
    /// <returns>Bytes written.</returns>
    public static int Write(ReadOnlySpan<byte> text, Span<byte> into, bool isFinal, out int consumed, out int escaped)
    {
        var (read, written) = (0, 0);
        while (true)
        {
            var run = text[read..].IndexOf((byte)'\\');
            run = run < 0 ? text.Length - read : run;
            text.Slice(read, run).CopyTo(into[written..]);
            (read, written) = (read + run, written + run);
            if (read == text.Length)
            {
                (consumed, escaped) = (read, read);
                return written;
            }

            switch (Resolve(text[read..], isFinal, into[written..], out var length, out var bytes))
            {
                case Step.Resolved:
                    (read, written) = (read + length, written + bytes);
                    break;
                case Step.Cut when !isFinal:
                    (consumed, escaped) = (read, read);
                    return written;
                default:
                    text[read..].CopyTo(into[written..]);
                    (consumed, escaped) = (text.Length, read);
                    return written + text.Length - read;
            }
        }
    }

    /// <summary>Resolves the escape at the start of a span that begins with a backslash.</summary>
    public static Step Resolve(ReadOnlySpan<byte> text, bool isFinal, Span<byte> into, out int length, out int written)
    {
        (length, written) = (2, 1);
        if (text.Length < 2)
        {
            return Step.Cut;
        }

        byte simple;
        switch (text[1])
        {
            case (byte)'u':
                return ResolveUnicode(text, isFinal, into, out length, out written);
            case (byte)'n': simple = (byte)'\n'; break;
            case (byte)'r': simple = (byte)'\r'; break;
            case (byte)'t': simple = (byte)'\t'; break;
            case (byte)'b': simple = (byte)'\b'; break;
            case (byte)'f': simple = (byte)'\f'; break;
            case (byte)'"' or (byte)'\\' or (byte)'/': simple = text[1]; break;
            default: return Step.Invalid;
        }

        into[0] = simple;
        return Step.Resolved;
    }

    private static Step ResolveUnicode(ReadOnlySpan<byte> text, bool isFinal, Span<byte> into, out int length, out int written)
    {
        (length, written) = (UnicodeLength, 0);
        if (text.Length < UnicodeLength)
        {
            return AreHex(text[2..]) ? Step.Cut : Step.Invalid;
        }

        if (!TryReadUnit(text, out var unit))
        {
            return Step.Invalid;
        }

        var rune = Rune.ReplacementChar;
        if (char.IsHighSurrogate(unit))
        {
            if (text.Length < 2 * UnicodeLength && !isFinal && MayBeUnit(text[UnicodeLength..]))
            {
                return Step.Cut;
            }

            if (text.Length >= 2 * UnicodeLength && TryReadUnit(text[UnicodeLength..], out var low) && Rune.TryCreate(unit, low, out var pair))
            {
                (rune, length) = (pair, 2 * UnicodeLength);
            }
        }
        else if (Rune.TryCreate(unit, out var single))
        {
            rune = single;
        }

        written = rune.EncodeToUtf8(into);
        return Step.Resolved;
    }

    private static bool MayBeUnit(ReadOnlySpan<byte> text) =>
        text.IsEmpty || (text[0] == '\\' && (text.Length == 1 || (text[1] == 'u' && AreHex(text[2..]))));

    private static bool TryReadUnit(ReadOnlySpan<byte> text, out char unit)
    {
        unit = default;
        if (text[0] != '\\' || text[1] != 'u' || !AreHex(text[2..UnicodeLength]))
        {
            return false;
        }

        unit = (char)ushort.Parse(text[2..UnicodeLength], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
        return true;
    }

    private static bool AreHex(ReadOnlySpan<byte> digits)
    {
        foreach (var digit in digits)
        {
            if (!char.IsAsciiHexDigit((char)digit))
            {
                return false;
            }
        }

        return true;
    }
}
