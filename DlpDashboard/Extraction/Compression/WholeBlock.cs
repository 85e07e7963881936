using System.IO.Compression;

namespace DlpDashboard.Extraction.Compression;

/// <summary>Decompresses blocks that are whole in memory and whose size is known.</summary>
internal static class WholeBlock
{
    /// <summary>Fills the output from a stream; fewer or more bytes are damage.</summary>
    public static void Fill(Stream decompressed, Span<byte> output)
    {
        var length = FillUpTo(decompressed, output);
        Span<byte> more = stackalloc byte[1];
        Damage.Unless(length == output.Length && decompressed.Read(more) == 0);
    }

    /// <summary>Reads a stream to its end, at most as much as fits.</summary>
    /// <returns>Bytes read.</returns>
    public static int FillUpTo(Stream decompressed, Span<byte> output)
    {
        var length = 0;
        while (length < output.Length && decompressed.Read(output[length..]) is > 0 and var read)
        {
            length += read;
        }

        return length;
    }

    /// <summary>Gzip.</summary>
    public static void Gzip(MemoryStream input, Span<byte> output)
    {
        using var stream = new GZipStream(input, CompressionMode.Decompress);
        Fill(stream, output);
    }

    /// <summary>Brotli.</summary>
    public static void Brotli(ReadOnlySpan<byte> input, Span<byte> output) =>
        Damage.Unless(BrotliDecoder.TryDecompress(input, output, out var length) && length == output.Length);

    /// <summary>A decoder of ours.</summary>
    public static void Decode(Stream input, IStreamDecoder decoder, Span<byte> output)
    {
        using var stream = new DecodedStream(input, decoder);
        Fill(stream, output);
    }
}
