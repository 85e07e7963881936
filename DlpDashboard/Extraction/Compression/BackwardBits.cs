using System.Buffers.Binary;

namespace DlpDashboard.Extraction.Compression;

/// <summary>
/// Bits read from the end of a stretch to its start, as zstd writes its codes (RFC 8878, 4.2.2): the highest set bit of the last byte is the mark before the first.
/// Behind the start come zeros; <see cref="Left"/> is negative then.
/// </summary>
internal struct BackwardBits
{
    private readonly byte[] _bytes;
    private readonly int _start;

    /// <summary>A stretch of an array that goes on for at least eight more bytes.</summary>
    public BackwardBits(byte[] bytes, int start, int length)
    {
        Damage.Unless(length > 0 && bytes[start + length - 1] != 0);
        (_bytes, _start) = (bytes, start);
        Left = ((length - 1) * 8) + int.Log2(bytes[start + length - 1]);
    }

    /// <summary>Bits that are left.</summary>
    public int Left { get; private set; }

    /// <summary>The next bits, at most 32.</summary>
    public int Read(int count)
    {
        var value = Peek(count);
        Left -= count;
        return value;
    }

    /// <summary>Uses bits that were looked at.</summary>
    public void Skip(int count) => Left -= count;

    /// <summary>The next bits without using them.</summary>
    public readonly int Peek(int count)
    {
        var bit = Left - count;
        if (bit < 0)
        {
            return Left <= 0 ? 0 : (int)((Load(0) & ((1UL << Left) - 1)) << -bit);
        }

        return (int)((Load(bit >> 3) >> (bit & 7)) & ((1UL << count) - 1));
    }

    private readonly ulong Load(int at) => BinaryPrimitives.ReadUInt64LittleEndian(_bytes.AsSpan(_start + at));
}
