using System.Runtime.InteropServices;
using DlpDashboard.Extraction.Text;

namespace DlpDashboard.Extraction.Json;

/// <summary>
/// Properties and paths of JSON. Reads tolerantly: what is no JSON only makes the path wrong, never the text.
/// Containers deeper than <see cref="MaxDepth"/> are counted, not tracked.
/// </summary>
internal sealed class JsonTracker : Tracker<JsonPlace>
{
    /// <summary>Tracked containers inside one another.</summary>
    public const int MaxDepth = 256;

    private const int MaxName = 256;

    private readonly List<JsonNode> _nodes = [];
    private readonly List<byte> _names = [];
    private int _carried;
    private int _marked;
    private bool _isLines;

    /// <summary>Begins a document, or lines of documents.</summary>
    public void Open(JsonShape shape)
    {
        Reset();
        _isLines = shape == JsonShape.Lines;
    }

    /// <summary>The innermost named property over a byte; empty where there is none.</summary>
    public JsonName KeyAt(TextBlock block, int position)
    {
        var place = PlaceAt(block, position);
        if (place.Untracked > 0)
        {
            return default;
        }

        var (key, node) = (place.Key, place.Node);
        while (key.Length == 0 && node >= 0)
        {
            (key, node) = (_nodes[node].Key, _nodes[node].Parent);
        }

        return key;
    }

    /// <summary>The path of a byte, such as <c>$.users[0].email</c>; null where it lies too deep.</summary>
    public string? PathAt(TextBlock block, int position)
    {
        var place = PlaceAt(block, position);
        if (place.Untracked > 0)
        {
            return null;
        }

        var path = new JsonPath();
        var depth = place.Node < 0 ? 0 : _nodes[place.Node].Depth;
        Span<int> chain = stackalloc int[MaxDepth];
        for (var node = place.Node; node >= 0; node = _nodes[node].Parent)
        {
            chain[_nodes[node].Depth] = node;
        }

        for (var i = 1; place.Node >= 0 && i <= depth; i++)
        {
            var node = _nodes[chain[i]];
            path.Add(_nodes[chain[i - 1]].IsArray, node.Index, BytesOf(block, node.Key));
        }

        if (place.Node >= 0)
        {
            path.Add(_nodes[place.Node].IsArray, place.Index, BytesOf(block, place.Key));
        }

        return path.ToString();
    }

    /// <summary>A name's bytes as they stand in the source, at most <see cref="MaxName"/> of them.</summary>
    public ReadOnlySpan<byte> BytesOf(TextBlock block, JsonName name)
    {
        var length = Math.Min(name.Length, MaxName);
        return name.Start >= 0 ? block.Source.Slice(name.Start, length) : CollectionsMarshal.AsSpan(_names).Slice(~name.Start, length);
    }

    /// <summary>Writes the place after <paramref name="from"/> into the block that follows it.</summary>
    public void Cross(TextBlock from, TextBlock to)
    {
        var place = PlaceAtEnd(from);
        var start = to.Json ??= new JsonStart();
        start.Clear();
        for (var node = place.Node; node >= 0; node = _nodes[node].Parent)
        {
            start.Nodes.Add(_nodes[node]);
        }

        start.Nodes.Reverse();
        for (var i = 0; i < start.Nodes.Count; i++)
        {
            var node = start.Nodes[i];
            start.Nodes[i] = node with { Parent = i - 1, Key = Carry(from, node.Key, start.Names) };
        }

        place.Node = start.Nodes.Count - 1;
        place.Key = Carry(from, place.Key, start.Names);
        if (place.IsInText && place.Text.Start >= 0)
        {
            place.Text = new JsonName(place.Text.Start, from.Length - place.Text.Start);
        }

        // Last, so that the rest of a string that is still open can be added behind it.
        place.Text = Carry(from, place.Text, start.Names);
        start.Place = place;
    }

    /// <inheritdoc/>
    protected override JsonPlace Load(TextBlock block)
    {
        _nodes.Clear();
        _names.Clear();
        _carried = 0;
        if (block.Json is not { } start)
        {
            return JsonPlace.Root;
        }

        _nodes.AddRange(start.Nodes);
        _names.AddRange(start.Names);
        _carried = _names.Count;
        return start.Place;
    }

