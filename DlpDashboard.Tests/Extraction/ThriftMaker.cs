namespace DlpDashboard.Tests.Extraction;

/// <summary>Writes one struct of Thrift's compact protocol, field after field.</summary>
internal sealed class ThriftMaker
{
    private readonly List<byte> _bytes = [];
    private int _last;

    public byte[] Done() => [.. _bytes, 0];

    public ThriftMaker Int(int id, long value, int kind = 5)
    {
        Head(id, kind);
        Varint(Zigzag(value));
        return this;
    }

    public ThriftMaker Text(int id, string text)
    {
        Head(id, 8);
        var bytes = Zipping.Text(text);
        Varint((ulong)bytes.Length);
        _bytes.AddRange(bytes);
        return this;
    }

    public ThriftMaker Flag(int id, bool value)
    {
        Head(id, value ? 1 : 2);
        return this;
    }

    public ThriftMaker Struct(int id, ThriftMaker inner)
    {
        Head(id, 12);
        _bytes.AddRange(inner.Done());
        return this;
    }

    public ThriftMaker Structs(int id, IReadOnlyCollection<ThriftMaker> items)
    {
        Head(id, 9);
        _bytes.Add((byte)((Math.Min(items.Count, 15) << 4) | 12));
        if (items.Count >= 15)
        {
            Varint((ulong)items.Count);
        }

        foreach (var item in items)
        {
            _bytes.AddRange(item.Done());
        }

        return this;
    }

    public static byte[] VarintOf(ulong value)
    {
        var bytes = new List<byte>();
        for (; value >= 0x80; value >>= 7)
        {
            bytes.Add((byte)(value | 0x80));
        }

        return [.. bytes, (byte)value];
    }

    public static ulong Zigzag(long value) => (ulong)((value << 1) ^ (value >> 63));

    private void Varint(ulong value) => _bytes.AddRange(VarintOf(value));

    private void Head(int id, int kind)
    {
        _bytes.Add((byte)(((id - _last) << 4) | kind));
        _last = id;
    }
}
