namespace DlpDashboard.Extraction.Compression;

/// <summary>Bits of a deflate stream, the lowest first.</summary>
internal ref struct ForwardBits(ReadOnlySpan<byte> input, int position)
{
    private readonly ReadOnlySpan<byte> _input = input;

    /// <summary>Bits used from the input's start.</summary>
    public int Position { get; private set; } = position;

    /// <summary>Up to 24 bits.</summary>
    public int Read(int count)
    {
        var value = Peek(count);
        Skip(count);
        return value;
    }

    /// <summary>The next bits without using them; zeros behind the end.</summary>
    public readonly int Peek(int count)
    {
        uint value = 0;
        var at = Position >> 3;
        for (var i = 0; i < 4 && at + i < _input.Length; i++)
        {
            value |= (uint)_input[at + i] << (8 * i);
        }

        return (int)((value >> (Position & 7)) & ((1u << count) - 1));
    }

    /// <summary>Uses bits that were looked at.</summary>
    public void Skip(int count)
    {
        Position += count;
        Damage.Unless(Position <= _input.Length * 8L);
    }

    /// <summary>Goes on at the next whole byte.</summary>
    public void Align() => Position = (Position + 7) & ~7;

    /// <summary>Whole bytes, once aligned.</summary>
    public ReadOnlySpan<byte> Take(int count)
    {
        var from = Position >> 3;
        Damage.Unless(count <= _input.Length - from);
        Position += count * 8;
        return _input.Slice(from, count);
    }
}
