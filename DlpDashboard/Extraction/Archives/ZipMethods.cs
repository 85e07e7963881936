using System.IO.Compression;
using DlpDashboard.Extraction.Compression;

namespace DlpDashboard.Extraction.Archives;

/// <summary>The compression methods of zip entries that are read (APPNOTE 4.4.5).</summary>
internal static class ZipMethods
{
    private const int Stored = 0;
    private const int Deflated = 8;
    private const int Deflated64 = 9;
    private const int Bzip2 = 12;
    private const int Lzma = 14;
    private const int OldZstd = 20;
    private const int Zstd = 93;
    private const int Xz = 95;
    private const int HasEndMark = 2;

    /// <summary>Whether a method is read.</summary>
    public static bool IsRead(int method) => method is Stored or Deflated or Deflated64 or Bzip2 or Lzma or OldZstd or Zstd or Xz;

    /// <summary>The entry's bytes, decompressed.</summary>
    public static Stream Open(ZipEntry entry, Stream data, ArchiveBudget budget) => entry.Method switch
    {
        Stored => data,
        Deflated => new DeflateStream(data, CompressionMode.Decompress, leaveOpen: true),
        Deflated64 => new DecodedStream(data, new Deflate64Decoder(budget)),
        Bzip2 => new DecodedStream(data, new Bzip2Decoder()),
        Lzma => new DecodedStream(data, LzmaDecoder.OfZip((entry.Flags & HasEndMark) != 0 ? -1 : entry.Size, budget)),
        Xz => new DecodedStream(data, new XzDecoder(budget)),
        _ => new DecodedStream(data, new ZstdDecoder(budget)),
    };
}
