using System.Buffers.Binary;
using System.Text;

namespace DlpDashboard.Tests.Extraction;

/// <summary>Makes OLE compound files for tests. Names with slashes stand in storages.</summary>
internal static class CompoundFiles
{
    private const int Sector = 512;
    private const uint End = 0xFFFFFFFE;
    private const uint None = 0xFFFFFFFF;

    public static byte[] Make(params (string Name, byte[] Bytes)[] streams)
    {
        var entries = new List<Entry> { new("Root Entry", 5, []) };
        foreach (var (name, bytes) in streams)
        {
            var parts = name.Split('/');
            var parent = entries[0];
            foreach (var folder in parts[..^1])
            {
                parent = parent.Children.Find(child => child.Name == folder) ?? Add(entries, parent, new Entry(folder, 1, []));
            }

            Add(entries, parent, new Entry(parts[^1], 2, bytes));
        }

        var mini = new List<byte>();
        var miniFat = new List<uint>();
        foreach (var entry in entries.Where(e => e.Type == 2 && e.Bytes.Length is > 0 and < 4096))
        {
            entry.Start = (uint)miniFat.Count;
            mini.AddRange(entry.Bytes);
            mini.AddRange(new byte[(64 - (entry.Bytes.Length % 64)) % 64]);
            AddChain(miniFat, (entry.Bytes.Length + 63) / 64);
        }

        entries[0].Bytes = [.. mini];
        var body = new List<byte>();
        var fat = new List<uint>();
        foreach (var entry in entries.Where(e => e.Type == 5 || (e.Type == 2 && e.Bytes.Length >= 4096)))
        {
            entry.Start = Append(body, fat, entry.Bytes);
        }

        var miniFatStart = Append(body, fat, [.. miniFat.SelectMany(Little)]);
        var directoryStart = Append(body, fat, [.. entries.SelectMany(entry => Directory(entry, entries))]);
        var fatSectors = 0;
        while (fatSectors * 128 < fat.Count + fatSectors)
        {
            fatSectors++;
        }

        var fatStart = fat.Count;
        fat.AddRange(Enumerable.Repeat(0xFFFFFFFDu, fatSectors));
        fat.AddRange(Enumerable.Repeat(None, (fatSectors * 128) - fat.Count));
        body.AddRange(fat.SelectMany(Little));
        return [.. Header(fatStart, fatSectors, directoryStart, miniFatStart, (miniFat.Count + 127) / 128), .. body];
    }

    private static Entry Add(List<Entry> entries, Entry parent, Entry entry)
    {
        entries.Add(entry);
        parent.Children.Add(entry);
        return entry;
    }

    private static uint Append(List<byte> body, List<uint> fat, byte[] bytes)
    {
        if (bytes.Length == 0)
        {
            return End;
        }

        var start = (uint)fat.Count;
        body.AddRange(bytes);
        body.AddRange(new byte[(Sector - (bytes.Length % Sector)) % Sector]);
        AddChain(fat, (bytes.Length + Sector - 1) / Sector);
        return start;
    }

    private static void AddChain(List<uint> fat, int count)
    {
        for (var i = 1; i <= count; i++)
        {
            fat.Add(i == count ? End : (uint)fat.Count + 1);
        }
    }

    private static byte[] Directory(Entry entry, List<Entry> entries)
    {
        var bytes = new byte[128];
        var name = Encoding.Unicode.GetBytes(entry.Name);
        name.CopyTo(bytes, 0);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(64), (ushort)(name.Length + 2));
        bytes[66] = (byte)entry.Type;
        bytes[67] = 1;
        var siblings = entries.Find(parent => parent.Children.Contains(entry))?.Children;
        var next = siblings is null ? -1 : siblings.IndexOf(entry) + 1;
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(68), None);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(72), next > 0 && next < siblings!.Count ? (uint)entries.IndexOf(siblings[next]) : None);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(76), entry.Children.Count > 0 ? (uint)entries.IndexOf(entry.Children[0]) : None);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(116), entry.Start);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(120), (uint)entry.Bytes.Length);
        return bytes;
    }

    private static byte[] Header(int fatStart, int fatSectors, uint directory, uint miniFat, int miniFatSectors)
    {
        var header = new byte[Sector];
        ((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]).CopyTo(header);
        BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(24), 0x3E);
        BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(26), 3);
        BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(28), 0xFFFE);
        BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(30), 9);
        BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(32), 6);
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(44), fatSectors);
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(48), directory);
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(56), 4096);
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(60), miniFat);
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(64), miniFatSectors);
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(68), End);
        for (var i = 0; i < 109; i++)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(76 + (i * 4)), i < fatSectors ? (uint)(fatStart + i) : None);
        }

        return header;
    }

    public static byte[] Little(uint value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, value);
        return bytes;
    }

    public static byte[] Little(ushort value) => [(byte)value, (byte)(value >> 8)];

    public static byte[] Wide(string text) => Encoding.Unicode.GetBytes(text);

    private sealed class Entry(string name, int type, byte[] bytes)
    {
        public string Name { get; } = name;

        public int Type { get; } = type;

        public byte[] Bytes { get; set; } = bytes;

        public uint Start { get; set; } = End;

        public List<Entry> Children { get; } = [];
    }
}
