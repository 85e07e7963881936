namespace DlpDashboard.Extraction.Compression;

/// <summary>One Huffman code of a bzip2 block: lengths from 1 to 20, codes in the order of length and symbol.</summary>
internal sealed class Bzip2Tree
{
    private const int MaxLength = 20;
    private const int FastBits = 10;

    private readonly int[] _first = new int[MaxLength + 2];
    private readonly int[] _start = new int[MaxLength + 2];
    private readonly ushort[] _symbols = new ushort[258];
    private readonly ushort[] _fast = new ushort[1 << FastBits];

    /// <summary>Takes the lengths of its symbols.</summary>
    public void Build(ReadOnlySpan<byte> lengths)
    {
        Span<int> counts = stackalloc int[MaxLength + 2];
        counts.Clear();
        foreach (var length in lengths)
        {
            counts[length]++;
        }

        var (code, index) = (0, 0);
        for (var length = 1; length <= MaxLength; length++)
        {
            (_first[length], _start[length]) = (code, index);
            code = (code + counts[length]) << 1;
            index += counts[length];
        }

        (_first[MaxLength + 1], _start[MaxLength + 1]) = (code, index);
        Span<int> next = stackalloc int[MaxLength + 2];
        _start.CopyTo(next);
        Array.Clear(_fast);
        for (var symbol = 0; symbol < lengths.Length; symbol++)
        {
            var length = lengths[symbol];
            var at = next[length]++;
            _symbols[at] = (ushort)symbol;
            AddFast(symbol, length, _first[length] + at - _start[length]);
        }
    }

    /// <summary>The next symbol.</summary>
    public int Read(ref Bzip2Bits bits)
    {
        var fast = _fast[bits.Peek(FastBits)];
        if (fast != 0)
        {
            bits.Read(fast & 31);
            return fast >> 5;
        }

        var ahead = (int)bits.Peek(MaxLength);
        for (var length = 1; length <= MaxLength; length++)
        {
            var code = ahead >> (MaxLength - length);
            var count = _start[length + 1] - _start[length];
            if (code >= _first[length] && code - _first[length] < count)
            {
                bits.Read(length);
                return _symbols[_start[length] + code - _first[length]];
            }
        }

        Damage.Found();
        return 0;
    }

    private void AddFast(int symbol, int length, int code)
    {
        if (length > FastBits || code >= 1 << length)
        {
            return;
        }

        _fast.AsSpan(code << (FastBits - length), 1 << (FastBits - length)).Fill((ushort)((symbol << 5) | length));
    }
}
