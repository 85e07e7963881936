using System.Buffers.Binary;
using System.IO.Hashing;
using DlpDashboard.Extraction.Archives;

namespace DlpDashboard.Extraction.Compression;

/// <summary>
/// Decodes xz files (The .xz File Format 1.1): streams one after the other, blocks of LZMA2 with their checks. Header checksums and block checks are verified, the
/// index is only passed over.
/// </summary>
internal sealed class XzDecoder(ArchiveBudget budget) : IStreamDecoder
{
    private const int StreamHeaderSize = 12;
    private const int Lzma2Filter = 0x21;

    private Lzma2Decoder? _block;
    private XzCheck? _check;
    private State _state;
    private long _blockSize;
    private long _recordsLeft;
    private long _indexSize;

    private enum State
    {
        StreamHeader,
        BlockHeader,
        Block,
        BlockEnd,
        Index,
        Footer,
        Padding,
    }

    /// <inheritdoc/>
    public int Ahead => 68 * 1024;

    /// <inheritdoc/>
    public bool IsOver { get; private set; }

    /// <inheritdoc/>
    public ReadOnlyMemory<byte> Output { get; private set; }

    /// <inheritdoc/>
    public int Decode(ReadOnlySpan<byte> input, bool isLast)
    {
        Output = default;
        return _state switch
        {
            State.StreamHeader => ReadStreamHeader(input),
            State.BlockHeader => ReadBlockHeader(input),
            State.Block => ReadBlock(input, isLast),
            State.BlockEnd => ReadBlockEnd(input),
            State.Index => ReadIndex(input),
            State.Footer => ReadFooter(input),
            _ => ReadPadding(input, isLast),
        };
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _block?.Dispose();
        _check?.Dispose();
    }

    private int ReadStreamHeader(ReadOnlySpan<byte> input)
    {
        Damage.Unless(input.Length >= StreamHeaderSize && input.StartsWith((ReadOnlySpan<byte>)[0xFD, (byte)'7', (byte)'z', (byte)'X', (byte)'Z', 0]));
        Damage.Unless(input[6] == 0 && input[7] < 16 && Crc32.HashToUInt32(input[6..8]) == BinaryPrimitives.ReadUInt32LittleEndian(input[8..]));
        _check?.Dispose();
        _check = new XzCheck(input[7]);
        _state = State.BlockHeader;
        return StreamHeaderSize;
    }

    private int ReadBlockHeader(ReadOnlySpan<byte> input)
    {
        Damage.Unless(!input.IsEmpty);
        if (input[0] == 0)
        {
            (_state, _recordsLeft) = (State.Index, -1);
            return 0;
        }

        var size = (input[0] + 1) * 4;
        Damage.Unless(input.Length >= size && Crc32.HashToUInt32(input[..(size - 4)]) == BinaryPrimitives.ReadUInt32LittleEndian(input[(size - 4)..]));
        var rest = input[1..(size - 4)];
        var flags = rest[0];
        rest = rest[1..];
        for (var sizes = flags & 0xC0; sizes != 0; sizes &= sizes - 1)
        {
            ReadNumber(ref rest);
        }

        for (var filters = (flags & 3) + 1; filters > 0; filters--)
        {
            var id = ReadNumber(ref rest);
            var length = ReadNumber(ref rest);
            Damage.Unless(length <= rest.Length && length >= 0);
            if (id != Lzma2Filter)
            {
                throw new DecoderStopException("It is packed with a filter for programs, which is not read.");
            }

            Damage.Unless(filters == 1 && length == 1);
            _block ??= new Lzma2Decoder(rest[0], budget);
            _block.Restart(rest[0]);
        }

        (_state, _blockSize) = (State.Block, 0);
        return size;
    }

    private int ReadBlock(ReadOnlySpan<byte> input, bool isLast)
    {
        var used = 0;
        try
        {
            used = _block!.Decode(input, isLast);
        }
        finally
        {
            Output = _block!.Output;
        }

        _check!.Append(Output.Span);
        _blockSize += used;
        _state = _block.IsOver ? State.BlockEnd : State.Block;
        return used;
    }

    private int ReadBlockEnd(ReadOnlySpan<byte> input)
    {
        var padding = (int)(-_blockSize & 3);
        var size = padding + _check!.Size;
        Damage.Unless(input.Length >= size && !input[..padding].ContainsAnyExcept((byte)0) && _check.Fits(input[padding..size]));
        _state = State.BlockHeader;
        return size;
    }

    // The index tells again what the blocks did: it is passed over.
    private int ReadIndex(ReadOnlySpan<byte> input)
    {
        var rest = input;
        if (_recordsLeft < 0)
        {
            rest = rest[1..];
            _recordsLeft = ReadNumber(ref rest);
            _indexSize = 0;
        }

        // A record has at most 18 bytes; short input is the last.
        for (var most = 2048; _recordsLeft > 0 && most > 0; most--)
        {
            ReadNumber(ref rest);
            ReadNumber(ref rest);
            _recordsLeft--;
        }

        var used = input.Length - rest.Length;
        _indexSize += used;
        if (_recordsLeft > 0)
        {
            return used;
        }

        var padding = (int)(-_indexSize & 3);
        Damage.Unless(rest.Length >= padding + 4);
        _state = State.Footer;
        return used + padding + 4;
    }

    private int ReadFooter(ReadOnlySpan<byte> input)
    {
        Damage.Unless(input.Length >= StreamHeaderSize && input[10] == 'Y' && input[11] == 'Z');
        _state = State.Padding;
        return StreamHeaderSize;
    }

    // Zeros in fours, then the end or another stream.
    private int ReadPadding(ReadOnlySpan<byte> input, bool isLast)
    {
        var zeros = input.IndexOfAnyExcept((byte)0);
        zeros = zeros < 0 ? input.Length : zeros;
        if (zeros < input.Length)
        {
            _state = State.StreamHeader;
        }
        else if (isLast)
        {
            IsOver = true;
        }

        return zeros;
    }

    private static long ReadNumber(ref ReadOnlySpan<byte> input)
    {
        long value = 0;
        for (var i = 0; i < 9; i++)
        {
            Damage.Unless(i < input.Length);
            value |= (long)(input[i] & 0x7F) << (7 * i);
            if (input[i] < 0x80)
            {
                input = input[(i + 1)..];
                return value;
            }
        }

        Damage.Found();
        return 0;
    }
}
