using System.Globalization;
using System.Text;
using DlpDashboard.Extraction.Formats;

namespace DlpDashboard.Extraction.Mail;

/// <summary>Decodes header fields: encoded words (RFC 2047) and parameters (RFC 2045, 5.1; RFC 2231).</summary>
internal static class MimeHeader
{
    private const int MaxParameters = 64;

    /// <summary>A field's text with its encoded words decoded; blanks between two of them go.</summary>
    public static string Decode(string field)
    {
        if (!field.Contains("=?", StringComparison.Ordinal))
        {
            return field;
        }

        var (text, at, isAfterWord) = (new StringBuilder(), 0, false);
        while (at < field.Length)
        {
            var start = field.IndexOf("=?", at, StringComparison.Ordinal);
            if (start < 0 || EncodedWord(field, start) is not var (word, end))
            {
                var next = start < 0 ? field.Length : start + 2;
                text.Append(field, at, next - at);
                (at, isAfterWord) = (next, false);
                continue;
            }

            if (!isAfterWord || !string.IsNullOrWhiteSpace(field[at..start]))
            {
                text.Append(field, at, start - at);
            }

            text.Append(word);
            (at, isAfterWord) = (end, true);
        }

        return text.ToString();
    }

    /// <summary>A field's value without its parameters, in lower case.</summary>
    public static string Value(string? field) => (field ?? "").Split(';')[0].Trim().ToUpperInvariant().ToLower(CultureInfo.InvariantCulture);

    /// <summary>A parameter of a field, put together from its parts and decoded; null where there is none.</summary>
    public static string? Parameter(string? field, string name)
    {
        if (field is null)
        {
            return null;
        }

        var (parts, isExtended) = (new SortedDictionary<int, string>(), false);
        foreach (var (key, value) in Parameters(field))
        {
            if (key.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return Decode(value);
            }

            if (!key.StartsWith(name + "*", StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            isExtended |= key.EndsWith('*');
            var number = key[(name.Length + 1)..].TrimEnd('*');
            parts[int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var order) ? order : 0] = value;
        }

        return parts.Count == 0 ? null : isExtended ? Extended(string.Concat(parts.Values)) : string.Concat(parts.Values);
    }

    private static IEnumerable<(string Key, string Value)> Parameters(string field)
    {
        var at = field.IndexOf(';', StringComparison.Ordinal);
        for (var count = 0; at >= 0 && at < field.Length && count < MaxParameters; count++)
        {
            var equals = field.IndexOf('=', at);
            if (equals < 0)
            {
                yield break;
            }

            var key = field[(at + 1)..equals].Trim();
            var from = equals + 1;
            while (from < field.Length && char.IsWhiteSpace(field[from]))
            {
                from++;
            }

            var (value, end) = from < field.Length && field[from] == '"' ? Quoted(field, from + 1) : Bare(field, from);
            yield return (key, value);
            at = field.IndexOf(';', Math.Min(end, field.Length));
        }
    }

    private static (string Value, int End) Bare(string field, int from)
    {
        var end = field.IndexOf(';', Math.Min(from, field.Length));
        end = end < 0 ? field.Length : end;
        return (field[Math.Min(from, end)..end].Trim(), end);
    }

    private static (string Value, int End) Quoted(string field, int from)
    {
        var value = new StringBuilder();
        for (; from < field.Length && field[from] != '"'; from++)
        {
            from += field[from] == '\\' && from + 1 < field.Length ? 1 : 0;
            value.Append(field[from]);
        }

        return (value.ToString(), from);
    }

    // charset'language'percent-encoded
    private static string Extended(string value)
    {
        var parts = value.Split('\'', 3);
        var encoded = parts[^1];
        var bytes = new List<byte>(encoded.Length);
        for (var i = 0; i < encoded.Length; i++)
        {
            var isHex = encoded[i] == '%' && i + 2 < encoded.Length && byte.TryParse(encoded.AsSpan(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out _);
            bytes.Add(isHex ? byte.Parse(encoded.AsSpan(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture) : (byte)encoded[i]);
            i += isHex ? 2 : 0;
        }

        return ((parts.Length == 3 ? CodePage.Named(parts[0]) : null) ?? Encoding.UTF8).GetString([.. bytes]);
    }

    // =?charset?B or Q?text?=
    private static (string Word, int End)? EncodedWord(string field, int start)
    {
        var charset = field.IndexOf('?', start + 2);
        var end = charset > 0 && charset + 3 < field.Length && field[charset + 2] == '?' ? field.IndexOf("?=", charset + 3, StringComparison.Ordinal) : -1;
        if (end < 0 || field[charset + 1] is not ('B' or 'b' or 'Q' or 'q'))
        {
            return null;
        }

        var encoding = CodePage.Named(field[(start + 2)..charset].Split('*')[0]) ?? Encoding.UTF8;
        var text = Encoding.Latin1.GetBytes(field[(charset + 3)..end]);
        var isBase64 = char.ToUpperInvariant(field[charset + 1]) == 'B';
        if (!isBase64)
        {
            text.AsSpan().Replace((byte)'_', (byte)' ');
        }

        var decoder = new TransferDecoder(isBase64 ? TransferEncoding.Base64 : TransferEncoding.QuotedPrintable);
        var bytes = new byte[text.Length];
        return (encoding.GetString(bytes, 0, decoder.Decode(text, bytes)), end + 2);
    }
}
