using System.Buffers;
using DlpDashboard.Extraction.Text;

namespace DlpDashboard.Extraction.Keys;

/// <summary>
/// Finds the header over a cell of a Markdown table: rows with <c>|</c> under a header and a row of dashes. Looks at each line once, however many
/// cells are asked for; a table that began in an earlier block has no header here.
/// </summary>
internal sealed class PipeTables
{
    private static readonly SearchValues<byte> OfRules = SearchValues.Create("|-: \t\r"u8);

    private const int MaxLine = 4 * 1024;
    private const byte Bar = (byte)'|';

    private TextBlock? _block;
    private int _top;
    private int _last;
    private long _row;
    private bool _isTable;

    /// <summary>Forgets a block that is about to be reused.</summary>
    public void Forget(TextBlock block) => _block = _block == block ? null : _block;

    /// <summary>The header over a position, and the row from 1, the header's being the first; length 0 where it stands in no table or has none.</summary>
    public KeyName HeaderAt(TextBlock block, int position, out long row)
    {
        row = 0;
        var source = block.Source;
        var line = LineStart(source, position);
        var bars = line < 0 ? 0 : source[line..position].Count(Bar);
        if (bars == 0 || !Enter(block, line, source))
        {
            return default;
        }

        // Asked again for an earlier line: its row is counted anew.
        row = line == _last ? _row : 1 + source[_top..line].Count((byte)'\n');
        row -= row > 2 ? 1 : 0;
        var column = bars - (source[line..position].TrimStart((byte)' ')[0] == Bar ? 1 : 0);
        return row < 2 ? default : CellOf(source, column);
    }

    private static int LineStart(ReadOnlySpan<byte> source, int position)
    {
        var from = Math.Max(0, position - MaxLine);
        var feed = source[from..position].LastIndexOf((byte)'\n');
        return feed >= 0 ? from + feed + 1 : from == 0 ? 0 : -1;
    }

    private static int LineEnd(ReadOnlySpan<byte> source, int start)
    {
        var feed = source[start..].IndexOf((byte)'\n');
        return feed < 0 ? source.Length : start + feed;
    }

    private bool Enter(TextBlock block, int line, ReadOnlySpan<byte> source)
    {
        if (_block == block && line >= _top && line <= _last)
        {
            return _isTable;
        }

        if (_block == block && line > _last && Advance(source, line))
        {
            return _isTable;
        }

        (_block, _top, _last, _row) = (block, line, line, 1);
        while (_top > 0 && LineStart(source, _top - 1) is >= 0 and var above && source[above..(_top - 1)].Contains(Bar))
        {
            (_top, _row) = (above, _row + 1);
        }

        var second = LineEnd(source, _top) + 1;
        _isTable = second < source.Length && IsRule(source[second..LineEnd(source, second)]);
        return _isTable;
    }

    // From the last line asked for to this one, while the table goes on.
    private bool Advance(ReadOnlySpan<byte> source, int line)
    {
        while (_last < line)
        {
            var end = LineEnd(source, _last);
            if (!source[_last..end].Contains(Bar))
            {
                return false;
            }

            (_last, _row) = (end + 1, _row + 1);
        }

        return _last == line;
    }

    private static bool IsRule(ReadOnlySpan<byte> line) => line.Contains((byte)'-') && !line.ContainsAnyExcept(OfRules);

    private KeyName CellOf(ReadOnlySpan<byte> source, int column)
    {
        var line = source[_top..LineEnd(source, _top)];
        var start = line.Length - line.TrimStart((byte)' ').Length;
        start += start < line.Length && line[start] == Bar ? 1 : 0;
        for (; column > 0; column--)
        {
            var bar = line[start..].IndexOf(Bar);
            if (bar < 0)
            {
                return default;
            }

            start += bar + 1;
        }

        var end = line[start..].IndexOf(Bar);
        var cell = end < 0 ? line[start..] : line.Slice(start, end);
        var name = cell.Trim(" \t\r*`_"u8);
        return name.IsEmpty || name.Length > KeyLine.MaxKey ? default : new KeyName(_top + start + cell.IndexOf(name), name.Length);
    }
}
