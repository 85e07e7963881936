using System.Buffers.Binary;
using DlpDashboard.Extraction.Archives;
using DlpDashboard.Extraction.Compression;

namespace DlpDashboard.Extraction.Parquet;

/// <summary>How pages are compressed (Compression.md of Apache Parquet).</summary>
internal static class ParquetCodecs
{
    private const int HadoopHead = 8;

    /// <summary>Decompresses a page to its known size.</summary>
    /// <exception cref="DecoderStopException">The codec is not read.</exception>
    public static void Decompress(int codec, byte[] packed, int from, int length, Span<byte> output, ArchiveBudget budget)
    {
        var input = packed.AsSpan(from, length);
        switch (codec)
        {
            case 0:
                Damage.Unless(input.Length == output.Length);
                input.CopyTo(output);
                break;
            case 1:
                SnappyBlock.Decode(input, output);
                break;
            case 2:
                WholeBlock.Gzip(new MemoryStream(packed, from, length), output);
                break;
            case 4:
                WholeBlock.Brotli(input, output);
                break;
            case 5:
                DecodeHadoopLz4(input, output);
                break;
            case 6:
                WholeBlock.Decode(new MemoryStream(packed, from, length), new ZstdDecoder(budget), output);
                break;
            case 7:
                Damage.Unless(Lz4Block.Decode(input, output, 0) == output.Length);
                break;
            default:
                throw new DecoderStopException($"Its compression is {(codec == 3 ? "LZO" : "unknown")}, which is not read.");
        }
    }

    // The old LZ4 is framed as Hadoop does it, or not at all.
    private static void DecodeHadoopLz4(ReadOnlySpan<byte> input, Span<byte> output)
    {
        var isFramed = input.Length > HadoopHead && BinaryPrimitives.ReadInt32BigEndian(input) <= output.Length
            && BinaryPrimitives.ReadInt32BigEndian(input[4..]) is > 0 and var first && first <= input.Length - HadoopHead;
        var at = 0;
        while (isFramed && input.Length > HadoopHead)
        {
            var size = BinaryPrimitives.ReadInt32BigEndian(input[4..]);
            Damage.Unless(size > 0 && size <= input.Length - HadoopHead);
            at = Lz4Block.Decode(input.Slice(HadoopHead, size), output, at);
            input = input[(HadoopHead + size)..];
        }

        at = isFramed ? at : Lz4Block.Decode(input, output, 0);
        Damage.Unless(at == output.Length);
    }
}
