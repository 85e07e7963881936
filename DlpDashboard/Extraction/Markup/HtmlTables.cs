using System.Text;

namespace DlpDashboard.Extraction.Markup;

/// <summary>Follows the tables of an HTML document, one in another, and gives cells their places: row and column's name, headers as keys.</summary>
internal sealed class HtmlTables
{
    private const int MaxTables = 64;
    private const int MaxColumns = 1024;
    private const int MaxHeader = 128;

    private readonly Stack<Table> _tables = new();
    private int _untracked;

    /// <summary>The place of the cell text stands in; null outside cells.</summary>
    public MarkupPlace? Cell => _tables.TryPeek(out var table) ? table.Cell : null;

    /// <summary>A tag begins.</summary>
    public void Open(string tag)
    {
        switch (tag)
        {
            case "table" when _tables.Count == MaxTables:
                _untracked++;
                break;
            case "table":
                _tables.Push(new Table());
                break;
            case "tr" when _tables.TryPeek(out var table):
                table.BeginRow();
                break;
            case "td" or "th" when _tables.TryPeek(out var table):
                table.BeginCell(tag == "th");
                break;
        }
    }

    /// <summary>A tag ends.</summary>
    public void Close(string tag)
    {
        switch (tag)
        {
            case "table" when _untracked > 0:
                _untracked--;
                break;
            case "table":
                _tables.TryPop(out _);
                break;
            case "td" or "th" or "tr" when _tables.TryPeek(out var table):
                table.EndCell();
                break;
        }
    }

    /// <summary>The cell that began covers so many columns.</summary>
    public void Span(int columns)
    {
        if (_tables.TryPeek(out var table))
        {
            table.Column += Math.Clamp(columns, 1, MaxColumns) - 1;
        }
    }

    /// <summary>Text of the cell.</summary>
    public void Text(ReadOnlySpan<byte> piece)
    {
        if (_tables.TryPeek(out var table) && table.IsHeader && table.Header.Length < MaxHeader)
        {
            table.Header.Append(Encoding.UTF8.GetString(piece[..Math.Min(piece.Length, MaxHeader)]).ReplaceLineEndings(" "));
        }
    }

    private sealed class Table
    {
        private readonly List<string> _headers = [];
        private string _rowHeader = "";
        private int _row;

        public int Column { get; set; } = -1;

        public bool IsHeader { get; private set; }

        public StringBuilder Header { get; } = new();

        public MarkupPlace? Cell { get; private set; }

        public void BeginRow()
        {
            EndCell();
            (_row, Column, _rowHeader) = (_row + 1, -1, "");
        }

        public void BeginCell(bool isHeader)
        {
            EndCell();
            Column++;
            IsHeader = isHeader;
            Header.Clear();
            var name = Column < _headers.Count ? _headers[Column] : "";
            var key = isHeader ? "" : $"{name} {_rowHeader}".Trim();
            Cell = new MarkupPlace(name.Length > 0 && !isHeader ? $"table row {Math.Max(1, _row)}, {name}" : $"table row {Math.Max(1, _row)}, column {Column + 1}", key);
        }

        public void EndCell()
        {
            if (IsHeader)
            {
                var header = Header.ToString().Trim();
                if (_row <= 1 && Column < MaxColumns)
                {
                    while (_headers.Count <= Column)
                    {
                        _headers.Add("");
                    }

                    _headers[Column] = header;
                }

                _rowHeader = header;
            }

            (Cell, IsHeader) = (null, false);
        }
    }
}
