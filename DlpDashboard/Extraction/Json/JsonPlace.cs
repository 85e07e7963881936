namespace DlpDashboard.Extraction.Json;

/// <summary>
/// A place in JSON: the container it stands in (a <see cref="JsonNode"/> of the tracker), the property or index there, and how far a string was read.
/// Positions of names count from the block's start; below 0 they are the complement of a position in the names carried into the block.
/// </summary>
internal struct JsonPlace
{
    /// <summary>A place outside all containers.</summary>
    public static readonly JsonPlace Root = new() { Node = -1 };

    /// <summary>The innermost container, or -1.</summary>
    public int Node;

    /// <summary>The element's index, where the container is an array.</summary>
    public int Index;

    /// <summary>The name of the property whose value is being read; length 0 outside one.</summary>
    public JsonName Key;

    /// <summary>The string read last, or the one being read.</summary>
    public JsonName Text;

    /// <summary>Containers that are not tracked because they lie too deep.</summary>
    public int Untracked;

    /// <summary>Whether the place is inside a string.</summary>
    public bool IsInText;

    /// <summary>Whether the byte before the place is an escape's backslash.</summary>
    public bool IsEscaped;
}
