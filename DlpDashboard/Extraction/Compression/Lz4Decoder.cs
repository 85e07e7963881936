using System.Buffers.Binary;
using System.IO.Hashing;

namespace DlpDashboard.Extraction.Compression;

/// <summary>Decodes LZ4 frames (LZ4 Frame Format 1.6.3), skippable ones too; the checksum of the content is verified, those of blocks are not needed then.</summary>
internal sealed class Lz4Decoder : IStreamDecoder
{
    private const uint FrameMark = 0x184D2204;
    private const uint SkippableMark = 0x184D2A50;
    private const int History = 64 * 1024;
    private const uint StoredMark = 0x80000000;

    private readonly XxHash32 _hash = new();
    private byte[] _buffer = [];
    private int _blockSize;
    private int _held;
    private long _skip;
    private bool _isInFrame;
    private bool _isLinked;
    private bool _hasBlockChecksums;
    private bool _hasChecksum;

    /// <inheritdoc/>
    public int Ahead => _isInFrame ? _blockSize + 8 : 32;

    /// <inheritdoc/>
    public bool IsOver { get; private set; }

    /// <inheritdoc/>
    public ReadOnlyMemory<byte> Output { get; private set; }

    /// <inheritdoc/>
    public int Decode(ReadOnlySpan<byte> input, bool isLast)
    {
        Output = default;
        int used;
        if (_skip > 0)
        {
            used = (int)Math.Min(_skip, input.Length);
            _skip -= used;
        }
        else
        {
            used = _isInFrame ? ReadBlock(input) : ReadHeader(input);
        }

        IsOver = isLast && used == input.Length && !_isInFrame && _skip == 0;
        return used;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
    }

    private int ReadHeader(ReadOnlySpan<byte> input)
    {
        Damage.Unless(input.Length >= 7);
        var mark = BinaryPrimitives.ReadUInt32LittleEndian(input);
        if ((mark & 0xFFFFFFF0) == SkippableMark)
        {
            Damage.Unless(input.Length >= 8);
            _skip = BinaryPrimitives.ReadUInt32LittleEndian(input[4..]);
            return 8;
        }

        var flags = input[4];
        Damage.Unless(mark == FrameMark && flags >> 6 == 1);
        if ((flags & 1) != 0)
        {
            throw new DecoderStopException("It was compressed with a dictionary that is not at hand.");
        }

        var size = (input[5] >> 4) & 7;
        var length = 7 + ((flags & 8) != 0 ? 8 : 0);
        Damage.Unless(size >= 4 && input.Length >= length && (byte)(XxHash32.HashToUInt32(input[4..(length - 1)]) >> 8) == input[length - 1]);
        (_isLinked, _hasBlockChecksums, _hasChecksum) = ((flags & 0x20) == 0, (flags & 0x10) != 0, (flags & 4) != 0);
        (_blockSize, _held, _isInFrame) = (1 << (8 + (2 * size)), 0, true);
        _hash.Reset();
        return length;
    }

    private int ReadBlock(ReadOnlySpan<byte> input)
    {
        Damage.Unless(input.Length >= 4);
        var size = BinaryPrimitives.ReadUInt32LittleEndian(input);
        if (size == 0)
        {
            return End(input);
        }

        var isStored = (size & StoredMark) != 0;
        var length = (int)(size & ~StoredMark);
        Damage.Unless(length <= _blockSize && length + 4 + (_hasBlockChecksums ? 4 : 0) <= input.Length);
        KeepHistory();
        var end = _held;
        if (isStored)
        {
            input.Slice(4, length).CopyTo(_buffer.AsSpan(_held));
            end += length;
        }
        else
        {
            end = Lz4Block.Decode(input.Slice(4, length), _buffer.AsSpan(0, _held + _blockSize), _held);
        }

        Output = _buffer.AsMemory(_held, end - _held);
        _hash.Append(Output.Span);
        _held = end;
        return length + 4 + (_hasBlockChecksums ? 4 : 0);
    }

    // Linked blocks look back up to 64 KB into those before.
    private void KeepHistory()
    {
        if (_buffer.Length < History + _blockSize)
        {
            Array.Resize(ref _buffer, History + _blockSize);
        }

        var keep = _isLinked ? Math.Min(_held, History) : 0;
        _buffer.AsSpan(_held - keep, keep).CopyTo(_buffer);
        _held = keep;
    }

    private int End(ReadOnlySpan<byte> input)
    {
        _isInFrame = false;
        if (!_hasChecksum)
        {
            return 4;
        }

        Damage.Unless(input.Length >= 8 && _hash.GetCurrentHashAsUInt32() == BinaryPrimitives.ReadUInt32LittleEndian(input[4..]));
        return 8;
    }
}
