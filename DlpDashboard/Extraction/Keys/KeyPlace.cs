namespace DlpDashboard.Extraction.Keys;

/// <summary>A place among lines with keys: what stands over it, and whether a line begins there.</summary>
internal struct KeyPlace
{
    /// <summary>The place at the start of a text.</summary>
    public static readonly KeyPlace Start = new() { Node = -1, IsLineStart = true };

    /// <summary>The innermost node over the place, or -1.</summary>
    public int Node;

    /// <summary>Whether the place is a line's first byte.</summary>
    public bool IsLineStart;

    /// <summary>Whether the line before ended in a backslash: this one continues its value.</summary>
    public bool Continues;
}
