using System.Buffers.Binary;
using DlpDashboard.Extraction.Compression;

namespace DlpDashboard.Extraction.Archives.SevenZip;

/// <summary>Reads the header of a 7z archive from its bytes (7zFormat.txt of 7-Zip). All it reads is bounded by the bytes there are.</summary>
internal ref struct SevenZipCursor(ReadOnlySpan<byte> bytes)
{
    private ReadOnlySpan<byte> _bytes = bytes;

    /// <summary>Bytes left.</summary>
    public readonly int Left => _bytes.Length;

    /// <summary>The next byte.</summary>
    public byte Byte()
    {
        Damage.Unless(!_bytes.IsEmpty);
        var value = _bytes[0];
        _bytes = _bytes[1..];
        return value;
    }

    /// <summary>The next bytes.</summary>
    public ReadOnlySpan<byte> Take(long count)
    {
        Damage.Unless(count >= 0 && count <= _bytes.Length);
        var taken = _bytes[..(int)count];
        _bytes = _bytes[(int)count..];
        return taken;
    }

    /// <summary>A number of one to nine bytes: the first tells how many follow.</summary>
    public long Number()
    {
        int first = Byte();
        ulong value = 0;
        var mask = 0x80;
        for (var i = 0; i < 8; i++, mask >>= 1)
        {
            if ((first & mask) == 0)
            {
                value |= (ulong)(first & (mask - 1)) << (8 * i);
                break;
            }

            value |= (ulong)Byte() << (8 * i);
        }

        Damage.Unless(value <= long.MaxValue);
        return (long)value;
    }

    /// <summary>A count of things that each take at least one bit of what is left or stand for themselves: never more than a million.</summary>
    public int Count()
    {
        var count = Number();
        Damage.Unless(count <= 1_000_000);
        return (int)count;
    }

    /// <summary>Bits, the highest of each byte first; all set where the first byte says so.</summary>
    public bool[] Bits(int count, bool mayBeAll)
    {
        var bits = new bool[count];
        if (mayBeAll && Byte() != 0)
        {
            Array.Fill(bits, true);
            return bits;
        }

        var packed = Take((count + 7) / 8);
        for (var i = 0; i < count; i++)
        {
            bits[i] = (packed[i >> 3] & (0x80 >> (i & 7))) != 0;
        }

        return bits;
    }

    /// <summary>Passes over the checksums of so many things; which of them have one.</summary>
    public bool[] SkipChecksums(int count)
    {
        var has = Bits(count, mayBeAll: true);
        Take(4L * has.Count(one => one));
        return has;
    }

    /// <summary>A name in UTF-16 up to its zero.</summary>
    public string Name()
    {
        var text = System.Runtime.InteropServices.MemoryMarshal.Cast<byte, char>(_bytes);
        var end = text.IndexOf('\0');
        Damage.Unless(end >= 0);
        var name = SafeText.Of(text[..Math.Min(end, 1024)].ToString());
        _bytes = _bytes[((end + 1) * 2)..];
        return name;
    }

    /// <summary>A checksum.</summary>
    public uint Checksum() => BinaryPrimitives.ReadUInt32LittleEndian(Take(4));
}
