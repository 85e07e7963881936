using System.Text;
using DlpDashboard.Extraction.Formats;

namespace DlpDashboard.Extraction.Markup;

/// <summary>
/// Writes HTML as a reader sees it: text that inline tags run through stays whole, blocks stand on lines of their own and cells between tabs;
/// attributes, comments, scripts and styles follow the line they stand in.
/// </summary>
internal sealed class HtmlText(PlacedTextWriter text) : IMarkupSink
{
    private const string Spaces = " \t\r\n\f";

    private static readonly MarkupPlace Page = new(null, "");
    private static readonly MarkupPlace[] Beside = [new("comment", ""), new("declaration", ""), new("instruction", ""), new("script", ""), new("style", "")];

    private readonly HtmlAsides _asides = new(text);
    private readonly HtmlTables _tables = new();
    private readonly HtmlTag _tag = new();
    private bool _hasText;
    private bool _needsSpace;
    private bool _isInAside;
    private int _preformatted;

    /// <inheritdoc/>
    public void Text(ReadOnlySpan<byte> piece, long line)
    {
        _tables.Text(piece);
        while (!piece.IsEmpty)
        {
            var end = piece.IndexOf((byte)'\n');
            var part = end < 0 ? piece : piece[..(end + 1)];
            piece = piece[part.Length..];
            text.Place(_tables.Cell ?? Page, line++, 0);
            if (_preformatted > 0)
            {
                text.Append(part);
                _hasText = true;
            }
            else
            {
                WriteWords(part);
            }
        }
    }

    /// <inheritdoc/>
    public void Open(ReadOnlySpan<byte> name, long line)
    {
        _tag.Begin(name);
        Separate(_tag.Name);
        _tag.FirstAside = _asides.Count;
        _preformatted += _tag.Name is "pre" or "textarea" ? 1 : 0;
        _tables.Open(_tag.Name);
    }

    /// <inheritdoc/>
    public void Attribute(ReadOnlySpan<byte> name, long line)
    {
        _tag.BeginAttribute(name);
        if (_tag.IsWritten)
        {
            MakeRoom(name.Length);
            _asides.Begin(new MarkupPlace($"{_tag.Name}@{_tag.Attribute}", _tag.Attribute), line);
        }
    }

    /// <inheritdoc/>
    public void Value(ReadOnlySpan<byte> piece)
    {
        _tag.AddValue(piece);
        if (_tag.IsWritten)
        {
            AddAside(piece);
        }
    }

    /// <inheritdoc/>
    public void Opened(bool isEmpty)
    {
        _tables.Span(_tag.Columns);
        if (_tag.Label.Length > 0 && MarkupTags.IsNamed(_tag.Name))
        {
            var (path, label) = ($"{_tag.Name} {_tag.Label}", _tag.Label);
            _asides.Rename(_tag.FirstAside, _ => new MarkupPlace(path, label));
        }
    }

    /// <inheritdoc/>
    public void Close(ReadOnlySpan<byte> name, long line)
    {
        _tag.Begin(name);
        _tables.Close(_tag.Name);
        _preformatted -= _tag.Name is "pre" or "textarea" && _preformatted > 0 ? 1 : 0;
        Separate(_tag.Name);
    }

    /// <inheritdoc/>
    public void Aside(MarkupAside kind, ReadOnlySpan<byte> piece, long line)
    {
        while (!piece.IsEmpty)
        {
            var end = piece.IndexOf((byte)'\n');
            var part = end < 0 ? piece : piece[..(end + 1)];
            piece = piece[part.Length..];
            MakeRoom(part.Length);
            if (!_isInAside || _asides.Count == 0)
            {
                _asides.Begin(Beside[(int)kind], line);
            }

            _isInAside = end < 0;
            line += end < 0 ? 0 : 1;
            AddAside(part);
        }
    }

    /// <inheritdoc/>
    public void AsideEnd() => _isInAside = false;

    /// <summary>The document has ended.</summary>
    public void End() => EndLine();

    private void Separate(string tag)
    {
        if (tag is "td" or "th")
        {
            if (_hasText)
            {
                text.Append("\t"u8);
                _needsSpace = false;
            }
        }
        else if (MarkupTags.IsSpaced(tag))
        {
            _needsSpace = true;
        }
        else if (!MarkupTags.IsInline(tag))
        {
            EndLine();
        }
    }

    private void EndLine()
    {
        if (_hasText)
        {
            text.Append("\n"u8);
        }

        (_hasText, _needsSpace) = (false, false);
        _asides.Flush();
    }

    private void AddAside(ReadOnlySpan<byte> piece)
    {
        while (!piece.IsEmpty)
        {
            var part = piece[..Math.Min(piece.Length, 4096)];
            MakeRoom(part.Length);
            if (_asides.Count == 0)
            {
                _asides.Begin(Page, 0);
            }

            _asides.Add(part);
            piece = piece[part.Length..];
        }
    }

    // What stands beside a line is longer than what is kept: the line is cut.
    private void MakeRoom(int more)
    {
        if (_asides.IsFull(Math.Min(more, 4096)))
        {
            EndLine();
            _tag.FirstAside = 0;
        }
    }

    // Any run of spaces and line ends is one space, as browsers draw it.
    private void WriteWords(ReadOnlySpan<byte> piece)
    {
        while (!piece.IsEmpty)
        {
            var start = piece.IndexOfAnyExcept(" \t\r\n\f"u8);
            _needsSpace |= start != 0 && _hasText;
            if (start < 0)
            {
                return;
            }

            piece = piece[start..];
            var end = piece.IndexOfAny(" \t\r\n\f"u8);
            while (end > 0 && end + 1 < piece.Length && piece[end] == ' ' && !Spaces.Contains((char)piece[end + 1], StringComparison.Ordinal))
            {
                var next = piece[(end + 1)..].IndexOfAny(" \t\r\n\f"u8);
                end = next < 0 ? -1 : end + 1 + next;
            }

            var words = end < 0 ? piece : piece[..end];
            if (_needsSpace)
            {
                text.Append(" "u8);
            }

            text.Append(words);
            (_hasText, _needsSpace) = (true, false);
            piece = piece[words.Length..];
        }
    }
}
