using System.Globalization;
using System.Text;
using DlpDashboard.Detection;
using DlpDashboard.Extraction.Formats;

namespace DlpDashboard.Extraction.Office;

/// <summary>A table in running text: counts rows and cells, and keeps what the first row says over each column.</summary>
/// <param name="where">What the table is part of, in words; empty for the document's body.</param>
/// <param name="number">Which table, from 1.</param>
internal sealed class TableText(string where, int number) : IPlaceNames
{
    private const int MaxColumns = 256;
    private const int MaxHeader = 64;

    private readonly List<byte[]> _headers = [];
    private readonly StringBuilder _header = new();
    private long _rows;
    private long _cells;

    /// <summary>A row begins.</summary>
    public void BeginRow()
    {
        KeepHeader();
        _rows++;
        _cells = 0;
    }

    /// <summary>A cell begins; its row and number, from 1.</summary>
    public (long Row, long Cell) BeginCell()
    {
        KeepHeader();
        return (_rows, ++_cells);
    }

    /// <summary>Text of the current cell.</summary>
    public void Keep(ReadOnlySpan<char> chars)
    {
        if (_rows == 1 && _header.Length < MaxHeader)
        {
            _header.Append(chars[..Math.Min(chars.Length, MaxHeader - _header.Length)]);
        }
    }

    /// <inheritdoc/>
    public ReadOnlySpan<byte> KeyOf(long major, long minor) => major > 1 && minor <= _headers.Count ? _headers[(int)minor - 1] : default;

    /// <inheritdoc/>
    public TextLocation LocationOf(long major, long minor, string? entry) => new(
        Path: string.Create(CultureInfo.InvariantCulture, $"{where}{(where.Length > 0 ? " " : "")}table {number} row {major} cell {minor}"), Entry: entry);

    private void KeepHeader()
    {
        if (_rows == 1 && _cells > 0 && _headers.Count < MaxColumns)
        {
            _headers.Add(Encoding.UTF8.GetBytes(_header.ToString()));
            _header.Clear();
        }
    }
}
