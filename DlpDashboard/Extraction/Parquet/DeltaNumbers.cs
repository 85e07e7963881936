using DlpDashboard.Extraction.Compression;

namespace DlpDashboard.Extraction.Parquet;

/// <summary>DELTA_BINARY_PACKED: a first number, then blocks of packed differences from the block's smallest.</summary>
internal struct DeltaNumbers
{
    private const int MostInBlock = 1 << 20;

    private readonly byte[] _bytes;
    private readonly int _end;
    private readonly int _perMiniblock;
    private readonly int _miniblocks;
    private int _widths;
    private int _miniblock;
    private int _inMiniblock;
    private int _width;
    private long _bit;
    private long _smallest;
    private long _last;
    private int _left;
    private bool _isFirst = true;

    /// <summary>The numbers of a stretch.</summary>
    public DeltaNumbers(byte[] bytes, int from, int to)
    {
        (_bytes, _end, Position) = (bytes, to, from);
        var block = Varint();
        var miniblocks = Varint();
        var count = Varint();
        Damage.Unless(block is > 0 and <= MostInBlock && miniblocks is > 0 and <= 1024 && block % (miniblocks * 8) == 0 && count <= int.MaxValue);
        (_perMiniblock, _miniblocks, Count, _left) = ((int)(block / miniblocks), (int)miniblocks, (int)count, (int)count);
        _miniblock = _miniblocks;
        var first = Varint();
        _last = (long)(first >> 1) ^ -(long)(first & 1);
    }

    /// <summary>How many there are.</summary>
    public int Count { get; }

    /// <summary>The first byte behind them, once all were read.</summary>
    public int Position { get; private set; }

    /// <summary>The next number.</summary>
    public long Next()
    {
        Damage.Unless(_left > 0);
        _left--;
        if (_isFirst)
        {
            _isFirst = false;
            return _last;
        }

        if (_inMiniblock == 0)
        {
            OpenMiniblock();
        }

        _inMiniblock--;
        _last += _smallest + (long)ReadPacked();
        return _last;
    }

    private void OpenMiniblock()
    {
        if (_miniblock == _miniblocks)
        {
            var smallest = Varint();
            _smallest = (long)(smallest >> 1) ^ -(long)(smallest & 1);
            (_widths, _miniblock) = (Position, 0);
            Position += _miniblocks;
        }

        Damage.Unless(Position <= _end);
        _width = _bytes[_widths + _miniblock++];
        _inMiniblock = _perMiniblock;
        _bit = Position * 8L;

        // The last miniblock is written whole, though some writers cut it.
        var size = (long)_width * _perMiniblock / 8;
        Damage.Unless(_width <= 64);
        Position = (int)Math.Min(Position + size, _end);
    }

    private ulong ReadPacked()
    {
        ulong value = 0;
        Damage.Unless(_bit + _width <= _end * 8L);
        for (var got = 0; got < _width;)
        {
            var shift = (int)(_bit & 7);
            var take = Math.Min(8 - shift, _width - got);
            value |= (ulong)((_bytes[_bit >> 3] >> shift) & ((1 << take) - 1)) << got;
            got += take;
            _bit += take;
        }

        return value;
    }

    private ulong Varint()
    {
        ulong value = 0;
        for (var shift = 0; shift < 64; shift += 7)
        {
            Damage.Unless(Position < _end);
            var next = _bytes[Position++];
            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80)
            {
                return value;
            }
        }

        Damage.Found();
        return 0;
    }
}
