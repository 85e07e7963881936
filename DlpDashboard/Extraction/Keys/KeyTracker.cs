using System.Runtime.InteropServices;
using System.Text;
using DlpDashboard.Extraction.Text;

namespace DlpDashboard.Extraction.Keys;

/// <summary>
/// Keys over the lines of configurations. Reads tolerantly: a line without a key belongs to what stands over it, and what is no configuration
/// only makes the path wrong, never the text.
/// </summary>
internal sealed class KeyTracker : Tracker<KeyPlace>
{
    private const int MaxDepth = 64;
    private const int MaxPath = 1024;

    private readonly List<KeyNode> _nodes = [];
    private readonly List<byte> _names = [];
    private KeyShape _shape;
    private int _marked;

    /// <summary>Begins a text.</summary>
    public void Open(KeyShape shape)
    {
        Reset();
        _shape = shape;
    }

    /// <summary>The innermost key over a byte; empty where there is none.</summary>
    public KeyName KeyAt(TextBlock block, int position)
    {
        var node = PlaceAt(block, position).Node;
        while (node >= 0 && _nodes[node].Index >= 0)
        {
            node = _nodes[node].Parent;
        }

        return node < 0 ? default : _nodes[node].Key;
    }

    /// <summary>The path of a byte: <c>database.users[2].password</c> in YAML, <c>[section] key</c> in ini; null outside all keys.</summary>
    public string? PathAt(TextBlock block, int position)
    {
        var place = PlaceAt(block, position);
        Span<int> chain = stackalloc int[MaxDepth + 1];
        var depth = 0;
        for (var node = place.Node; node >= 0; node = _nodes[node].Parent)
        {
            chain[depth++] = node;
        }

        var path = new StringBuilder();
        while (depth > 0 && path.Length < MaxPath)
        {
            var node = _nodes[chain[--depth]];
            if (_shape == KeyShape.Sections && node.Indent < 0)
            {
                path.Append('[').Append(SafeText.Of(BytesOf(block, node.Key))).Append(']');
                continue;
            }

            if (node.Index >= 0)
            {
                path.Append('[').Append(node.Index).Append(']');
                continue;
            }

            path.Append(path.Length == 0 ? "" : _shape == KeyShape.Sections ? " " : ".").Append(SafeText.Of(BytesOf(block, node.Key)));
        }

        return path.Length == 0 ? null : path.ToString();
    }

    /// <summary>A name's bytes as they stand in the source.</summary>
    public ReadOnlySpan<byte> BytesOf(TextBlock block, KeyName name) =>
        name.Start >= 0 ? block.Source.Slice(name.Start, name.Length) : CollectionsMarshal.AsSpan(_names).Slice(~name.Start, name.Length);

    /// <summary>Writes the place after <paramref name="from"/> into the block that follows it.</summary>
    public void Cross(TextBlock from, TextBlock to)
    {
        var place = PlaceAtEnd(from);
        var start = to.Keys ??= new KeyStart();
        start.Clear();
        for (var node = place.Node; node >= 0; node = _nodes[node].Parent)
        {
            start.Nodes.Add(_nodes[node]);
        }

        start.Nodes.Reverse();
        for (var i = 0; i < start.Nodes.Count; i++)
        {
            var (node, name) = (start.Nodes[i], start.Names.Count);
            start.Names.AddRange(BytesOf(from, node.Key));
            start.Nodes[i] = node with { Parent = i - 1, Key = new KeyName(~name, node.Key.Length) };
        }

        start.Place = place with { Node = start.Nodes.Count - 1 };
    }

    /// <inheritdoc/>
    protected override KeyPlace Load(TextBlock block)
    {
        _nodes.Clear();
        _names.Clear();
        if (block.Keys is not { } start)
        {
            return KeyPlace.Start;
        }

        _nodes.AddRange(start.Nodes);
        _names.AddRange(start.Names);
        return start.Place;
    }

    /// <inheritdoc/>
    protected override void Marked() => _marked = _nodes.Count;

    /// <inheritdoc/>
    protected override void Rewound() => CollectionsMarshal.SetCount(_nodes, _marked);

    /// <inheritdoc/>
    protected override void Advance(ref KeyPlace place, ReadOnlySpan<byte> source, int from, int to)
    {
        while (from < to)
        {
            if (place.IsLineStart)
            {
                place.IsLineStart = false;
                if (!place.Continues)
                {
                    ReadLine(ref place, KeyLine.HeadOf(source[from..]), from);
                }
            }

            var end = source[from..to].IndexOf((byte)'\n');
            if (end < 0)
            {
                return;
            }

            from += end + 1;
            place.IsLineStart = true;
            place.Continues = _shape == KeyShape.Properties && source[..(from - 1)].TrimEnd((byte)'\r') is [.., (byte)'\\'];
        }
    }

    private void ReadLine(ref KeyPlace place, ReadOnlySpan<byte> line, int at)
    {
        if (_shape != KeyShape.Indented)
        {
            ReadAssigned(ref place, line, at);
            return;
        }

        if (line.StartsWith("---"u8))
        {
            place.Node = -1;
            return;
        }

        var from = 0;
        for (var dash = KeyLine.DashOf(line, 0); dash >= 0; dash = KeyLine.DashOf(line, dash + 1))
        {
            AddItem(ref place, dash);
            from = dash + 1;
        }

        var key = KeyLine.ReadIndented(line, from);
        if (key.Length > 0)
        {
            Leave(ref place, key.Indent);
            Add(ref place, new KeyNode(place.Node, 0, key.Indent, -1, new KeyName(at + key.Start, key.Length)));
        }
    }

    // A section's indent is below that of all keys.
    private void ReadAssigned(ref KeyPlace place, ReadOnlySpan<byte> line, int at)
    {
        var key = KeyLine.ReadAssigned(line);
        if (key.Length == 0)
        {
            return;
        }

        var indent = key.Separator == '[' ? -1 : 0;
        Leave(ref place, indent);
        Add(ref place, new KeyNode(place.Node, 0, indent, -1, new KeyName(at + key.Start, key.Length)));
    }

    // Items may stand as deep as the key they belong to.
    private void AddItem(ref KeyPlace place, int indent)
    {
        var index = 0;
        while (place.Node >= 0 && (_nodes[place.Node].Indent > indent || (_nodes[place.Node].Indent == indent && _nodes[place.Node].Index >= 0)))
        {
            index = _nodes[place.Node].Indent == indent ? _nodes[place.Node].Index + 1 : 0;
            place.Node = _nodes[place.Node].Parent;
        }

        Add(ref place, new KeyNode(place.Node, 0, indent, index, default));
    }

    private void Leave(ref KeyPlace place, int indent)
    {
        while (place.Node >= 0 && _nodes[place.Node].Indent >= indent)
        {
            place.Node = _nodes[place.Node].Parent;
        }
    }

    private void Add(ref KeyPlace place, KeyNode node)
    {
        var depth = place.Node < 0 ? 0 : _nodes[place.Node].Depth + 1;
        if (depth < MaxDepth)
        {
            _nodes.Add(node with { Depth = depth });
            place.Node = _nodes.Count - 1;
        }
    }
}
