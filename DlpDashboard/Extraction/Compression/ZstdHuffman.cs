using System.Numerics;

namespace DlpDashboard.Extraction.Compression;

/// <summary>The Huffman code of zstd's literals (RFC 8878, 4.2): at most 11 bits, one look-up a symbol.</summary>
internal sealed class ZstdHuffman
{
    private const int MaxBits = 11;
    private const int MaxWeightLog = 6;

    private readonly byte[] _symbols = new byte[1 << MaxBits];
    private readonly byte[] _lengths = new byte[1 << MaxBits];
    private readonly byte[] _weights = new byte[256];
    private readonly FseTable _weightTable = new(MaxWeightLog);
    private int _bits;

    /// <summary>Forgets the code.</summary>
    public void Clear() => _bits = 0;

    /// <summary>Reads a tree's description.</summary>
    /// <param name="data">The block; it goes on for at least eight bytes.</param>
    /// <param name="at">Where the description starts.</param>
    /// <param name="end">Where the literals end.</param>
    /// <returns>Where it ends.</returns>
    public int Read(byte[] data, int at, int end)
    {
        Damage.Unless(at < end);
        int head = data[at++];
        int count;
        if (head >= 128)
        {
            count = head - 127;
            Damage.Unless(at + ((count + 1) / 2) <= end);
            for (var i = 0; i < count; i++)
            {
                var pair = data[at + (i / 2)];
                _weights[i] = (byte)(i % 2 == 0 ? pair >> 4 : pair & 15);
            }

            at += (count + 1) / 2;
        }
        else
        {
            Damage.Unless(at + head <= end);
            var used = _weightTable.Read(data.AsSpan(at, head), 255);
            count = ReadWeights(new BackwardBits(data, at + used, head - used));
            at += head;
        }

        Build(count);
        return at;
    }

    /// <summary>Decodes one stream to exactly so many bytes.</summary>
    public void Decode(byte[] data, int at, int length, Span<byte> output)
    {
        Damage.Unless(_bits > 0);
        var bits = new BackwardBits(data, at, length);
        for (var i = 0; i < output.Length; i++)
        {
            var code = bits.Peek(_bits);
            output[i] = _symbols[code];
            bits.Skip(_lengths[code]);
        }

        Damage.Unless(bits.Left == 0);
    }

    // Two states take turns, until the bits are used up (4.2.1.2).
    private int ReadWeights(BackwardBits bits)
    {
        var first = bits.Read(_weightTable.Log);
        var second = bits.Read(_weightTable.Log);
        Damage.Unless(bits.Left >= 0);
        for (var count = 0; count < 254; )
        {
            _weights[count++] = _weightTable.SymbolOf(first);
            first = _weightTable.Next(first, ref bits);
            if (bits.Left < 0)
            {
                _weights[count++] = _weightTable.SymbolOf(second);
                return count;
            }

            (first, second) = (second, first);
        }

        Damage.Found();
        return 0;
    }

    // The last weight is what is missing to a power of two.
    private void Build(int count)
    {
        var sum = 0;
        for (var i = 0; i < count; i++)
        {
            Damage.Unless(_weights[i] <= MaxBits);
            sum += (1 << _weights[i]) >> 1;
        }

        Damage.Unless(sum > 0);
        var bits = BitOperations.Log2((uint)sum) + 1;
        var missing = (1 << bits) - sum;
        Damage.Unless(bits <= MaxBits && BitOperations.IsPow2(missing));
        _weights[count++] = (byte)(BitOperations.Log2((uint)missing) + 1);
        var at = 0;
        for (var weight = 1; weight <= bits; weight++)
        {
            for (var symbol = 0; symbol < count; symbol++)
            {
                if (_weights[symbol] == weight)
                {
                    var span = 1 << (weight - 1);
                    _symbols.AsSpan(at, span).Fill((byte)symbol);
                    _lengths.AsSpan(at, span).Fill((byte)(bits + 1 - weight));
                    at += span;
                }
            }
        }

        Damage.Unless(at == 1 << bits);
        _bits = bits;
    }
}
