namespace DlpDashboard.Extraction.Keys;

/// <summary>A key, a section or an item of a list that stands over what follows. Never changed once made, so that a place is known by its node.</summary>
/// <param name="Parent">The node over it, or -1.</param>
/// <param name="Depth">Nodes over it.</param>
/// <param name="Indent">Bytes before it on its line; what follows and stands deeper belongs to it.</param>
/// <param name="Index">An item's number from 0; -1 for keys.</param>
/// <param name="Key">Its name; empty for items.</param>
internal readonly record struct KeyNode(int Parent, int Depth, int Indent, int Index, KeyName Key);
