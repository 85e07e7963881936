namespace DlpDashboard.Extraction.Compression;

/// <summary>How LZMA writes lengths: three ranges of 8, 8 and 256 values, each a tree.</summary>
internal sealed class LzmaLengths
{
    private readonly ushort[] _choice = new ushort[2];
    private readonly ushort[] _low = new ushort[16 << 3];
    private readonly ushort[] _middle = new ushort[16 << 3];
    private readonly ushort[] _high = new ushort[1 << 8];

    /// <summary>Forgets what was learned.</summary>
    public void Reset()
    {
        foreach (var probabilities in (ushort[][])[_choice, _low, _middle, _high])
        {
            Array.Fill(probabilities, (ushort)1024);
        }
    }

    /// <summary>A length from 0.</summary>
    public int Read(ref RangeBits bits, int position)
    {
        if (bits.Bit(ref _choice[0]) == 0)
        {
            return bits.Tree(_low.AsSpan(position << 3, 8), 3);
        }

        return bits.Bit(ref _choice[1]) == 0
            ? 8 + bits.Tree(_middle.AsSpan(position << 3, 8), 3)
            : 16 + bits.Tree(_high, 8);
    }
}
