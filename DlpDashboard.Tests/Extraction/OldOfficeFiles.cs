using System.Text;
using static DlpDashboard.Tests.Extraction.CompoundFiles;

namespace DlpDashboard.Tests.Extraction;

/// <summary>Makes documents of the old Office formats for tests.</summary>
internal static class OldOfficeFiles
{
    public static byte[] Record(ushort type, params byte[][] data)
    {
        var bytes = data.SelectMany(part => part).ToArray();
        return [.. Little(type), .. Little((ushort)bytes.Length), .. bytes];
    }

    /// <summary>A workbook's stream: the records of the book, then those of each sheet.</summary>
    public static byte[] Book(byte[] inBook, params (string Name, byte[] Cells)[] sheets)
    {
        byte[] begin = Record(0x809, Little((ushort)0x600), Little((ushort)5), new byte[12]);
        byte[] end = Record(0x0A);
        var names = sheets.Sum(sheet => 4 + 8 + sheet.Name.Length);
        var position = begin.Length + inBook.Length + names + end.Length;
        var (book, cells) = (new List<byte>([.. begin, .. inBook]), new List<byte>());
        foreach (var (name, records) in sheets)
        {
            book.AddRange(Record(0x85, Little((uint)(position + cells.Count)), [0, 0, (byte)name.Length, 0], Encoding.Latin1.GetBytes(name)));
            cells.AddRange([.. Record(0x809, Little((ushort)0x600), Little((ushort)0x10), new byte[12]), .. records, .. end]);
        }

        return [.. book, .. end, .. cells];
    }

    public static byte[] Cell(int row, int column, int style = 0) => [.. Little((ushort)row), .. Little((ushort)column), .. Little((ushort)style)];

    public static byte[] Xls(byte[] book) => Make(("Workbook", book));

    /// <summary>A Word document whose text is in pieces, wide or narrow.</summary>
    public static byte[] Doc(int flags, int[] lengths, params (string Text, bool IsWide)[] pieces)
    {
        var text = new List<byte>(new byte[0x200]);
        var (positions, places) = (new List<byte>(Little(0u)), new List<byte>());
        var count = 0u;
        foreach (var (piece, isWide) in pieces)
        {
            var at = (uint)text.Count;
            text.AddRange(isWide ? Wide(piece) : Encoding.Latin1.GetBytes(piece));
            count += (uint)piece.Length;
            positions.AddRange(Little(count));
            places.AddRange([0, 0, .. Little(isWide ? at : (at * 2) | 0x4000_0000), 0, 0]);
        }

        byte[] table = [1, 3, 0, 9, 9, 9, 2, .. Little((uint)(positions.Count + places.Count)), .. positions, .. places];
        var header = text.ToArray();
        Little((ushort)0xA5EC).CopyTo(header, 0);
        Little((ushort)193).CopyTo(header, 2);
        Little((ushort)(flags | 0x200)).CopyTo(header, 0x0A);
        for (var i = 0; i < lengths.Length; i++)
        {
            Little((uint)lengths[i]).CopyTo(header, 0x4C + (i * 4));
        }

        Little((uint)table.Length).CopyTo(header, 0x1A6);
        return Make(("WordDocument", header), ("1Table", table));
    }

    public static byte[] Atom(ushort type, byte[] data) => [0, 0, .. Little(type), .. Little((uint)data.Length), .. data];

    public static byte[] Container(ushort type, ushort instance, params byte[][] parts)
    {
        var data = parts.SelectMany(part => part).ToArray();
        return [.. Little((ushort)((instance << 4) | 0xF)), .. Little(type), .. Little((uint)data.Length), .. data];
    }

    /// <summary>Stores bytes as macros are, without making them smaller.</summary>
    public static byte[] Packed(byte[] bytes)
    {
        var packed = new List<byte> { 1 };
        foreach (var chunk in bytes.Chunk(3000))
        {
            var tokens = chunk.Chunk(8).SelectMany(eight => new byte[] { 0 }.Concat(eight)).ToArray();
            packed.AddRange([.. Little((ushort)(0xB000 | (tokens.Length - 1))), .. tokens]);
        }

        return [.. packed];
    }

    public static byte[] MacroDirectory(string module) =>
    [
        .. Little((ushort)0x09), .. Little(4u), 0, 0, 0, 0, 0, 0,
        .. Little((ushort)0x19), .. Little((uint)module.Length), .. Encoding.Latin1.GetBytes(module),
        .. Little((ushort)0x1A), .. Little((uint)module.Length), .. Encoding.Latin1.GetBytes(module),
        .. Little((ushort)0x31), .. Little(4u), 2, 0, 0, 0,
    ];

    /// <summary>A property set with texts.</summary>
    public static byte[] Properties(params (uint Id, string Text)[] texts)
    {
        var (index, values) = (new List<byte>(), new List<byte>());
        foreach (var (id, text) in texts)
        {
            index.AddRange([.. Little(id), .. Little((uint)(8 + (texts.Length * 8) + values.Count))]);
            values.AddRange([0x1E, 0, 0, 0, .. Little((uint)text.Length + 1), .. Encoding.Latin1.GetBytes(text), 0]);
        }

        byte[] section = [.. Little((uint)(8 + index.Count + values.Count)), .. Little((uint)texts.Length), .. index, .. values];
        return [0xFE, 0xFF, 0, 0, .. new byte[20], .. Little(1u), .. new byte[16], .. Little(48u), .. section];
    }
}
