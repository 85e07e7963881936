using System.Text;

namespace DlpDashboard.Extraction.Tables;

/// <summary>
/// Tells by its first rows whether text is a table: some delimiter splits (nearly) every row into the same number of fields.
/// </summary>
internal static class TableSniffer
{
    private const int Window = 8 * 1024;
    private const int MaxRows = 24;
    private const int MaxColumns = 1024;
    private const int MaxName = 128;

    /// <summary>The table's form, or null where the text is none. Prose is told by its first two rows.</summary>
    /// <param name="text">The segment's first block.</param>
    /// <param name="isWhole">Whether the block is all of the segment.</param>
    public static TableDialect? Detect(ReadOnlySpan<byte> text, bool isWhole)
    {
        var firstEnd = text.IndexOf((byte)'\n');
        if (firstEnd < 0)
        {
            return null;
        }

        isWhole &= text.Length <= Window;
        var window = text[..Math.Min(text.Length, Math.Max(Window, firstEnd + 1))];
        byte best = 0;
        var bestScore = 0;
        foreach (var delimiter in ",;\t|"u8)
        {
            var score = window[..(firstEnd + 1)].Contains(delimiter) ? Score(window, delimiter, isWhole) : 0;
            if (score > bestScore)
            {
                (best, bestScore) = (delimiter, score);
            }
        }

        return bestScore == 0 ? null : new TableDialect(best, ReadHeader(window, best));
    }

    // Rows that agree with the first in their number of fields, weighted by that number; 0 where too few do.
    private static int Score(ReadOnlySpan<byte> text, byte delimiter, bool isWhole)
    {
        var place = TablePlace.Start;
        var (columns, rows, alike, consumed) = (0, 0, 0, 0);
        while (rows < MaxRows && TryReadRow(text[consumed..], ref place, delimiter, isWhole, out var length, out var fields))
        {
            consumed += length;
            if (fields == 0)
            {
                continue;
            }

            columns = rows == 0 ? fields : columns;
            rows++;
            alike += fields == columns ? 1 : 0;
            if (columns < 2 || rows - alike > 1 + (rows / 10) || (rows == 2 && alike == 1))
            {
                return 0;
            }
        }

        return rows >= 2 && alike * 10 >= rows * 9 ? alike * Math.Min(columns, MaxColumns) : 0;
    }

    // A row's bytes and fields; an empty line has 0 fields.
    private static bool TryReadRow(ReadOnlySpan<byte> text, ref TablePlace place, byte delimiter, bool isWhole, out int length, out int fields)
    {
        var row = place.Row;
        (length, fields) = (0, 0);
        while (length < text.Length)
        {
            var feed = text[length..].IndexOf((byte)'\n');
            var line = feed < 0 ? text[length..] : text.Slice(length, feed);
            place.Advance(line, delimiter);
            fields = place.Column + 1;
            length += line.Length;
            if (feed < 0)
            {
                break;
            }

            place.Advance("\n"u8, delimiter);
            length++;
            if (place.Row != row)
            {
                fields = length <= 2 && text[..length].Trim("\r\n"u8).IsEmpty ? 0 : fields;
                return true;
            }
        }

        // A last row without a line's end counts only where nothing was cut off.
        return isWhole && length > 0;
    }

    private static byte[][] ReadHeader(ReadOnlySpan<byte> text, byte delimiter)
    {
        var names = new List<byte[]>();
        var place = TablePlace.Start;
        var start = 0;
        for (var i = 0; i < text.Length && names.Count < MaxColumns && place.Row == 0; i++)
        {
            place.Advance(text.Slice(i, 1), delimiter);
            if (place.Row == 0 && place.Column == names.Count)
            {
                continue;
            }

            var name = Clean(text[start..i]);
            if (!IsName(name))
            {
                return [];
            }

            names.Add(name.ToArray());
            start = i + 1;
        }

        return [.. names];
    }

    private static ReadOnlySpan<byte> Clean(ReadOnlySpan<byte> field)
    {
        field = field.Trim(" \t\r"u8);
        return field.Length >= 2 && field[0] == '"' && field[^1] == '"' ? field[1..^1].Trim((byte)' ') : field;
    }

    // A name is short, begins with a letter, '_' or '#', and does not look like a value. An empty one is an unnamed column.
    private static bool IsName(ReadOnlySpan<byte> field)
    {
        if (field.IsEmpty)
        {
            return true;
        }

        var first = field[0];
        var digits = 0;
        foreach (var b in field)
        {
            digits += char.IsAsciiDigit((char)b) ? 1 : 0;
        }

        return field.Length <= MaxName && (char.IsAsciiLetter((char)first) || first is (byte)'_' or (byte)'#' or >= 0x80)
            && !field.Contains((byte)'@') && digits <= 4 && digits * 2 <= field.Length;
    }
}
