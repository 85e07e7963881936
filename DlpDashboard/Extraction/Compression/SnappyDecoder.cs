namespace DlpDashboard.Extraction.Compression;

/// <summary>Decodes framed Snappy (framing_format.txt of its project). The checksums of chunks are not verified.</summary>
internal sealed class SnappyDecoder : IStreamDecoder
{
    private const int MaxChunk = 64 * 1024;
    private const int MaxPacked = 16 + MaxChunk + (MaxChunk / 6);
    private const int HeadSize = 4;
    private const int ChecksumSize = 4;

    private readonly byte[] _output = new byte[MaxChunk];
    private int _skip;

    /// <inheritdoc/>
    public int Ahead => HeadSize + ChecksumSize + MaxPacked;

    /// <inheritdoc/>
    public bool IsOver { get; private set; }

    /// <inheritdoc/>
    public ReadOnlyMemory<byte> Output { get; private set; }

    /// <inheritdoc/>
    public int Decode(ReadOnlySpan<byte> input, bool isLast)
    {
        Output = default;
        var used = Math.Min(_skip, input.Length);
        _skip -= used;
        if (used == 0)
        {
            used = ReadChunk(input);
        }

        IsOver = isLast && used == input.Length && _skip == 0;
        return used;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
    }

    private int ReadChunk(ReadOnlySpan<byte> input)
    {
        Damage.Unless(input.Length >= HeadSize);
        var length = input[1] | (input[2] << 8) | (input[3] << 16);
        var kind = input[0];
        if (kind >= 0x80)
        {
            _skip = length;
            return HeadSize;
        }

        Damage.Unless(kind < 2 && length > ChecksumSize && length <= ChecksumSize + MaxPacked && input.Length >= HeadSize + length);
        var data = input.Slice(HeadSize + ChecksumSize, length - ChecksumSize);
        var size = kind == 0 ? SnappyBlock.LengthOf(data) : data.Length;
        Damage.Unless(size <= MaxChunk);
        var output = _output.AsSpan(0, (int)size);
        if (kind == 0)
        {
            SnappyBlock.Decode(data, output);
        }
        else
        {
            data.CopyTo(output);
        }

        Output = _output.AsMemory(0, (int)size);
        return HeadSize + length;
    }
}
