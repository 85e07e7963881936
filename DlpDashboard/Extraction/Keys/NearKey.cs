namespace DlpDashboard.Extraction.Keys;

/// <summary>
/// Finds the key right before a value on its own line, in any text: <c>card=4111</c>, <c>"pin": "1"</c>, <c>Card number: 4111</c>.
/// Looks back over a bounded number of bytes.
/// </summary>
internal static class NearKey
{
    private const int Reach = 256;
    private const int MaxWords = 3;

    /// <summary>The key over a position; length 0 where there is none.</summary>
    /// <param name="source">The block's source.</param>
    /// <param name="position">The value's first byte.</param>
    /// <param name="isAssigned">Whether its separator is <c>=</c>.</param>
    public static KeyName Find(ReadOnlySpan<byte> source, int position, out bool isAssigned)
    {
        isAssigned = false;
        var from = Math.Max(0, position - Reach);
        var line = source[from..position];
        line = line[(line.LastIndexOf((byte)'\n') + 1)..];
        from = position - line.Length;
        var at = line.LastIndexOfAny((byte)'=', (byte)':');
        if (at <= 0 || !IsValue(line[(at + 1)..]))
        {
            // An IPv6 address, a time or a URL: its own colons separate nothing.
            at = at <= 0 ? -1 : line[..at].LastIndexOf((byte)'=');
            if (at <= 0 || !IsValue(line[(at + 1)..]))
            {
                return default;
            }
        }

        isAssigned = line[at] == '=';
        var key = NameBefore(line[..at].TrimEnd("=:+ \t"u8), isAssigned);
        return key.Length == 0 ? default : new KeyName(from + key.Start, key.Length);
    }

    // Between separator and value: spaces, an opening quote or bracket, and what belongs to one value.
    private static bool IsValue(ReadOnlySpan<byte> between)
    {
        var value = between.TrimStart(" \t\\"u8);
        if (value.StartsWith("//"u8))
        {
            return false;
        }

        if (value.IsEmpty || value[0] is not ((byte)'"' or (byte)'\'' or (byte)'`'))
        {
            return !value.ContainsAny(" ,;|&"u8);
        }

        return !value[1..].Contains(value[0]);
    }

    // The identifier at the end, without quotes; before a colon up to three words of letters.
    private static KeyName NameBefore(ReadOnlySpan<byte> text, bool isAssigned)
    {
        text = text.TrimEnd("\"'`\\])"u8);
        var start = text.Length;
        for (var words = 1; start > 0 && text.Length - start < KeyLine.MaxKey; start--)
        {
            var b = text[start - 1];
            if (IsPart(b))
            {
                continue;
            }

            if (b != ' ' || isAssigned || ++words > MaxWords || start < 2 || !IsPart(text[start - 2]) || text[start - 2] is (byte)'-' or (byte)'.')
            {
                break;
            }
        }

        var name = text[start..].TrimStart(" -."u8);
        return HasLetter(name) ? new KeyName(text.Length - name.Length, name.Length) : default;
    }

    private static bool IsPart(byte b) => char.IsAsciiLetterOrDigit((char)b) || b is (byte)'_' or (byte)'-' or (byte)'.' or >= 0x80;

    private static bool HasLetter(ReadOnlySpan<byte> name)
    {
        foreach (var b in name)
        {
            if (char.IsAsciiLetter((char)b) || b >= 0x80)
            {
                return true;
            }
        }

        return false;
    }
}
