using System.Buffers.Binary;

namespace DlpDashboard.Detection.Redaction;

/// <summary>
/// Draws from a keyed seed: xorshift128+ over two words of it. The seed is the secret part: whoever finds a state knows one surrogate's draws, not the key and not the value.
/// </summary>
internal struct SeededChoice
{
    private ulong _first;
    private ulong _second;

    /// <param name="seed">At least 16 bytes.</param>
    public SeededChoice(ReadOnlySpan<byte> seed)
    {
        _first = BinaryPrimitives.ReadUInt64LittleEndian(seed) | 1;
        _second = BinaryPrimitives.ReadUInt64LittleEndian(seed[8..]);
    }

    /// <summary>From 0 up to, not including, a bound.</summary>
    public int Below(int bound)
    {
        var (first, second) = (_first, _second);
        _first = second;
        first ^= first << 23;
        _second = first ^ second ^ (first >> 18) ^ (second >> 5);
        return (int)(((_second + second) >> 33) % (ulong)bound);
    }
}
