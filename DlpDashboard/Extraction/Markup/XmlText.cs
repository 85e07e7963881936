using DlpDashboard.Extraction.Formats;

namespace DlpDashboard.Extraction.Markup;

/// <summary>Writes XML: each element's text and each attribute's value on lines of their own, under their names and paths.</summary>
internal sealed class XmlText(PlacedTextWriter text) : IMarkupSink
{
    private const int MaxDepth = 256;
    private const int MaxNames = 4096;
    private const int Recent = 127;

    private static readonly byte[] Comment = "comment()"u8.ToArray();
    private static readonly byte[] Instruction = "processing-instruction()"u8.ToArray();
    private static readonly byte[] Declaration = "declaration()"u8.ToArray();

    private readonly Dictionary<int, byte[]> _names = [];
    private readonly byte[]?[] _recent = new byte[Recent][];
    private readonly XmlElement _document = new(null, [], 0);
    private XmlElement? _element;
    private XmlElement? _attribute;
    private int _depth;
    private long _line;
    private bool _isOpen;
    private bool _isSilent;

    /// <inheritdoc/>
    public void Text(ReadOnlySpan<byte> piece, long line)
    {
        if (_element is null || (!_isOpen && !piece.ContainsAnyExcept(" \t\r\n"u8)))
        {
            return;
        }

        Write(_element, _isOpen ? piece : SkipSpace(piece, ref line), line);
    }

    /// <inheritdoc/>
    public void Open(ReadOnlySpan<byte> name, long line)
    {
        EndLine();
        if (++_depth <= MaxDepth)
        {
            var kept = Keep(name);
            _element = new XmlElement(_element, kept, (_element ?? _document).Count(kept));
        }
    }

    /// <inheritdoc/>
    public void Attribute(ReadOnlySpan<byte> name, long line)
    {
        EndLine();
        _isSilent = name.StartsWith("xmlns"u8);
        (_attribute, _line) = (_isSilent ? null : new XmlElement(_element, Keep(name), 1, "@"), line);
    }

    /// <inheritdoc/>
    public void Value(ReadOnlySpan<byte> piece)
    {
        if (_attribute is not null && !piece.IsEmpty)
        {
            Write(_attribute, piece, _line);
        }
    }

    /// <inheritdoc/>
    public void Opened(bool isEmpty)
    {
        EndLine();
        if (isEmpty)
        {
            Leave();
        }
    }

    /// <inheritdoc/>
    public void Close(ReadOnlySpan<byte> name, long line)
    {
        EndLine();
        Leave();
    }

    /// <inheritdoc/>
    public void Aside(MarkupAside kind, ReadOnlySpan<byte> piece, long line)
    {
        if (!_isOpen)
        {
            _attribute = new XmlElement(_element, kind switch { MarkupAside.Comment => Comment, MarkupAside.Instruction => Instruction, _ => Declaration }, 1);
        }

        Write(_attribute!, piece, line);
    }

    /// <inheritdoc/>
    public void AsideEnd() => EndLine();

    private static ReadOnlySpan<byte> SkipSpace(ReadOnlySpan<byte> piece, ref long line)
    {
        var start = piece.IndexOfAnyExcept(" \t\r\n"u8);
        line += piece[..start].Count((byte)'\n');
        return piece[start..];
    }

    // Each line of the source knows its number.
    private void Write(XmlElement place, ReadOnlySpan<byte> piece, long line)
    {
        while (!piece.IsEmpty)
        {
            var end = piece.IndexOf((byte)'\n');
            var part = end < 0 ? piece : piece[..(end + 1)];
            text.Place(place, line++, 0);
            text.Append(part);
            piece = piece[part.Length..];
        }

        _isOpen = true;
    }

    private void EndLine()
    {
        if (_isOpen)
        {
            text.Append("\n"u8);
            _isOpen = false;
        }
    }

    private void Leave()
    {
        if (_depth-- <= MaxDepth)
        {
            _element = _element?.Parent;
        }

        _depth = Math.Max(0, _depth);
    }

    // The same name is the same array, found by its ends and length first.
    private byte[] Keep(ReadOnlySpan<byte> name)
    {
        ref var recent = ref _recent[((name.Length * 31) + (name[0] * 7) + name[^1]) % Recent];
        if (recent is not null && name.SequenceEqual(recent))
        {
            return recent;
        }

        var hash = default(HashCode);
        hash.AddBytes(name);
        var key = hash.ToHashCode();
        if (!_names.TryGetValue(key, out var kept) || !name.SequenceEqual(kept))
        {
            kept = name.ToArray();
            if (_names.Count < MaxNames)
            {
                _names[key] = kept;
            }
        }

        return recent = kept;
    }
}
