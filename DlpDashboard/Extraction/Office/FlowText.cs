using System.Globalization;
using System.Text;
using DlpDashboard.Detection;
using DlpDashboard.Extraction.Formats;

namespace DlpDashboard.Extraction.Office;

/// <summary>
/// Writes running text with paragraphs and tables, so that what formatting cuts is whole and what stands in different cells is apart.
/// Places are told as people count them: page, paragraph, table, row, cell. Tables within a cell belong to that cell.
/// </summary>
/// <param name="text">Writes the text; its segment is open.</param>
/// <param name="where">What the text is part of, in words: <c>header</c>, <c>slide 3</c>; empty for the document's body.</param>
internal sealed class FlowText(PlacedTextWriter text, string where) : IPlaceNames
{
    private const int MaxAside = 64 * 1024;

    private readonly StringBuilder _aside = new();
    private TableText? _table;
    private int _tableDepth;
    private int _tables;
    private int _pages = 1;
    private long _paragraphs;
    private bool _isAside;
    private bool _isLineOpen;

    /// <summary>A paragraph begins, also one within another (text boxes).</summary>
    public void BeginParagraph()
    {
        _isAside = false;
        EndLine();
        if (_tableDepth == 0)
        {
            _paragraphs++;
            text.Place(this, _paragraphs, _pages);
        }
    }

    /// <summary>A paragraph ends; what stood beside its text (deleted words, field codes, descriptions) follows on lines of its own.</summary>
    public void EndParagraph()
    {
        _isAside = false;
        EndLine();
        if (_aside.Length > 0)
        {
            foreach (var chunk in _aside.GetChunks())
            {
                text.Append(chunk.Span);
            }

            text.Append("\n");
            _aside.Clear();
        }
    }

    /// <summary>Text that follows is beside the paragraph's: deleted, a field's code.</summary>
    public void BeginAside()
    {
        _isAside = true;
        if (_aside.Length > 0)
        {
            _aside.Append('\n');
        }
    }

    /// <summary>What follows is the paragraph's again.</summary>
    public void EndAside() => _isAside = false;

    /// <summary>Appends text.</summary>
    public void Append(ReadOnlySpan<char> chars)
    {
        if (_isAside)
        {
            _aside.Append(chars[..Math.Min(chars.Length, Math.Max(0, MaxAside - _aside.Length))]);
            return;
        }

        _isLineOpen |= !chars.IsEmpty;
        if (_tableDepth > 0)
        {
            _table!.Keep(chars);
        }

        text.Append(chars);
    }

    /// <summary>Appends a text beside the paragraph's.</summary>
    public void AppendAside(string? chars)
    {
        if (!string.IsNullOrWhiteSpace(chars))
        {
            var was = _isAside;
            BeginAside();
            Append(chars);
            _isAside = was;
        }
    }

    /// <summary>Appends all text of a part's text node.</summary>
    public void Append(PartXml xml)
    {
        for (var chunk = xml.NextChunk(); !chunk.IsEmpty; chunk = xml.NextChunk())
        {
            Append(chunk);
        }
    }

    /// <summary>A page ends here, as it was last shown.</summary>
    public void BreakPage() => _pages++;

    /// <summary>A table begins.</summary>
    public void BeginTable()
    {
        EndLine();
        if (_tableDepth++ == 0)
        {
            _table = new TableText(where, ++_tables);
        }
    }

    /// <summary>A table ends.</summary>
    public void EndTable()
    {
        EndLine();
        if (_tableDepth > 0 && --_tableDepth == 0)
        {
            text.Place(this, _paragraphs, _pages);
        }
    }

    /// <summary>A row of the table begins.</summary>
    public void BeginRow()
    {
        EndLine();
        if (_tableDepth == 1)
        {
            _table!.BeginRow();
        }
    }

    /// <summary>A cell of the row begins.</summary>
    public void BeginCell()
    {
        if (_tableDepth == 1)
        {
            EndLine('\t');
            var (row, cell) = _table!.BeginCell();
            text.Place(_table, row, cell);
        }
    }

    /// <inheritdoc/>
    public ReadOnlySpan<byte> KeyOf(long major, long minor) => default;

    /// <inheritdoc/>
    public TextLocation LocationOf(long major, long minor, string? entry)
    {
        var page = minor > 1 ? string.Create(CultureInfo.InvariantCulture, $"page {minor} ") : "";
        return new TextLocation(Path: string.Create(CultureInfo.InvariantCulture, $"{where}{(where.Length > 0 ? " " : "")}{page}paragraph {major}"), Entry: entry);
    }

    private void EndLine(char end = '\n')
    {
        if (_isLineOpen)
        {
            text.Append([end]);
            _isLineOpen = false;
        }
    }
}
