using DlpDashboard.Extraction.Archives;
using DlpDashboard.Extraction.Archives.SevenZip;
using DlpDashboard.Extraction.Avro;
using DlpDashboard.Extraction.Compound;
using DlpDashboard.Extraction.Compression;
using DlpDashboard.Extraction.Images;
using DlpDashboard.Extraction.Mail;
using DlpDashboard.Extraction.Markup;
using DlpDashboard.Extraction.Office;
using DlpDashboard.Extraction.Parquet;
using DlpDashboard.Extraction.Pdf;
using DlpDashboard.Extraction.Sql;
using DlpDashboard.Extraction.Sqlite;

namespace DlpDashboard.Extraction.Formats;

/// <summary>The readers of formats by the names that sniffing gives.</summary>
internal static class FormatReaders
{
    /// <summary>Whether a format holds rows of data and nothing else.</summary>
    public static bool AreRecords(string kind) => kind is SqlReader.Kind or "sqlite" or "parquet" or "avro";

    /// <summary>New readers for one extractor.</summary>
    public static Dictionary<string, IFormatReader> Create() => new(StringComparer.Ordinal)
    {
        [PdfReader.Kind] = new PdfReader(),
        [MarkupReader.Xml] = new MarkupReader(isHtml: false),
        [MarkupReader.Html] = new MarkupReader(isHtml: true),
        ["tar"] = new TarReader(),
        ["7z"] = new SevenZipReader(),
        ["bzip2"] = new CompressedReader("bzip2", _ => new Bzip2Decoder()),
        ["xz"] = new CompressedReader("xz", budget => new XzDecoder(budget)),
        ["lzma"] = new CompressedReader("LZMA", budget => new LzmaDecoder(budget)),
        ["zstd"] = new CompressedReader("Zstandard", budget => new ZstdDecoder(budget)),
        ["lz4"] = new CompressedReader("LZ4", _ => new Lz4Decoder()),
        [SqlReader.Kind] = new SqlReader(),
        ["png"] = new ImageReader(),
        ["jpeg"] = new ImageReader(),
        ["webp"] = new ImageReader(),
        ["tiff"] = new ImageReader(),
        ["avro"] = new AvroReader(),
        ["sqlite"] = new SqliteReader(),
        ["parquet"] = new ParquetReader(),
        ["snappy"] = new CompressedReader("Snappy", _ => new SnappyDecoder()),
        [CompoundReader.Kind] = new CompoundReader(),
        [MailReader.Message] = new MailReader(),
        [MailReader.Mailbox] = new MailReader(),
        [RtfReader.Kind] = new RtfReader(),
    };
}
