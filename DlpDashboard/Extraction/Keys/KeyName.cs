namespace DlpDashboard.Extraction.Keys;

/// <summary>Where a key's bytes lie: in the block from <paramref name="Start"/>, or among the carried names at its complement.</summary>
/// <param name="Start">First byte.</param>
/// <param name="Length">Bytes, without quotes.</param>
internal readonly record struct KeyName(int Start, int Length);
