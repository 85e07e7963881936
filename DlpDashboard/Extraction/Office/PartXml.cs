using System.Text;
using System.Xml;
using DlpDashboard.Extraction.Formats;

namespace DlpDashboard.Extraction.Office;

/// <summary>
/// The XML of a document's part, node after node, in bounded memory: a DTD is passed over and no entity of its own known, nothing fetched, depth, names and the length of a tag limited.
/// Names are told without their prefixes: strict and transitional documents differ only in namespaces. Malformed XML is an <see cref="XmlException"/>,
/// a broken limit a <see cref="PartException"/>.
/// </summary>
internal sealed class PartXml : IDisposable
{
    private const int MaxDepth = 512;
    private const int Chunk = 2048;
    private const int ShortAttribute = 64;

    private readonly NodeBoundStream _bound;
    private readonly XmlReader _xml;
    private readonly CancellationToken _cancellationToken;
    private readonly char[] _chars = new char[Chunk];
    private int _nodes;
    private bool _isTextOpen;
    private bool _isEmptyEnd;

    /// <summary>Opens a part.</summary>
    public PartXml(Stream part, CancellationToken cancellationToken)
    {
        _cancellationToken = cancellationToken;
        _bound = new NodeBoundStream(part);
        _xml = XmlReader.Create(_bound, new XmlReaderSettings
        {
            // Passed over, not read: parts written by old programs name one.
            DtdProcessing = DtdProcessing.Ignore,
            XmlResolver = null,
            NameTable = new BoundNameTable(),
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            IgnoreWhitespace = false,
            CheckCharacters = false,
            CloseInput = false,
        });
    }

    /// <summary>The element's name without its prefix.</summary>
    public string Name => _xml.LocalName;

    /// <summary>Elements around the node.</summary>
    public int Depth => _xml.Depth;

    /// <summary>Whether an element begins here. An empty one ends with the next node, as any other.</summary>
    public bool IsStart => _xml.NodeType == XmlNodeType.Element && !_isEmptyEnd;

    /// <summary>Whether an element ends here.</summary>
    public bool IsEnd => _isEmptyEnd || _xml.NodeType == XmlNodeType.EndElement;

    /// <summary>Whether this is text.</summary>
    public bool IsText => _xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace;

    /// <summary>Whether this is nothing but the blanks between elements.</summary>
    public bool IsBlank => _xml.NodeType == XmlNodeType.Whitespace;

    /// <summary>Goes on to the next node; false at the end.</summary>
    public bool Read()
    {
        if ((++_nodes & 0x3FF) == 0)
        {
            _cancellationToken.ThrowIfCancellationRequested();
        }

        while (_isTextOpen)
        {
            NextChunk();
        }

        _isEmptyEnd = !_isEmptyEnd && _xml.NodeType == XmlNodeType.Element && _xml.IsEmptyElement;
        if (_isEmptyEnd)
        {
            return true;
        }

        _bound.OnNode();
        if (!_xml.Read())
        {
            return false;
        }

        _isTextOpen = IsText;
        return _xml.Depth <= MaxDepth ? true : throw new PartException($"its elements stand more than {MaxDepth} deep in one another");
    }

    /// <summary>The next characters of the text this is; empty at its end. Valid until the next call.</summary>
    public ReadOnlySpan<char> NextChunk()
    {
        if (!_isTextOpen)
        {
            return default;
        }

        _bound.OnNode();
        var read = _xml.ReadValueChunk(_chars, 0, Chunk - 1);
        if (read > 0 && char.IsHighSurrogate(_chars[read - 1]))
        {
            read += _xml.ReadValueChunk(_chars, read, 1);
        }

        // It fills what it is given up to the text's end, but for a pair of surrogates that finds no room.
        _isTextOpen = read > Chunk / 2;
        return _chars.AsSpan(0, read);
    }

    /// <summary>Writes the text this is.</summary>
    public void CopyTo(PlacedTextWriter text)
    {
        for (var chunk = NextChunk(); !chunk.IsEmpty; chunk = NextChunk())
        {
            text.Append(chunk);
        }
    }

    /// <summary>An attribute of the element that begins here, whatever its prefix; null where it has none of that name.</summary>
    public string? Attribute(string name)
    {
        for (var more = _xml.MoveToFirstAttribute(); more; more = _xml.MoveToNextAttribute())
        {
            if (_xml.LocalName == name)
            {
                var value = _xml.Value;
                _xml.MoveToElement();
                return value;
            }
        }

        _xml.MoveToElement();
        return null;
    }

    /// <summary>The attribute <c>r:id</c>, which names a relation; an <c>id</c> without prefix is another one.</summary>
    public string? RelationId()
    {
        string? id = null;
        for (var more = _xml.MoveToFirstAttribute(); more; more = _xml.MoveToNextAttribute())
        {
            id = _xml.LocalName == "id" && _xml.Prefix.Length > 0 ? _xml.Value : id;
        }

        _xml.MoveToElement();
        return id;
    }

    /// <summary>Goes through the attributes of the element that begins here, by their first characters; makes no strings of them.</summary>
    public void EachShortAttribute(Action<string, ReadOnlySpan<char>> take)
    {
        for (var more = _xml.MoveToFirstAttribute(); more; more = _xml.MoveToNextAttribute())
        {
            var name = _xml.LocalName;
            take(name, _chars.AsSpan(0, _xml.ReadValueChunk(_chars, 0, ShortAttribute)));
        }

        _xml.MoveToElement();
    }

    /// <summary>Goes through the attributes of the element that begins here.</summary>
    public void EachAttribute(Action<string, string> take)
    {
        for (var more = _xml.MoveToFirstAttribute(); more; more = _xml.MoveToNextAttribute())
        {
            if (_xml.Prefix != "xmlns" && _xml.LocalName != "xmlns")
            {
                take(_xml.LocalName, _xml.Value);
            }
        }

        _xml.MoveToElement();
    }

    /// <summary>All text within the element that begins here, up to a length; ends at the element's end.</summary>
    public string Text(int most)
    {
        var (depth, text) = (_xml.Depth, new StringBuilder());
        while (Read() && !(IsEnd && _xml.Depth == depth))
        {
            for (var chunk = IsText ? NextChunk() : default; !chunk.IsEmpty && text.Length < most; chunk = NextChunk())
            {
                text.Append(chunk[..Math.Min(chunk.Length, most - text.Length)]);
            }
        }

        return text.ToString();
    }

    /// <summary>Passes over the element that begins here.</summary>
    public void Skip()
    {
        var depth = _xml.Depth;
        while (Read() && !(IsEnd && _xml.Depth == depth))
        {
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _xml.Dispose();
}
