namespace DlpDashboard.Detection.Verification;

/// <summary>
/// Remembers, for the last keys of a segment, how densely one detector's values follow each other under one key. A column in which each row holds a checked value is a column of such values;
/// one in which a value passes the check now and then is not. Asked in order of start, so what it says does not hang on the cut of the stream. Of fixed size.
/// </summary>
internal sealed class NeighbourMemory
{
    /// <summary>Different values, one row after the other, from which on the next is lifted.</summary>
    public const int Enough = 4;

    /// <summary>What a lifted value's score gains.</summary>
    public const double Lift = 0.25;

    private const int Size = 64;

    private readonly Entry[] _entries = new Entry[Size];

    /// <summary>A key's hash; 0 where there is none.</summary>
    public static uint KeyOf(ReadOnlySpan<byte> key) => key.IsEmpty ? 0 : (uint)Hash(key) | 1;

    /// <summary>Forgets all: another segment begins.</summary>
    public void Clear() => _entries.AsSpan().Clear();

    /// <summary>Counts a value in.</summary>
    /// <param name="key">The key over it, by <see cref="KeyOf"/>; not 0.</param>
    /// <param name="slot">Whose value.</param>
    /// <param name="start">Where it begins.</param>
    /// <param name="value">Its bytes; only a hash of them stays, until the next one.</param>
    /// <returns>Whether enough of its kind stand before it.</returns>
    public bool Count(uint key, int slot, long start, ReadOnlySpan<byte> value)
    {
        ref var entry = ref _entries[(key ^ (uint)(slot * 37)) % Size];
        var hash = Hash(value);
        if (entry.Key != key || entry.Slot != slot)
        {
            entry = new Entry { Key = key, Slot = slot, Start = start, Value = hash, Run = 1 };
            return false;
        }

        // A row is as long as the shortest way from one value to the next; rows differ a little. The same value over and over says nothing.
        var way = start - entry.Start;
        var isFirst = entry.Row == 0;
        var isNext = hash != entry.Value && (isFirst || (way <= entry.Row + (entry.Row / 2) && way + (way / 2) >= entry.Row));
        entry.Run = isNext ? entry.Run + 1 : 1;
        entry.Row = isFirst ? way : Math.Min(entry.Row, way);
        (entry.Start, entry.Value) = (start, hash);
        return entry.Run > Enough;
    }

    // FNV-1a, 64 bits.
    private static ulong Hash(ReadOnlySpan<byte> bytes)
    {
        var hash = 0xCBF29CE484222325;
        foreach (var value in bytes)
        {
            hash = (hash ^ value) * 0x100000001B3;
        }

        return hash;
    }

    private struct Entry
    {
        public uint Key;
        public int Slot;
        public int Run;
        public long Start;
        public long Row;
        public ulong Value;
    }
}