    /// <inheritdoc/>
    protected override void Marked() => _marked = _nodes.Count;

    /// <inheritdoc/>
    protected override void Rewound() => CollectionsMarshal.SetCount(_nodes, _marked);

    /// <inheritdoc/>
    protected override bool TryRestart(TextBlock block, int from, int position, out int restart, out JsonPlace place)
    {
        var lineEnd = _isLines ? block.Source[from..position].LastIndexOf((byte)'\n') : -1;
        (restart, place) = (from + lineEnd + 1, JsonPlace.Root);
        if (lineEnd >= 0)
        {
            _nodes.Clear();
        }

        return lineEnd >= 0;
    }

    /// <inheritdoc/>
    protected override void Advance(ref JsonPlace place, ReadOnlySpan<byte> source, int from, int to)
    {
        var i = from;
        while (i < to)
        {
            if (place.IsInText)
            {
                i = AdvanceInText(ref place, source, i, to);
                continue;
            }

            switch (source[i])
            {
                case (byte)'"':
                    place.IsInText = true;
                    place.Text = new JsonName(i + 1, 0);
                    break;
                case (byte)'{' or (byte)'[':
                    Push(ref place, source[i] == '[');
                    break;
                case (byte)'}' or (byte)']':
                    Pop(ref place);
                    break;
                case (byte)':' when place.Untracked == 0:
                    place.Key = place.Text;
                    break;
                case (byte)',' when place.Untracked == 0:
                    place.Index++;
                    place.Key = default;
                    break;
            }

            i++;
        }
    }

    private int AdvanceInText(ref JsonPlace place, ReadOnlySpan<byte> source, int i, int to)
    {
        if (place.IsEscaped)
        {
            place.IsEscaped = false;
            return i + 1;
        }

        var stop = source[i..to].IndexOfAny((byte)'"', (byte)'\\');
        if (stop < 0)
        {
            return to;
        }

        i += stop;
        if (source[i] == '\\')
        {
            place.IsEscaped = true;
            return i + 1;
        }

        place.IsInText = false;
        place.Text = place.Text.Start >= 0
            ? new JsonName(place.Text.Start, i - place.Text.Start)
            : CloseCarried(place.Text, source[..i]);
        return i + 1;
    }

    // The string began in an earlier block; its rest is added once, however often the cursor comes by.
    private JsonName CloseCarried(JsonName text, ReadOnlySpan<byte> rest)
    {
        if (_names.Count == _carried)
        {
            _names.AddRange(rest[..Math.Min(rest.Length, MaxName)]);
        }

        return new JsonName(text.Start, _names.Count + text.Start + 1);
    }

    private void Push(ref JsonPlace place, bool isArray)
    {
        var depth = place.Node < 0 ? 0 : _nodes[place.Node].Depth + 1;
        if (place.Untracked > 0 || depth == MaxDepth)
        {
            place.Untracked++;
            return;
        }

        _nodes.Add(new JsonNode(place.Node, depth, isArray, place.Index, place.Key));
        (place.Node, place.Index, place.Key) = (_nodes.Count - 1, 0, default);
    }

    private void Pop(ref JsonPlace place)
    {
        if (place.Untracked > 0)
        {
            place.Untracked--;
            return;
        }

        if (place.Node < 0)
        {
            return;
        }

        var closed = _nodes[place.Node];
        if (place.Node == _nodes.Count - 1 && place.Node >= _marked)
        {
            _nodes.RemoveAt(place.Node);
        }

        (place.Node, place.Index, place.Key) = (closed.Parent, closed.Index, closed.Key);
    }

    private JsonName Carry(TextBlock from, JsonName name, List<byte> names)
    {
        if (name.Length == 0 && name.Start == 0)
        {
            return default;
        }

        var start = names.Count;
        names.AddRange(BytesOf(from, name));
        return new JsonName(~start, names.Count - start);
    }
}
