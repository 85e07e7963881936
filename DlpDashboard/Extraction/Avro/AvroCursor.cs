using System.Buffers.Binary;
using DlpDashboard.Extraction.Compression;

namespace DlpDashboard.Extraction.Avro;

/// <summary>Reads Avro's binary encoding. Damage is an <see cref="InvalidDataException"/>.</summary>
internal ref struct AvroCursor(ReadOnlySpan<byte> bytes)
{
    private readonly ReadOnlySpan<byte> _bytes = bytes;

    /// <summary>The next byte.</summary>
    public int Position { get; private set; }

    /// <summary>A whole number: zigzag, seven bits a byte, the lowest first.</summary>
    public long Long()
    {
        ulong value = 0;
        for (var shift = 0; shift < 64; shift += 7)
        {
            Damage.Unless(Position < _bytes.Length);
            var next = _bytes[Position++];
            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80)
            {
                return (long)(value >> 1) ^ -(long)(value & 1);
            }
        }

        Damage.Found();
        return 0;
    }

    /// <summary>Bytes with their length before them.</summary>
    public ReadOnlySpan<byte> Bytes() => Take(Long());

    /// <summary>So many bytes.</summary>
    public ReadOnlySpan<byte> Take(long count)
    {
        Damage.Unless(count >= 0 && count <= _bytes.Length - Position);
        var taken = _bytes.Slice(Position, (int)count);
        Position += (int)count;
        return taken;
    }

    /// <summary>A number of four bytes.</summary>
    public float Float() => BinaryPrimitives.ReadSingleLittleEndian(Take(4));

    /// <summary>A number of eight bytes.</summary>
    public double Double() => BinaryPrimitives.ReadDoubleLittleEndian(Take(8));
}
