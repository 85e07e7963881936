using System.IO.Compression;

namespace DlpDashboard.Tests.Extraction;

/// <summary>Writes small Avro containers by hand.</summary>
internal static class AvroMaker
{
    private static readonly byte[] Mark = [.. Enumerable.Range(1, 16).Select(i => (byte)i)];

    public static byte[] Long(long value) => ThriftMaker.VarintOf(ThriftMaker.Zigzag(value));

    public static byte[] Text(string text) => [.. Long(Zipping.Text(text).Length), .. Zipping.Text(text)];

    public static byte[] File(string schema, string codec, params (long Count, byte[] Records)[] blocks) =>
    [
        .. "Obj\u0001"u8, .. Long(2), .. Text("avro.schema"), .. Text(schema), .. Text("avro.codec"), .. Text(codec), 0, .. Mark,
        .. blocks.SelectMany(block => Block(block.Count, Compress(block.Records, codec))),
    ];

    private static byte[] Block(long count, byte[] packed) => [.. Long(count), .. Long(packed.Length), .. packed, .. Mark];

    private static byte[] Compress(byte[] records, string codec)
    {
        switch (codec)
        {
            case "deflate":
                using (var into = new MemoryStream())
                {
                    using (var deflate = new DeflateStream(into, CompressionLevel.Optimal))
                    {
                        deflate.Write(records);
                    }

                    return into.ToArray();
                }

            case "snappy":
                return [.. ThriftMaker.VarintOf((ulong)records.Length), 61 << 2, (byte)(records.Length - 1), (byte)((records.Length - 1) >> 8), .. records, 0, 0, 0, 0];
            case "zstandard":
                return [0x28, 0xB5, 0x2F, 0xFD, 0xA0, .. BitConverter.GetBytes(records.Length), .. BitConverter.GetBytes((records.Length << 3) | 1).AsSpan(0, 3), .. records];
            default:
                return records;
        }
    }
}
