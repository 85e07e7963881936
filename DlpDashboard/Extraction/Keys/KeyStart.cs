namespace DlpDashboard.Extraction.Keys;

/// <summary>The place a block starts at, free of the blocks before it: the nodes over it from the outermost, and the bytes of their names.</summary>
internal sealed class KeyStart
{
    /// <summary>The nodes over the block's first byte.</summary>
    public List<KeyNode> Nodes { get; } = [];

    /// <summary>Bytes of names.</summary>
    public List<byte> Names { get; } = [];

    /// <summary>The place.</summary>
    public KeyPlace Place { get; set; } = KeyPlace.Start;

    /// <summary>Back to the start of a text.</summary>
    public void Clear()
    {
        Nodes.Clear();
        Names.Clear();
        Place = KeyPlace.Start;
    }
}
