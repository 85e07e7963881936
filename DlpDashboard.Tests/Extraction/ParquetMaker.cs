using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using DlpDashboard.Extraction.Parquet;

namespace DlpDashboard.Tests.Extraction;

/// <summary>A column to write: its schema element, and its pages as they stand in the file.</summary>
internal sealed record MadeColumn(ThriftMaker Schema, ParquetType Type, int Codec, long Values, byte[] Pages)
{
    /// <summary>The bytes its chunk says it has.</summary>
    public long Claimed { get; init; } = Pages.Length;
}

/// <summary>Writes small Parquet files by hand, one row group each.</summary>
internal static class ParquetMaker
{
    public static byte[] File(long rows, params MadeColumn[] columns)
    {
        var file = new List<byte>("PAR1"u8.ToArray());
        var chunks = new List<ThriftMaker>();
        foreach (var column in columns)
        {
            var at = file.Count;
            file.AddRange(column.Pages);
            var metadata = new ThriftMaker().Int(1, (int)column.Type).Int(4, column.Codec).Int(5, column.Values, 6).Int(7, column.Claimed, 6).Int(9, at, 6);
            chunks.Add(new ThriftMaker().Int(2, at, 6).Struct(3, metadata));
        }

        var root = new ThriftMaker().Text(4, "root").Int(5, columns.Length);
        var footer = new ThriftMaker().Int(1, 1).Structs(2, [root, .. columns.Select(column => column.Schema)]).Int(3, rows, 6)
            .Structs(4, [new ThriftMaker().Structs(1, chunks).Int(2, file.Count, 6).Int(3, rows, 6)]).Done();
        file.AddRange(footer);
        file.AddRange(BitConverter.GetBytes(footer.Length));
        file.AddRange("PAR1"u8.ToArray());
        return [.. file];
    }

    public static ThriftMaker Element(string name, ParquetType type, bool isOptional = false, int? converted = null, int scale = 0)
    {
        var element = new ThriftMaker().Int(1, (int)type).Int(3, isOptional ? 1 : 0).Text(4, name);
        return converted is { } meaning ? element.Int(6, meaning).Int(7, scale) : element;
    }

    public static MadeColumn Plain(string name, IReadOnlyCollection<long> values, int codec = 0, int? converted = null, int scale = 0)
    {
        var bytes = values.SelectMany(BitConverter.GetBytes).ToArray();
        return new MadeColumn(Element(name, ParquetType.Int64, false, converted, scale), ParquetType.Int64, codec, values.Count, DataPage(bytes, values.Count, 0, codec));
    }

    public static MadeColumn Plain(string name, IReadOnlyCollection<string> values, int codec = 0) =>
        new(Element(name, ParquetType.ByteArray), ParquetType.ByteArray, codec, values.Count, DataPage(Texts(values), values.Count, 0, codec));

    /// <summary>Texts in a dictionary; null where there is none. The levels are one bit-packed run, the numbers are runs of one.</summary>
    public static MadeColumn Dictionary(string name, IReadOnlyList<string?> values)
    {
        var distinct = values.OfType<string>().Distinct().ToList();
        var dictionary = Texts(distinct);
        var levels = new byte[(values.Count + 7) / 8];
        for (var i = 0; i < values.Count; i++)
        {
            levels[i / 8] |= (byte)(values[i] is null ? 0 : 1 << (i % 8));
        }

        byte[] runs = [.. ThriftMaker.VarintOf((ulong)(levels.Length << 1) | 1), .. levels];
        byte[] page = [.. BitConverter.GetBytes(runs.Length), .. runs, 8, .. values.OfType<string>().SelectMany(value => new[] { (byte)2, (byte)distinct.IndexOf(value) })];
        var head = new ThriftMaker().Int(1, 2).Int(2, dictionary.Length).Int(3, dictionary.Length).Struct(7, new ThriftMaker().Int(1, distinct.Count).Int(2, 0).Flag(3, false)).Done();
        return new MadeColumn(Element(name, ParquetType.ByteArray, isOptional: true), ParquetType.ByteArray, 0, values.Count, [.. head, .. dictionary, .. DataPage(page, values.Count, 8, 0)]);
    }

    /// <summary>The same text so often, in one run of version 2.</summary>
    public static MadeColumn Repeated(string name, string value, int count)
    {
        var dictionary = Texts([value]);
        byte[] data = [1, .. ThriftMaker.VarintOf((ulong)count << 1), 0];
        var head = new ThriftMaker().Int(1, 2).Int(2, dictionary.Length).Int(3, dictionary.Length).Struct(7, new ThriftMaker().Int(1, 1).Int(2, 0)).Done();
        var second = new ThriftMaker().Int(1, 3).Int(2, data.Length).Int(3, data.Length)
            .Struct(8, new ThriftMaker().Int(1, count).Int(2, 0).Int(3, count).Int(4, 8).Int(5, 0).Int(6, 0).Flag(7, false)).Done();
        return new MadeColumn(Element(name, ParquetType.ByteArray), ParquetType.ByteArray, 0, count, [.. head, .. dictionary, .. second, .. data]);
    }

