namespace DlpDashboard.Extraction.Compression;

/// <summary>Decodes bzip2, streams one after the other, with the checks of blocks and streams.</summary>
internal sealed class Bzip2Decoder : IStreamDecoder
{
    private const ulong BlockMark = 0x314159265359;
    private const ulong EndMark = 0x177245385090;
    private const int Unit = 100_000;

    private readonly Bzip2Block _block = new();
    private readonly byte[] _output = new byte[64 * 1024];
    private int _level;
    private int _bit;
    private uint _checksum;
    private bool _isInBlock;

    // The largest block there can be: 900,000 symbols of 20 bits, and the head.
    /// <inheritdoc/>
    public int Ahead => _isInBlock ? 0 : (_level == 0 ? 9 : _level) * (Unit / 8 * 20) + 32 * 1024;

    /// <inheritdoc/>
    public bool IsOver { get; private set; }

    /// <inheritdoc/>
    public ReadOnlyMemory<byte> Output { get; private set; }

    /// <inheritdoc/>
    public int Decode(ReadOnlySpan<byte> input, bool isLast)
    {
        Output = default;
        if (_isInBlock)
        {
            GiveBlock();
            return 0;
        }

        if (_level == 0)
        {
            return ReadHeader(input);
        }

        var bits = new Bzip2Bits(input, _bit);
        var mark = ((ulong)bits.Read(24) << 24) | bits.Read(24);
        if (mark == BlockMark)
        {
            _block.Read(ref bits, _level * Unit);
            _isInBlock = true;
            _bit = (int)(bits.Position & 7);
            return (int)(bits.Position >> 3);
        }

        Damage.Unless(mark == EndMark && bits.Read(32) == _checksum);
        (_level, _bit) = (0, 0);
        var used = (int)((bits.Position + 7) >> 3);
        IsOver = isLast && used == input.Length;
        return used;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
    }

    private int ReadHeader(ReadOnlySpan<byte> input)
    {
        Damage.Unless(input.Length >= 4 && input.StartsWith("BZh"u8) && input[3] is >= (byte)'1' and <= (byte)'9');
        (_level, _bit, _checksum) = (input[3] - '0', 0, 0);
        return 4;
    }

    private void GiveBlock()
    {
        var length = _block.Give(_output);
        Output = _output.AsMemory(0, length);
        if (_block.IsOver)
        {
            _isInBlock = false;
            Damage.Unless(~_block.Checksum == _block.Expected);
            _checksum = ((_checksum << 1) | (_checksum >> 31)) ^ _block.Expected;
        }
    }
}
