namespace DlpDashboard.Extraction.Json;

/// <summary>An open or once open container. Never changed once made, so that a place is known by its node.</summary>
/// <param name="Parent">The container around it, or -1.</param>
/// <param name="Depth">Containers around it.</param>
/// <param name="IsArray">Array or object.</param>
/// <param name="Index">Its index in the parent, where that is an array.</param>
/// <param name="Key">Its name in the parent, where that is an object.</param>
internal readonly record struct JsonNode(int Parent, int Depth, bool IsArray, int Index, JsonName Key);
