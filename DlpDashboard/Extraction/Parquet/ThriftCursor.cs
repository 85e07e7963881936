using DlpDashboard.Extraction.Compression;

namespace DlpDashboard.Extraction.Parquet;

/// <summary>Reads Thrift's compact protocol (thrift-compact-protocol.md of Apache Thrift). Damage is an <see cref="InvalidDataException"/>; nesting is bounded.</summary>
internal ref struct ThriftCursor(ReadOnlySpan<byte> bytes, int position = 0)
{
    private const int MaxDepth = 24;

    private readonly ReadOnlySpan<byte> _bytes = bytes;

    /// <summary>The next byte.</summary>
    public int Position { get; private set; } = position;

    /// <summary>The next field of a struct; false at its end.</summary>
    /// <param name="id">The field before, 0 at first; then this one.</param>
    /// <param name="kind">Its type.</param>
    public bool Field(ref int id, out ThriftKind kind)
    {
        var head = Byte();
        kind = (ThriftKind)(head & 15);
        if (kind == ThriftKind.Stop)
        {
            return false;
        }

        id = head >> 4 == 0 ? (int)Int() : id + (head >> 4);
        return true;
    }

    /// <summary>A whole number.</summary>
    public long Int()
    {
        var value = Varint();
        return (long)(value >> 1) ^ -(long)(value & 1);
    }

    /// <summary>A whole number that fits 32 bits.</summary>
    public int Int32()
    {
        var value = Int();
        Damage.Unless(value is >= int.MinValue and <= int.MaxValue);
        return (int)value;
    }

    /// <summary>Bytes.</summary>
    public ReadOnlySpan<byte> Binary() => Take(Varint());

    /// <summary>How many elements a list has, and of what.</summary>
    public (int Count, ThriftKind Kind) List()
    {
        var head = Byte();
        var count = head >> 4 == 15 ? Varint() : (ulong)(head >> 4);
        Damage.Unless(count <= (ulong)(_bytes.Length - Position));
        return ((int)count, (ThriftKind)(head & 15));
    }

    /// <summary>Passes over a value.</summary>
    public void Skip(ThriftKind kind) => Skip(kind, isElement: false, 0);

    private void Skip(ThriftKind kind, bool isElement, int depth)
    {
        Damage.Unless(depth < MaxDepth);
        switch (kind)
        {
            case ThriftKind.True or ThriftKind.False:
                Take(isElement ? 1UL : 0);
                break;
            case ThriftKind.Byte:
                Take(1);
                break;
            case ThriftKind.Int16 or ThriftKind.Int32 or ThriftKind.Int64:
                Varint();
                break;
            case ThriftKind.Double:
                Take(8);
                break;
            case ThriftKind.Binary:
                Binary();
                break;
            case ThriftKind.List or ThriftKind.Set:
                var (count, of) = List();
                for (var i = 0; i < count; i++)
                {
                    Skip(of, isElement: true, depth + 1);
                }

                break;
            case ThriftKind.Map:
                SkipMap(depth);
                break;
            case ThriftKind.Struct:
                for (var id = 0; Field(ref id, out var field);)
                {
                    Skip(field, isElement: false, depth + 1);
                }

                break;
            default:
                Damage.Found();
                break;
        }
    }

    private void SkipMap(int depth)
    {
        var count = Varint();
        Damage.Unless(count <= (ulong)(_bytes.Length - Position));
        if (count == 0)
        {
            return;
        }

        var kinds = Byte();
        for (ulong i = 0; i < count; i++)
        {
            Skip((ThriftKind)(kinds >> 4), isElement: true, depth + 1);
            Skip((ThriftKind)(kinds & 15), isElement: true, depth + 1);
        }
    }

    private byte Byte()
    {
        Damage.Unless(Position < _bytes.Length);
        return _bytes[Position++];
    }

    private ulong Varint()
    {
        ulong value = 0;
        for (var shift = 0; shift < 64; shift += 7)
        {
            var next = Byte();
            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80)
            {
                return value;
            }
        }

        Damage.Found();
        return 0;
    }

    private ReadOnlySpan<byte> Take(ulong count)
    {
        Damage.Unless(count <= (ulong)(_bytes.Length - Position));
        var taken = _bytes.Slice(Position, (int)count);
        Position += (int)count;
        return taken;
    }
}
