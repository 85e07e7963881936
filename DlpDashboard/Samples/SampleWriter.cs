using System.IO.Compression;
using System.Text;

namespace DlpDashboard.Samples;

/// <summary>Writes phrases into files of each format, among prose.</summary>
internal sealed class SampleWriter(Dice dice)
{
    private const string Noise = "abcdefghijklmnopqrstuvwxyz0123456789";

    private readonly SampleText _text = new(dice);

    /// <summary>A file that holds the phrases.</summary>
    public byte[] Write(SampleFormat format, IReadOnlyList<string> phrases) => format switch
    {
        SampleFormat.Utf16 => [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(_text.Write(SampleFormat.Text, phrases))],
        SampleFormat.LogGzip => Gzip(_text.Write(SampleFormat.Log, phrases)),
        SampleFormat.SqlGzip => Gzip(_text.Write(SampleFormat.Sql, phrases)),
        SampleFormat.Zip => Zip(Spread(phrases)),
        SampleFormat.Document => Zip(Document(phrases)),
        SampleFormat.Sheet => Zip(Sheet(phrases)),
        SampleFormat.Image => [0x89, .. "PNG\r\n"u8, 0x1A, 0x0A, .. Random(2000 + dice.Below(20_000))],
        SampleFormat.Binary => [0, 1, 2, 0, .. Random(4000 + dice.Below(30_000))],
        SampleFormat.KeyFile => Encoding.UTF8.GetBytes(phrases[0].TrimStart('\n')),
        _ => Encoding.UTF8.GetBytes(_text.Write(format, phrases)),
    };

    private IEnumerable<(string Name, string Text)> Spread(IReadOnlyList<string> phrases) =>
    [
        ("readme.txt", _text.Write(SampleFormat.Text, [.. phrases.Where((_, i) => i % 3 == 0)])),
        ("data/rows.csv", _text.Write(SampleFormat.Csv, [.. phrases.Where((_, i) => i % 3 == 1)])),
        ("data/records.json", _text.Write(SampleFormat.Json, [.. phrases.Where((_, i) => i % 3 == 2)])),
    ];

    private IEnumerable<(string Name, string Text)> Document(IReadOnlyList<string> phrases)
    {
        const string Space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
        var paragraphs = _text.Lines(phrases, 12).Select(line => $"<w:p><w:r><w:t>{SampleText.Escaped(line)}</w:t></w:r></w:p>");
        return
        [
            ("[Content_Types].xml", Types("/word/document.xml", "wordprocessingml.document.main")),
            ("_rels/.rels", Relation("word/document.xml")),
            ("word/document.xml", $"<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:document xmlns:w=\"{Space}\"><w:body>{string.Concat(paragraphs)}</w:body></w:document>"),
        ];
    }

    private IEnumerable<(string Name, string Text)> Sheet(IReadOnlyList<string> phrases)
    {
        const string Space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        var rows = _text.Lines(phrases, 20).Select((line, i) => $"<row r=\"{i + 1}\"><c r=\"A{i + 1}\" t=\"inlineStr\"><is><t>{SampleText.Escaped(line)}</t></is></c></row>");
        return
        [
            ("[Content_Types].xml", Types("/xl/workbook.xml", "spreadsheetml.sheet.main", "<Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>")),
            ("_rels/.rels", Relation("xl/workbook.xml")),
            ("xl/_rels/workbook.xml.rels", $"<?xml version=\"1.0\" encoding=\"UTF-8\"?><Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"{Relations}/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>"),
            ("xl/workbook.xml", $"<?xml version=\"1.0\" encoding=\"UTF-8\"?><workbook xmlns=\"{Space}\" xmlns:r=\"{Relations}\"><sheets><sheet name=\"Sheet\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"),
            ("xl/worksheets/sheet1.xml", $"<?xml version=\"1.0\" encoding=\"UTF-8\"?><worksheet xmlns=\"{Space}\"><sheetData>{string.Concat(rows)}</sheetData></worksheet>"),
        ];
    }

    private static string Types(string part, string kind, string more = "") =>
        $"<?xml version=\"1.0\" encoding=\"UTF-8\"?><Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"{part}\" ContentType=\"application/vnd.openxmlformats-officedocument.{kind}+xml\"/>{more}</Types>";

    private static string Relation(string target) =>
        $"<?xml version=\"1.0\" encoding=\"UTF-8\"?><Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"{target}\"/></Relationships>";

    private byte[] Random(int length)
    {
        var bytes = Encoding.ASCII.GetBytes(dice.Text(length, Noise));
        for (var i = 0; i < bytes.Length; i += 3)
        {
            bytes[i] = (byte)dice.Below(32);
        }

        return bytes;
    }

    private static byte[] Gzip(string text)
    {
        using var into = new MemoryStream();
        using (var gzip = new GZipStream(into, CompressionLevel.Optimal))
        {
            gzip.Write(Encoding.UTF8.GetBytes(text));
        }

        return into.ToArray();
    }

    // Archives carry times; a fixed one keeps their bytes the same.
    private static byte[] Zip(IEnumerable<(string Name, string Text)> parts)
    {
        using var into = new MemoryStream();
        using (var zip = new ZipArchive(into, ZipArchiveMode.Create))
        {
            foreach (var (name, text) in parts)
            {
                var entry = zip.CreateEntry(name, CompressionLevel.Optimal);
                entry.LastWriteTime = new DateTimeOffset(2025, 1, 1, 0, 0, 0, TimeSpan.Zero);
                using var stream = entry.Open();
                stream.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return into.ToArray();
    }
}
