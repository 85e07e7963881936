using System.Buffers.Binary;
using DlpDashboard.Extraction.Compression;

namespace DlpDashboard.Extraction.Sqlite;

/// <summary>Where one record of a page is.</summary>
/// <param name="RowId">The row's number; 0 where it has none.</param>
/// <param name="At">The record's first byte in the page.</param>
/// <param name="Local">Bytes of it in the page.</param>
/// <param name="Total">Bytes of it altogether.</param>
/// <param name="Overflow">The first page with the rest; 0 where there is none.</param>
internal readonly record struct SqliteCell(long RowId, int At, int Local, long Total, uint Overflow)
{
    /// <summary>Reads a cell of a leaf, or of an inner page of an index (1.6).</summary>
    /// <param name="page">The page.</param>
    /// <param name="at">The cell's first byte.</param>
    /// <param name="usable">Bytes of a page that hold content.</param>
    /// <param name="isTable">Whether it is a table's.</param>
    public static SqliteCell Read(ReadOnlySpan<byte> page, int at, int usable, bool isTable)
    {
        var total = Varint(page, ref at);
        var rowId = isTable ? Varint(page, ref at) : 0;
        Damage.Unless(total is >= 0 and <= int.MaxValue);
        long most = isTable ? usable - 35 : ((usable - 12) * 64 / 255) - 23;
        if (total <= most)
        {
            Damage.Unless(at + total <= usable);
            return new SqliteCell(rowId, at, (int)total, total, 0);
        }

        var least = ((usable - 12) * 32 / 255) - 23;
        var local = least + ((total - least) % (usable - 4));
        local = local <= most ? local : least;
        Damage.Unless(at + local + 4 <= usable);
        return new SqliteCell(rowId, at, (int)local, total, BinaryPrimitives.ReadUInt32BigEndian(page[(at + (int)local)..]));
    }

    /// <summary>A number of one to nine bytes, the highest seven bits first.</summary>
    public static long Varint(ReadOnlySpan<byte> bytes, ref int at)
    {
        ulong value = 0;
        for (var i = 0; i < 9; i++)
        {
            Damage.Unless(at < bytes.Length);
            var next = bytes[at++];
            if (i == 8)
            {
                return (long)((value << 8) | next);
            }

            value = (value << 7) | (uint)(next & 0x7F);
            if (next < 0x80)
            {
                break;
            }
        }

        return (long)value;
    }
}
