using DlpDashboard.Extraction.Archives;

namespace DlpDashboard.Extraction;

/// <summary>Formats that are named but not read, by the bytes they begin with.</summary>
internal static class KnownFormats
{
    private static readonly Signature[] Certain =
    [
        new("png", "a PNG image", 0, [0x89, .. "PNG\r\n"u8]),
        new("jpeg", "a JPEG image", 0, [0xFF, 0xD8, 0xFF]),
        new("gif", "a GIF image", 0, [.. "GIF87a"u8]),
        new("gif", "a GIF image", 0, [.. "GIF89a"u8]),
        new("webp", "a WebP image", 8, [.. "WEBPVP8"u8]),
        new("tiff", "a TIFF image", 0, [.. "II*\0"u8]),
        new("tiff", "a TIFF image", 0, [.. "MM\0*"u8]),
        new("pdf", "a PDF document", 0, [.. "%PDF-"u8]),
        new("ole", "an old Office document or another OLE compound file", 0, [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]),
        new("emf", "a Windows metafile", 40, [.. " EMF"u8, 0, 0, 1, 0]),
        new("wmf", "a Windows metafile", 0, [0xD7, 0xCD, 0xC6, 0x9A]),
        new("elf", "an ELF program", 0, [0x7F, .. "ELF"u8]),
        new("macho", "a Mach-O program", 0, [0xCF, 0xFA, 0xED, 0xFE]),
        new("class", "a Java class or a universal Mach-O program", 0, [0xCA, 0xFE, 0xBA, 0xBE]),
        new("wasm", "a WebAssembly module", 0, [.. "\0asm"u8]),
        new("avro", "an Avro file", 0, [.. "Obj\u0001"u8]),
        new("sqlite", "an SQLite database", 0, [.. "SQLite format 3\0"u8]),
        new("bzip2", "a bzip2 stream", 4, [0x31, 0x41, 0x59, 0x26, 0x53, 0x59]),
        new("bzip2", "a bzip2 stream", 4, [0x17, 0x72, 0x45, 0x38, 0x50, 0x90]),
        new("xz", "an xz stream", 0, [0xFD, .. "7zXZ\0"u8]),
        new("zstd", "a Zstandard stream", 0, [0x28, 0xB5, 0x2F, 0xFD]),
        new("zstd", "a Zstandard stream", 1, [0x2A, 0x4D, 0x18]),
        new("lz4", "an LZ4 stream", 0, [0x04, 0x22, 0x4D, 0x18]),
        new("snappy", "a Snappy stream", 0, [0xFF, 0x06, 0x00, 0x00, .. "sNaPpY"u8]),
        new("7z", "a 7-Zip archive", 0, [.. "7z"u8, 0xBC, 0xAF, 0x27, 0x1C]),
        new("rar", "a RAR archive", 0, [.. "Rar!"u8, 0x1A, 0x07]),
        new("tar", "a tar archive", 257, [.. "ustar"u8]),
        new("parquet", "a Parquet file", 0, [.. "PAR1\u0015"u8]),
        new("mp4", "an MP4 or QuickTime film", 4, [.. "ftyp"u8]),
        new("ogg", "an Ogg file", 0, [.. "OggS\0"u8]),
        new("flac", "a FLAC recording", 0, [.. "fLaC\0"u8]),
        new("matroska", "a Matroska or WebM film", 0, [0x1A, 0x45, 0xDF, 0xA3]),
        new("utf-32", "UTF-32 text", 0, [0xFF, 0xFE, 0x00, 0x00]),
    ];

    // Their marks are letters too: believed only where the content is no text.
    private static readonly Signature[] AmongBinary =
    [
        new("parquet", "a Parquet file", 0, [.. "PAR1"u8]),
        new("orc", "an ORC file", 0, [.. "ORC"u8]),
        new("pe", "a Windows program", 0, [.. "MZ"u8]),
        new("bmp", "a BMP image", 0, [.. "BM"u8]),
        new("mp3", "an MP3 recording", 0, [.. "ID3"u8]),
        new("riff", "a WAVE, AVI or other RIFF file", 0, [.. "RIFF"u8]),
        new("font", "a web font", 0, [.. "wOF"u8]),
        new("pgdump", "a PostgreSQL dump", 0, [.. "PGDMP"u8]),
        new("dicom", "a DICOM image", 128, [.. "DICM"u8]),
    ];

    private static readonly ContentFormat Tar = new(ContentShape.Unsupported, "tar", Reason: "This is a tar archive; its format is not read.");
    private static readonly ContentFormat Lzma = new(ContentShape.Unsupported, "lzma", Reason: "This is an LZMA stream; its format is not read.");
    private static readonly ContentFormat Unknown = new(
        ContentShape.Unsupported, ContentKinds.Binary, Reason: "This is binary data of an unknown format; it is not read.");

    /// <summary>A format whose mark no text has, or null.</summary>
    public static ContentFormat? FindCertain(ReadOnlySpan<byte> head) => Find(Certain, head);

    /// <summary>The format of content that is no text.</summary>
    public static ContentFormat FindAmongBinary(ReadOnlySpan<byte> head) => Find(AmongBinary, head) ?? FindByShape(head) ?? Unknown;

    // Old tar archives have only a checksum, LZMA streams only the usual properties, a size below 64 TB or none, and the first byte of the range coder.
    private static ContentFormat? FindByShape(ReadOnlySpan<byte> head)
    {
        if (TarHeader.Is(head))
        {
            return Tar;
        }

        var isLzma = head is [0x5D, 0, 0, _, _, _, _, _, _, _, < 0x40, 0, 0, 0, ..] or [0x5D, 0, 0, _, _, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0, ..];
        return isLzma ? Lzma : null;
    }

    private static ContentFormat? Find(Signature[] signatures, ReadOnlySpan<byte> head)
    {
        foreach (var signature in signatures)
        {
            if (head.Length > signature.Offset && head[signature.Offset] == signature.First && head[signature.Offset..].StartsWith(signature.Bytes))
            {
                return signature.Format;
            }
        }

        return null;
    }

    private sealed class Signature(string kind, string name, int offset, byte[] bytes)
    {
        public int Offset { get; } = offset;

        public byte First { get; } = bytes[0];

        public byte[] Bytes { get; } = bytes;

        public ContentFormat Format { get; } = new(ContentShape.Unsupported, kind, Reason: $"This is {name}; its format is not read.");
    }
}
