using System.Buffers.Binary;

namespace DlpDashboard.Extraction.Compression;

/// <summary>The literals of a zstd block (RFC 8878, 3.1.1.3.1): stored, one byte repeated, or coded in one or four streams.</summary>
internal sealed class ZstdLiterals
{
    private readonly ZstdHuffman _huffman = new();
    private readonly byte[] _bytes = new byte[ZstdBlock.MaxSize];
    private int _length;
    private int _given;

    /// <summary>How many are left.</summary>
    public int Left => _length - _given;

    /// <summary>A frame begins.</summary>
    public void Clear() => _huffman.Clear();

    /// <summary>The next of them.</summary>
    public ReadOnlySpan<byte> Take(int count)
    {
        Damage.Unless(count <= Left);
        _given += count;
        return _bytes.AsSpan(_given - count, count);
    }

    /// <summary>Reads the section.</summary>
    /// <returns>Where it ends.</returns>
    public int Read(byte[] data, int end)
    {
        Damage.Unless(end > 0);
        _given = 0;
        var format = (data[0] >> 2) & 3;
        return (data[0] & 3) >= 2 ? ReadCoded(data, end, format, isNew: (data[0] & 3) == 2) : ReadPlain(data, end, format, isRepeated: (data[0] & 3) == 1);
    }

    private int ReadPlain(byte[] data, int end, int format, bool isRepeated)
    {
        var head = format switch { 1 => 2, 3 => 3, _ => 1 };
        var value = (int)BinaryPrimitives.ReadUInt32LittleEndian(data) & ((1 << (8 * head)) - 1);
        _length = head == 1 ? value >> 3 : value >> 4;
        var used = isRepeated ? 1 : _length;
        Damage.Unless(_length <= _bytes.Length && head + used <= end);
        if (isRepeated)
        {
            _bytes.AsSpan(0, _length).Fill(data[head]);
        }
        else
        {
            data.AsSpan(head, _length).CopyTo(_bytes);
        }

        return head + used;
    }

    private int ReadCoded(byte[] data, int end, int format, bool isNew)
    {
        var (head, bits) = format switch { 2 => (4, 14), 3 => (5, 18), _ => (3, 10) };
        var value = BinaryPrimitives.ReadUInt64LittleEndian(data);
        _length = (int)(value >> 4) & ((1 << bits) - 1);
        var coded = (int)(value >> (4 + bits)) & ((1 << bits) - 1);
        var stop = head + coded;
        Damage.Unless(_length <= _bytes.Length && stop <= end);
        var at = isNew ? _huffman.Read(data, head, stop) : head;
        if (format == 0)
        {
            _huffman.Decode(data, at, stop - at, _bytes.AsSpan(0, _length));
            return stop;
        }

        Damage.Unless(stop - at >= 6);
        var part = (_length + 3) / 4;
        Damage.Unless(part * 3 <= _length);
        var from = at + 6;
        for (var stream = 0; stream < 4; stream++)
        {
            var size = stream == 3 ? stop - from : BinaryPrimitives.ReadUInt16LittleEndian(data.AsSpan(at + (2 * stream)));
            Damage.Unless(size > 0 && from + size <= stop);
            _huffman.Decode(data, from, size, _bytes.AsSpan(part * stream, stream == 3 ? _length - (part * 3) : part));
            from += size;
        }

        return stop;
    }
}
