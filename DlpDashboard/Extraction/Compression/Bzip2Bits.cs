namespace DlpDashboard.Extraction.Compression;

/// <summary>Bits of a bzip2 stream, the highest first.</summary>
internal ref struct Bzip2Bits(ReadOnlySpan<byte> input, long position)
{
    private readonly ReadOnlySpan<byte> _input = input;
    private ulong _bits;
    private int _count;
    private long _position = position;

    /// <summary>Bits used from the input's start.</summary>
    public readonly long Position => _position;

    /// <summary>Up to 32 bits.</summary>
    public uint Read(int count)
    {
        if (_count < count)
        {
            Fill(count);
        }

        _count -= count;
        _position += count;
        return (uint)((_bits >> _count) & ((1UL << count) - 1));
    }

    /// <summary>The next bits without using them; zeros behind the end.</summary>
    public uint Peek(int count)
    {
        if (_count < count)
        {
            Fill(0);
        }

        return _count >= count
            ? (uint)((_bits >> (_count - count)) & ((1UL << count) - 1))
            : (uint)((_bits << (count - _count)) & ((1UL << count) - 1));
    }

    private void Fill(int wanted)
    {
        while (_count <= 32)
        {
            var next = _position + _count;
            var at = (int)(next >> 3);
            if (at >= _input.Length)
            {
                break;
            }

            var bits = 8 - (int)(next & 7);
            _bits = (_bits << bits) | (_input[at] & ((1UL << bits) - 1));
            _count += bits;
        }

        Damage.Unless(_count >= wanted);
    }
}
