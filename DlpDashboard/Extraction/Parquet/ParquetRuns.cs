using DlpDashboard.Extraction.Compression;

namespace DlpDashboard.Extraction.Parquet;

/// <summary>Numbers in runs, repeated or bit-packed (Parquet's "RLE/Bit-Packing Hybrid"). A run of one value is never taken apart.</summary>
internal struct ParquetRuns
{
    private readonly byte[] _bytes;
    private readonly int _end;
    private readonly int _width;
    private int _at;
    private long _bit;
    private int _packedLeft;

    /// <summary>Numbers of so many bits in a stretch of an array that goes on for some bytes.</summary>
    public ParquetRuns(byte[] bytes, int from, int to, int width)
    {
        Damage.Unless(from <= to && to <= bytes.Length && width is >= 0 and <= 32);
        (_bytes, _at, _end, _width) = (bytes, from, to, width);
        (Value, Left) = (0, width == 0 && from == to ? int.MaxValue : 0);
    }

    /// <summary>The current number.</summary>
    public int Value { get; private set; }

    /// <summary>How often it comes, from here.</summary>
    public int Left { get; private set; }

    /// <summary>Always the same number.</summary>
    public static ParquetRuns Of(int value) => new([], 0, 0, 0) { Value = value };

    /// <summary>Goes to the next number where the current one is used up.</summary>
    public void Load()
    {
        while (Left == 0)
        {
            if (_packedLeft > 0)
            {
                _packedLeft--;
                (Value, Left) = (ReadPacked(), 1);
                return;
            }

            ReadHead();
        }
    }

    /// <summary>Uses the current number so often.</summary>
    public void Use(int count) => Left -= count;

    private void ReadHead()
    {
        long head = 0;
        for (var shift = 0; ; shift += 7)
        {
            Damage.Unless(_at < _end && shift < 35);
            var next = _bytes[_at++];
            head |= (long)(next & 0x7F) << shift;
            if (next < 0x80)
            {
                break;
            }
        }

        var count = head >> 1;
        if ((head & 1) == 0)
        {
            var size = (_width + 7) / 8;
            Damage.Unless(count <= int.MaxValue && size <= _end - _at);
            Value = 0;
            for (var i = 0; i < size; i++)
            {
                Value |= _bytes[_at++] << (8 * i);
            }

            Left = (int)count;
        }
        else if (_width == 0)
        {
            (Value, Left) = (0, (int)Math.Min(count * 8, int.MaxValue));
        }
        else
        {
            // The last group may be cut where its values are not needed.
            var bytes = Math.Min(count * _width, _end - _at);
            _packedLeft = (int)Math.Min(count * 8, bytes * 8 / _width);
            Damage.Unless(_packedLeft > 0 || count == 0);
            _bit = _at * 8L;
            _at += (int)bytes;
        }
    }

    private int ReadPacked()
    {
        ulong word = 0;
        var from = (int)(_bit >> 3);
        for (var i = 0; i < 5 && from + i < _end; i++)
        {
            word |= (ulong)_bytes[from + i] << (8 * i);
        }

        var value = (int)((word >> (int)(_bit & 7)) & ((1UL << _width) - 1));
        _bit += _width;
        return value;
    }
}