    /// <summary>Numbers as differences of the ones before, in one block with one width.</summary>
    public static MadeColumn Delta(string name, IReadOnlyList<long> values)
    {
        var data = Deltas(values);
        return new MadeColumn(Element(name, ParquetType.Int64), ParquetType.Int64, 0, values.Count, DataPage(data, values.Count, 5, 0));
    }

    /// <summary>Texts as lengths and bytes.</summary>
    public static MadeColumn DeltaTexts(string name, IReadOnlyList<string> values)
    {
        byte[] data = [.. Deltas([.. values.Select(value => (long)value.Length)]), .. values.SelectMany(Zipping.Text)];
        return new MadeColumn(Element(name, ParquetType.ByteArray), ParquetType.ByteArray, 0, values.Count, DataPage(data, values.Count, 6, 0));
    }

    /// <summary>Texts as what they share with the one before, and the rest.</summary>
    public static MadeColumn SharedTexts(string name, IReadOnlyList<string> values)
    {
        var shared = values.Select((value, i) => i == 0 ? 0 : value.Zip(values[i - 1]).TakeWhile(pair => pair.First == pair.Second).Count()).ToList();
        var rest = values.Select((value, i) => value[shared[i]..]).ToList();
        byte[] data = [.. Deltas([.. shared.Select(length => (long)length)]), .. Deltas([.. rest.Select(value => (long)value.Length)]), .. rest.SelectMany(Zipping.Text)];
        return new MadeColumn(Element(name, ParquetType.ByteArray), ParquetType.ByteArray, 0, values.Count, DataPage(data, values.Count, 7, 0));
    }

    private static byte[] DataPage(byte[] data, int count, int encoding, int codec)
    {
        var packed = Compress(data, codec);
        var head = new ThriftMaker().Int(1, 0).Int(2, data.Length).Int(3, packed.Length).Struct(5, new ThriftMaker().Int(1, count).Int(2, encoding).Int(3, 3).Int(4, 3)).Done();
        return [.. head, .. packed];
    }

    private static byte[] Compress(byte[] data, int codec)
    {
        switch (codec)
        {
            case 1:
                // Snappy: one literal with a length of two bytes.
                return [.. ThriftMaker.VarintOf((ulong)data.Length), 61 << 2, (byte)(data.Length - 1), (byte)((data.Length - 1) >> 8), .. data];
            case 2:
                return Zipping.Gzip(data);
            case 4:
                using (var into = new MemoryStream())
                {
                    using (var brotli = new BrotliStream(into, CompressionLevel.Fastest))
                    {
                        brotli.Write(data);
                    }

                    return into.ToArray();
                }

            case 6:
                // Zstandard: one stored block.
                return [0x28, 0xB5, 0x2F, 0xFD, 0xA0, .. BitConverter.GetBytes(data.Length), .. BitConverter.GetBytes((data.Length << 3) | 1).AsSpan(0, 3), .. data];
            case 7:
                // LZ4: literals alone.
                return data.Length < 15 ? [(byte)(data.Length << 4), .. data] : [0xF0, .. Enumerable.Repeat((byte)255, (data.Length - 15) / 255), (byte)((data.Length - 15) % 255), .. data];
            default:
                return data;
        }
    }

    private static byte[] Deltas(IReadOnlyList<long> values)
    {
        const int Block = 128;
        var bytes = new List<byte>();
        foreach (var number in new ulong[] { Block, 1, (ulong)values.Count, ThriftMaker.Zigzag(values[0]) })
        {
            bytes.AddRange(ThriftMaker.VarintOf(number));
        }

        for (var from = 1; from < values.Count; from += Block)
        {
            var differences = Enumerable.Range(from, Math.Min(Block, values.Count - from)).Select(i => values[i] - values[i - 1]).ToList();
            var smallest = differences.Min();
            bytes.AddRange(ThriftMaker.VarintOf(ThriftMaker.Zigzag(smallest)));
            bytes.Add(64);
            var packed = new byte[Block * 8];
            for (var i = 0; i < differences.Count; i++)
            {
                BinaryPrimitives.WriteInt64LittleEndian(packed.AsSpan(i * 8), differences[i] - smallest);
            }

            bytes.AddRange(packed);
        }

        return [.. bytes];
    }

    private static byte[] Texts(IEnumerable<string> values) =>
        [.. values.SelectMany(value => (byte[])[.. BitConverter.GetBytes(Encoding.UTF8.GetByteCount(value)), .. Encoding.UTF8.GetBytes(value)])];
}
