using System.Buffers.Binary;
using System.Text;
using System.Text.Unicode;

namespace DlpDashboard.Extraction.Archives;

/// <summary>One header of a tar archive (POSIX 1003.1 ustar and pax, GNU and the forms before): 512 bytes.</summary>
/// <param name="Name">The entry's name as written here; long ones come in entries before.</param>
/// <param name="Size">Bytes that follow.</param>
/// <param name="Type">What it is: <c>0</c> a file, <c>5</c> a folder, <c>x</c> a pax header …</param>
/// <param name="IsExtended">Whether GNU's list of a sparse file goes on in the next block.</param>
internal sealed record TarHeader(string Name, long Size, char Type, bool IsExtended)
{
    /// <summary>Bytes of a block.</summary>
    public const int BlockSize = 512;

    private const int ChecksumAt = 148;
    private const int ChecksumSize = 8;

    /// <summary>Whether a block is a header, by its checksum: signed or not, the sum of its bytes with the sum itself as spaces.</summary>
    public static bool Is(ReadOnlySpan<byte> block)
    {
        if (block.Length < BlockSize || ReadOctal(block.Slice(ChecksumAt, ChecksumSize)) is not { } told)
        {
            return false;
        }

        var (sum, signed) = (ChecksumSize * ' ', ChecksumSize * ' ');
        for (var i = 0; i < BlockSize; i++)
        {
            if (i is < ChecksumAt or >= ChecksumAt + ChecksumSize)
            {
                sum += block[i];
                signed += (sbyte)block[i];
            }
        }

        return told == sum || told == signed;
    }

    /// <summary>Reads a header; null where it is none.</summary>
    public static TarHeader? Read(ReadOnlySpan<byte> block)
    {
        if (!Is(block) || ReadSize(block.Slice(124, 12)) is not { } size)
        {
            return null;
        }

        var name = TextOf(block[..100]);
        var isPosix = block.Slice(257, 6).SequenceEqual("ustar\0"u8);
        if (isPosix && TextOf(block.Slice(345, 155)) is { Length: > 0 } prefix)
        {
            name = $"{prefix}/{name}";
        }

        var type = block[156] == 0 ? '0' : (char)block[156];
        return new TarHeader(name, size, type, type == 'S' && block[482] == 1);
    }

    /// <summary>A name up to its first zero: UTF-8, or Latin-1 where it is not.</summary>
    public static string TextOf(ReadOnlySpan<byte> field)
    {
        var end = field.IndexOf((byte)0);
        field = end < 0 ? field : field[..end];
        return Utf8.IsValid(field) ? Encoding.UTF8.GetString(field) : Encoding.Latin1.GetString(field);
    }

    // Octal digits, or GNU's form for large ones: the highest bit set, then 8 bytes at the end.
    private static long? ReadSize(ReadOnlySpan<byte> field)
    {
        if ((field[0] & 0x80) == 0)
        {
            return ReadOctal(field);
        }

        var value = BinaryPrimitives.ReadInt64BigEndian(field[^8..]);
        return value < 0 ? null : value;
    }

    private static long? ReadOctal(ReadOnlySpan<byte> field)
    {
        field = field.Trim(" \0"u8);
        long value = 0;
        foreach (var digit in field)
        {
            if (digit is < (byte)'0' or > (byte)'7')
            {
                return null;
            }

            value = (value << 3) | (long)(digit - '0');
        }

        return value;
    }
}
