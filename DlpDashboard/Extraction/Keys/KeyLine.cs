namespace DlpDashboard.Extraction.Keys;

/// <summary>Reads the beginning of one line: indentation, dashes of a list, a key and its separator. Positions count from the line's start.</summary>
internal readonly ref struct KeyLine
{
    /// <summary>The longest key, in bytes.</summary>
    public const int MaxKey = 128;

    private const int MaxHead = 512;

    private KeyLine(int indent, int key, int length, int value, byte separator) =>
        (Indent, Start, Length, Value, Separator) = (indent, key, length, value, separator);

    /// <summary>Where the key, its quote, or the dash before it begins.</summary>
    public int Indent { get; }

    /// <summary>The key's first byte; <see cref="Length"/> 0 where the line has none.</summary>
    public int Start { get; }

    /// <summary>Bytes of the key.</summary>
    public int Length { get; }

    /// <summary>What follows the separator.</summary>
    public int Value { get; }

    /// <summary><c>:</c> or <c>=</c>; <c>[</c> for a section's line; 0 where there is no key.</summary>
    public byte Separator { get; }

    /// <summary>The line up to its end, cut where no key can begin so late.</summary>
    public static ReadOnlySpan<byte> HeadOf(ReadOnlySpan<byte> source)
    {
        var head = source[..Math.Min(source.Length, MaxHead)];
        var end = head.IndexOf((byte)'\n');
        return (end < 0 ? head : head[..end]).TrimEnd((byte)'\r');
    }

    /// <summary>The dash of a list's item at or behind a position of a YAML line, or -1.</summary>
    public static int DashOf(ReadOnlySpan<byte> line, int from)
    {
        var at = SkipSpace(line, from);
        return at < line.Length && line[at] == '-' && (at + 1 == line.Length || line[at + 1] is (byte)' ' or (byte)'\t') ? at : -1;
    }

    /// <summary>The key of a YAML line from a position on: its colon is followed by a space or the line's end.</summary>
    public static KeyLine ReadIndented(ReadOnlySpan<byte> line, int from)
    {
        var start = SkipSpace(line, from);
        var rest = line[start..];
        if (rest.IsEmpty || rest[0] is (byte)'#' or (byte)'{' or (byte)'[' or (byte)'|' or (byte)'>' or (byte)'&' or (byte)'*' or (byte)'!' or (byte)'%')
        {
            return default;
        }

        if (rest[0] is (byte)'"' or (byte)'\'')
        {
            var close = rest[1..].IndexOf(rest[0]);
            var after = close < 0 ? rest.Length : SkipSpace(rest, close + 2);
            return close > 0 && close <= MaxKey && IsColon(rest, after) ? new KeyLine(start, start + 1, close, start + after + 1, (byte)':') : default;
        }

        for (var colon = rest.IndexOf((byte)':'); colon >= 0 && colon <= MaxKey; colon = NextColon(rest, colon))
        {
            if (IsColon(rest, colon))
            {
                var length = rest[..colon].TrimEnd((byte)' ').Length;
                return length == 0 || rest[..length].Contains((byte)'#') ? default : new KeyLine(start, start, length, start + colon + 1, (byte)':');
            }
        }

        return default;
    }

    /// <summary>The key or section of a line of ini, TOML, properties or an environment file.</summary>
    public static KeyLine ReadAssigned(ReadOnlySpan<byte> line)
    {
        var start = SkipSpace(line, 0);
        if (line[start..] is [(byte)'[', ..])
        {
            var close = line[start..].IndexOf((byte)']');
            var name = close < 0 ? default : line.Slice(start, close).Trim("[ \"'"u8);
            return name.IsEmpty || close > MaxKey ? default : new KeyLine(start, start + line[start..].IndexOf(name), name.Length, line.Length, (byte)'[');
        }

        start += line[start..].StartsWith("export "u8) ? "export ".Length : 0;
        var rest = line[start..];
        var at = rest.IndexOfAny((byte)'=', (byte)':');
        if (at <= 0 || at > MaxKey || rest[0] is (byte)'#' or (byte)';' or (byte)'!')
        {
            return default;
        }

        var key = rest[..at].Trim(" \t\"'"u8);
        return IsKey(key) ? new KeyLine(start, start + rest.IndexOf(key), key.Length, start + at + 1, rest[at]) : default;
    }

    /// <summary>Whether bytes read as a key: letters, digits, <c>_ - . / $ @</c> and single spaces, with a letter among them.</summary>
    private static bool IsKey(ReadOnlySpan<byte> key)
    {
        var hasLetter = false;
        foreach (var b in key)
        {
            var isLetter = char.IsAsciiLetter((char)b) || b >= 0x80;
            hasLetter |= isLetter;
            if (!isLetter && !char.IsAsciiDigit((char)b) && !"_-./$@ []*\\\"'"u8.Contains(b))
            {
                return false;
            }
        }

        return hasLetter;
    }

    private static int NextColon(ReadOnlySpan<byte> rest, int colon)
    {
        var next = rest[(colon + 1)..].IndexOf((byte)':');
        return next < 0 ? -1 : colon + 1 + next;
    }

    private static bool IsColon(ReadOnlySpan<byte> rest, int at) =>
        at < rest.Length && rest[at] == ':' && (at + 1 == rest.Length || rest[at + 1] is (byte)' ' or (byte)'\t');

    private static int SkipSpace(ReadOnlySpan<byte> line, int from)
    {
        while (from < line.Length && line[from] is (byte)' ' or (byte)'\t')
        {
            from++;
        }

        return from;
    }
}
