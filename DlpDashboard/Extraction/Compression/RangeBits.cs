using System.Runtime.CompilerServices;

namespace DlpDashboard.Extraction.Compression;

/// <summary>The range decoder of LZMA: bits by adaptive probabilities of 11 bits (LZMA specification, "Range Coder").</summary>
internal ref struct RangeBits(ReadOnlySpan<byte> input, uint range, uint code)
{
    private const uint Top = 1 << 24;
    private readonly ReadOnlySpan<byte> _input = input;

    /// <summary>Input bytes used.</summary>
    public int Used { get; private set; }

    /// <summary>The range that is left.</summary>
    public uint Range { get; private set; } = range;

    /// <summary>Where in the range the data stands.</summary>
    public uint Code { get; private set; } = code;

    /// <summary>A bit by its probability, which learns from it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Bit(ref ushort probability)
    {
        var bound = (Range >> 11) * probability;
        if (Code < bound)
        {
            Range = bound;
            probability += (ushort)((2048 - probability) >> 5);
            Normalize();
            return 0;
        }

        Range -= bound;
        Code -= bound;
        probability -= (ushort)(probability >> 5);
        Normalize();
        return 1;
    }

    /// <summary>A number of bits by a tree of probabilities, the highest bit first.</summary>
    public int Tree(Span<ushort> probabilities, int bits)
    {
        var node = 1;
        for (var i = 0; i < bits; i++)
        {
            node = (node << 1) | Bit(ref probabilities[node]);
        }

        return node - (1 << bits);
    }

    /// <summary>The same with the lowest bit first.</summary>
    public int ReverseTree(Span<ushort> probabilities, int bits)
    {
        var (node, value) = (1, 0);
        for (var i = 0; i < bits; i++)
        {
            var bit = Bit(ref probabilities[node]);
            node = (node << 1) | bit;
            value |= bit << i;
        }

        return value;
    }

    /// <summary>Bits of equal probability.</summary>
    public uint Direct(int bits)
    {
        uint value = 0;
        for (var i = 0; i < bits; i++)
        {
            Range >>= 1;
            Code -= Range;
            var isZero = 0 - (Code >> 31);
            Code += Range & isZero;
            value = (value << 1) + isZero + 1;
            Normalize();
        }

        return value;
    }

    private void Normalize()
    {
        if (Range < Top)
        {
            Damage.Unless(Used < _input.Length);
            Range <<= 8;
            Code = (Code << 8) | _input[Used++];
        }
    }
}
