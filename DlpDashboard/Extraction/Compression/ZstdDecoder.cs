using System.Buffers.Binary;
using System.IO.Hashing;
using DlpDashboard.Extraction.Archives;

namespace DlpDashboard.Extraction.Compression;

/// <summary>Decodes zstd (RFC 8878): frames one after the other, skippable ones between them, with their checksums. Dictionaries are not read.</summary>
internal sealed class ZstdDecoder(ArchiveBudget budget) : IStreamDecoder
{
    private const uint FrameMark = 0xFD2FB528;
    private const uint SkippableMark = 0x184D2A50;
    private const int LargestFrameHeader = 18;

    private readonly ZstdBlock _block = new();
    private readonly XxHash64 _hash = new();
    private SlidingWindow? _window;
    private State _state;
    private bool _hasChecksum;
    private bool _isLastBlock;
    private long _left;
    private byte _repeated;

    private enum State
    {
        Frame,
        Skip,
        BlockHeader,
        Stored,
        Repeated,
        Compressed,
        Checksum,
    }

    /// <inheritdoc/>
    public int Ahead => ZstdBlock.MaxSize + LargestFrameHeader;

    /// <inheritdoc/>
    public bool IsOver { get; private set; }

    /// <inheritdoc/>
    public ReadOnlyMemory<byte> Output => _window?.Output ?? default;

    /// <inheritdoc/>
    public int Decode(ReadOnlySpan<byte> input, bool isLast)
    {
        _window?.Begin();
        var used = _state switch
        {
            State.Frame => ReadFrameHeader(input),
            State.Skip => Skip(input),
            State.BlockHeader => ReadBlockHeader(input),
            State.Checksum => ReadChecksum(input),
            _ => ReadBlock(input),
        };
        if (_hasChecksum && _state != State.Frame && _window is not null)
        {
            _hash.Append(_window.Output.Span);
        }

        IsOver = isLast && used == input.Length && _state == State.Frame;
        return used;
    }

    /// <inheritdoc/>
    public void Dispose() => _window?.Dispose();

    private int ReadFrameHeader(ReadOnlySpan<byte> input)
    {
        Damage.Unless(input.Length >= 6);
        var mark = BinaryPrimitives.ReadUInt32LittleEndian(input);
        if ((mark & 0xFFFFFFF0) == SkippableMark)
        {
            Damage.Unless(input.Length >= 8);
            (_state, _left) = (State.Skip, BinaryPrimitives.ReadUInt32LittleEndian(input[4..]));
            return 8;
        }

        Damage.Unless(mark == FrameMark);
        var flags = input[4];
        var isSingle = (flags & 0x20) != 0;
        var dictionary = (flags & 3) switch { 3 => 4, var bytes => bytes };
        var content = (flags >> 6) switch { 0 => isSingle ? 1 : 0, var log => 1 << log };
        var size = 5 + (isSingle ? 0 : 1) + dictionary + content;
        Damage.Unless((flags & 8) == 0 && input.Length >= size);
        if (input.Slice(size - content - dictionary, dictionary).ContainsAnyExcept((byte)0))
        {
            throw new DecoderStopException("It was compressed with a dictionary that is not at hand.");
        }

        var field = input.Slice(size - content, content);
        long length = content switch
        {
            1 => field[0],
            2 => BinaryPrimitives.ReadUInt16LittleEndian(field) + 256,
            4 => BinaryPrimitives.ReadUInt32LittleEndian(field),
            8 => BinaryPrimitives.ReadInt64LittleEndian(field) & long.MaxValue,
            _ => 0,
        };
        var window = isSingle ? length : (1L << (10 + (input[5] >> 3))) / 8 * (8 + (input[5] & 7));
        _window ??= new SlidingWindow(window, budget);
        _window.Restart(window);
        _block.Clear();
        _hash.Reset();
        (_hasChecksum, _state) = ((flags & 4) != 0, State.BlockHeader);
        return size;
    }

    private int Skip(ReadOnlySpan<byte> input)
    {
        var used = (int)Math.Min(_left, input.Length);
        _left -= used;
        _state = _left == 0 ? State.Frame : State.Skip;
        return used;
    }

    private int ReadBlockHeader(ReadOnlySpan<byte> input)
    {
        Damage.Unless(input.Length >= 3);
        var header = input[0] | (input[1] << 8) | (input[2] << 16);
        (_isLastBlock, _left) = ((header & 1) != 0, header >> 3);
        Damage.Unless(_left <= ZstdBlock.MaxSize);
        switch ((header >> 1) & 3)
        {
            case 0:
                _state = State.Stored;
                return 3;
            case 1:
                Damage.Unless(input.Length >= 4);
                (_state, _repeated) = (State.Repeated, input[3]);
                return 4;
            case 2:
                Damage.Unless(input.Length >= 3 + _left);
                _block.Open(input.Slice(3, (int)_left));
                _state = State.Compressed;
                return 3 + (int)_left;
            default:
                Damage.Found();
                return 0;
        }
    }

    private int ReadBlock(ReadOnlySpan<byte> input)
    {
        var used = 0;
        var isDone = false;
        if (_state == State.Compressed)
        {
            isDone = _block.Write(_window!);
        }
        else
        {
            var length = (int)Math.Min(_left, _window!.Room);
            if (_state == State.Stored)
            {
                used = length = Math.Min(length, input.Length);
                _window.Put(input[..length]);
            }
            else
            {
                PutRepeated(length);
            }

            _left -= length;
            isDone = _left == 0;
        }

        if (isDone)
        {
            _state = !_isLastBlock ? State.BlockHeader : _hasChecksum ? State.Checksum : State.Frame;
        }

        return used;
    }

    private void PutRepeated(int length)
    {
        for (var i = 0; i < length; i++)
        {
            _window!.Put(_repeated);
        }
    }

    private int ReadChecksum(ReadOnlySpan<byte> input)
    {
        Damage.Unless(input.Length >= 4 && (uint)_hash.GetCurrentHashAsUInt64() == BinaryPrimitives.ReadUInt32LittleEndian(input));
        _state = State.Frame;
        return 4;
    }
}
