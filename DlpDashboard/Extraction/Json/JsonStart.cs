namespace DlpDashboard.Extraction.Json;

/// <summary>The place a block starts at, free of the blocks before it: the open containers from the outermost, and the bytes of their names.</summary>
internal sealed class JsonStart
{
    /// <summary>The open containers.</summary>
    public List<JsonNode> Nodes { get; } = [];

    /// <summary>Bytes of names.</summary>
    public List<byte> Names { get; } = [];

    /// <summary>The place.</summary>
    public JsonPlace Place { get; set; } = JsonPlace.Root;

    /// <summary>Back to the start of a document.</summary>
    public void Clear()
    {
        Nodes.Clear();
        Names.Clear();
        Place = JsonPlace.Root;
    }
}
