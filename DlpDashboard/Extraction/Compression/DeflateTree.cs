namespace DlpDashboard.Extraction.Compression;

/// <summary>A Huffman code of deflate (RFC 1951, 3.2.2): lengths up to 15, one look-up a symbol.</summary>
internal sealed class DeflateTree
{
    private const int MaxBits = 15;

    private readonly ushort[] _entries = new ushort[1 << MaxBits];

    /// <summary>Takes the lengths of its symbols; 0 is none.</summary>
    public void Build(ReadOnlySpan<byte> lengths)
    {
        Span<int> next = stackalloc int[MaxBits + 2];
        next.Clear();
        foreach (var length in lengths)
        {
            next[length + 1] += length == 0 ? 0 : 1;
        }

        var code = 0;
        for (var bits = 1; bits <= MaxBits; bits++)
        {
            code = (code + next[bits]) << 1;
            next[bits] = code;
        }

        Array.Clear(_entries);
        for (var symbol = 0; symbol < lengths.Length; symbol++)
        {
            var length = lengths[symbol];
            if (length == 0)
            {
                continue;
            }

            Damage.Unless(next[length] < 1 << length);
            for (var at = Reverse(next[length]++, length); at < _entries.Length; at += 1 << length)
            {
                _entries[at] = (ushort)((symbol << 4) | length);
            }
        }
    }

    /// <summary>The next symbol.</summary>
    public int Read(ref ForwardBits bits)
    {
        var entry = _entries[bits.Peek(MaxBits)];
        Damage.Unless(entry != 0);
        bits.Skip(entry & 15);
        return entry >> 4;
    }

    private static int Reverse(int code, int length)
    {
        var reversed = 0;
        for (var i = 0; i < length; i++)
        {
            reversed |= ((code >> i) & 1) << (length - 1 - i);
        }

        return reversed;
    }
}
