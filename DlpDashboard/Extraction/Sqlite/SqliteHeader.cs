using System.Buffers.Binary;
using System.Numerics;
using DlpDashboard.Extraction.Compression;

namespace DlpDashboard.Extraction.Sqlite;

/// <summary>The head of an SQLite database (fileformat2.html of SQLite, 1.3).</summary>
/// <param name="PageSize">Bytes of a page.</param>
/// <param name="Usable">Bytes of a page that hold content.</param>
/// <param name="Encoding">1 UTF-8, 2 UTF-16 with the low byte first, 3 with the high byte first.</param>
internal sealed record SqliteHeader(int PageSize, int Usable, int Encoding)
{
    /// <summary>Bytes of the head, at the start of the first page.</summary>
    public const int Size = 100;

    /// <summary>Reads a head.</summary>
    public static SqliteHeader Read(ReadOnlySpan<byte> bytes)
    {
        Damage.Unless(bytes.Length >= Size);
        int size = BinaryPrimitives.ReadUInt16BigEndian(bytes[16..]);
        size = size == 1 ? 65536 : size;
        var usable = size - bytes[20];
        Damage.Unless(BitOperations.IsPow2(size) && size is >= 512 and <= 65536 && usable >= 480);
        var encoding = BinaryPrimitives.ReadInt32BigEndian(bytes[56..]);
        return new SqliteHeader(size, usable, encoding is 2 or 3 ? encoding : 1);
    }
}
