using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace DlpDashboard.Extraction.Office;

/// <summary>The records of a binary workbook's part ([MS-XLSB] 2.1.4): a type and a length in groups of seven bits, then data.</summary>
internal sealed class BinaryRecords(Stream part)
{
    private const int MaxData = 1024 * 1024;

    private readonly Stream _part = Buffered(part);
    private byte[] _data = new byte[4096];
    private int _length;

    /// <summary>The record's type.</summary>
    public int Type { get; private set; }

    /// <summary>Bytes of its data.</summary>
    public int Length => _length;

    /// <summary>Goes on to the next record; false at the end.</summary>
    public bool Read()
    {
        if (Group(2) is not { } type || Group(4) is not { } length)
        {
            return false;
        }

        if (length > MaxData)
        {
            throw new PartException("one of its records is longer than 1 MB");
        }

        Type = type;
        _data = _data.Length < length ? new byte[length] : _data;
        _length = _part.ReadAtLeast(_data.AsSpan(0, length), length, throwOnEndOfStream: false);
        return _length == length ? true : throw new PartException("it is cut short");
    }

    /// <summary>A byte of the data; 0 behind its end.</summary>
    public byte Byte(int at) => at < _length ? _data[at] : (byte)0;

    /// <summary>A number of two bytes.</summary>
    public int Short(int at) => Byte(at) | (Byte(at + 1) << 8);

    /// <summary>A number of four bytes.</summary>
    public uint Number(int at) => (uint)Short(at) | ((uint)Short(at + 2) << 16);

    /// <summary>A number with a fraction.</summary>
    public double Double(int at) => at + 8 <= _length ? BinaryPrimitives.ReadDoubleLittleEndian(_data.AsSpan(at)) : 0;

    /// <summary>A text: its length in four bytes, then UTF-16; empty where there is none. The place behind it comes back in <paramref name="at"/>.</summary>
    public ReadOnlySpan<char> Text(ref int at)
    {
        var (from, count) = (at + 4, Number(at));
        count = count == uint.MaxValue || from > _length ? 0 : Math.Min(count, (uint)(_length - from) / 2);
        at = from + (int)(count * 2);
        return count == 0 ? default : MemoryMarshal.Cast<byte, char>(_data.AsSpan(from, (int)count * 2));
    }

    private int? Group(int most)
    {
        var value = 0;
        for (var i = 0; i < most; i++)
        {
            var next = _part.ReadByte();
            if (next < 0)
            {
                return null;
            }

            value |= (next & 0x7F) << (7 * i);
            if (next < 0x80)
            {
                break;
            }
        }

        return value;
    }

    // The part belongs to the package, and so does what stands before it.
    private static BufferedStream Buffered(Stream part) => new BufferedStream(part, 32 * 1024);
}
