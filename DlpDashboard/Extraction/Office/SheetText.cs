using System.Globalization;
using System.Text;
using DlpDashboard.Detection;
using DlpDashboard.Extraction.Formats;

namespace DlpDashboard.Extraction.Office;

/// <summary>
/// Writes one sheet's cells, a line a row and tabs between, and knows for each its name (<c>Customers!B7</c>) and what stands over its column.
/// The header is the first of the sheet's first rows with two texts or more, else the first row if it is text.
/// </summary>
/// <param name="text">Writes the text; its segment is open.</param>
/// <param name="sheet">The sheet's name.</param>
internal sealed class SheetText(PlacedTextWriter text, string sheet) : IPlaceNames
{
    private const int HeaderRows = 20;
    private const int MaxColumns = 16_384;
    private const int MaxHeader = 64;

    private readonly string _sheet = QuotedName(SafeText.Of(sheet));
    private readonly byte[] _cell = new byte[MaxHeader];
    private List<byte[]?> _headers = [];
    private List<byte[]?> _candidates = [];
    private long _headerRow = long.MaxValue;
    private long _row = -1;
    private int _column;
    private int _rowsSeen;
    private int _texts;
    private int _cellLength;
    private bool _isSettled;
    private bool _isLineOpen;

    /// <summary>A cell with content begins.</summary>
    /// <param name="row">Its row, from 1; rows come in order.</param>
    /// <param name="column">Its column, from 0.</param>
    public void BeginCell(long row, int column)
    {
        if (row != _row)
        {
            EndRow();
            _row = row;
        }
        else if (_isLineOpen)
        {
            text.Append("\t"u8);
        }

        _isLineOpen = true;
        _column = Math.Clamp(column, 0, MaxColumns - 1);
        _cellLength = 0;
        text.Place(this, row, _column);
    }

    /// <summary>Content of the cell.</summary>
    public void Append(ReadOnlySpan<char> chars)
    {
        text.Append(chars);
        if (!_isSettled && _cellLength < MaxHeader)
        {
            Encoding.UTF8.TryGetBytes(chars[..Math.Min(chars.Length, (MaxHeader - _cellLength) / 3)], _cell.AsSpan(_cellLength), out var written);
            _cellLength += written;
        }
    }

    /// <summary>Content of the cell as UTF-8.</summary>
    public void Append(ReadOnlySpan<byte> utf8)
    {
        text.Append(utf8);
        if (!_isSettled)
        {
            var kept = utf8[..Math.Min(utf8.Length, MaxHeader - _cellLength)];
            kept.CopyTo(_cell.AsSpan(_cellLength));
            _cellLength += kept.Length;
        }
    }

    /// <summary>The cell ends.</summary>
    /// <param name="isText">Whether it holds words, as headers do, and no number.</param>
    public void EndCell(bool isText)
    {
        if (_isSettled || !isText || _cellLength == 0)
        {
            return;
        }

        while (_candidates.Count <= _column)
        {
            _candidates.Add(null);
        }

        _candidates[_column] = _cell.AsSpan(0, _cellLength).ToArray();
        _texts++;
    }

    /// <summary>The last row ends.</summary>
    public void EndRow()
    {
        if (!_isLineOpen)
        {
            return;
        }

        text.Append("\n"u8);
        _isLineOpen = false;
        if (!_isSettled)
        {
            SettleHeaders();
        }
    }

    /// <summary>A place in this sheet for what is no cell's value: <c>Customers!B7 comment</c>, <c>Customers header</c>.</summary>
    public FixedPlace PlaceOf(string? cell, string what) => new(cell is null ? $"{_sheet} {what}" : $"{_sheet}!{cell} {what}", what);

    /// <inheritdoc/>
    public ReadOnlySpan<byte> KeyOf(long major, long minor) => major > _headerRow && minor < _headers.Count ? _headers[(int)minor] : default;

    /// <inheritdoc/>
    public TextLocation LocationOf(long major, long minor, string? entry) => new(
        Path: $"{_sheet}!{CellName(major, (int)minor)}", Entry: entry);

    /// <summary>A cell's name: row 7, column 1 is B7.</summary>
    public static string CellName(long row, int column) => string.Create(CultureInfo.InvariantCulture, $"{ColumnName(column)}{row}");

    private void SettleHeaders()
    {
        _rowsSeen++;
        if (_texts >= 2 || (_rowsSeen == 1 && _texts == 1))
        {
            (_headers, _headerRow) = (_candidates, _row);
            _isSettled = _texts >= 2;
        }

        _isSettled |= _rowsSeen == HeaderRows;
        (_candidates, _texts) = ([], 0);
    }

    /// <summary>A column's letters: 0 is A, 26 is AA.</summary>
    private static string ColumnName(int column)
    {
        Span<char> letters = stackalloc char[8];
        var at = letters.Length;
        for (var rest = column; rest >= 0; rest = (rest / 26) - 1)
        {
            letters[--at] = (char)('A' + (rest % 26));
        }

        return new string(letters[at..]);
    }

    // Quoted where the program itself quotes, so that the place can be pasted into its name box.
    private static string QuotedName(string name) =>
        name.Length > 0 && name.All(c => char.IsLetterOrDigit(c) || c is '_' or '.') && !char.IsDigit(name[0]) ? name : $"'{name.Replace("'", "''", StringComparison.Ordinal)}'";
}
