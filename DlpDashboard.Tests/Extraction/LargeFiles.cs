using System.Formats.Tar;
using System.Globalization;
using System.Text;

namespace DlpDashboard.Tests.Extraction;

/// <summary>Large files by kind: honest ones, and ones made to be held in memory; <c>DLP_LARGE_FILES</c> bytes each, before they are packed.</summary>
internal static class LargeFiles
{
    private static readonly int Size = int.TryParse(Environment.GetEnvironmentVariable("DLP_LARGE_FILES"), CultureInfo.InvariantCulture, out var size) ? size : 8_000_000;
    // The maker writes one table of sectors.
    private const int MostCompound = 6_000_000;
    private const string Schema = """{"type":"record","name":"R","fields":[{"name":"a","type":"string"}]}""";

    public static IReadOnlyDictionary<string, Func<byte[]>> All { get; } = Honest().Concat(Hostile()).ToDictionary(StringComparer.Ordinal);

    private static IEnumerable<KeyValuePair<string, Func<byte[]>>> Honest()
    {
        yield return new("text", () => Text("some words of a line and a number 12345\n"));
        yield return new("csv", () => Text("12345,some words,\"quoted, words\",2024-01-01\n", "id,text,more,day\n"));
        yield return new("json", () => Text(",{\"id\":1,\"name\":\"some \\u0041 words\",\"list\":[1,2,{\"a\":\"b\"}]}", "{\"rows\":[0", "]}"));
        yield return new("ndjson", () => Text("{\"id\":1,\"name\":\"some words\"}\n"));
        yield return new("yaml", () => Text("- name: some words\n  more:\n    - a\n    - b\n", "rows:\n"));
        yield return new("xml", () => Text("<row id=\"1\"><name>some words</name><more>a &amp; b</more></row>", "<?xml version=\"1.0\"?><rows>", "</rows>"));
        yield return new("html", () => Text("<tr><td>1</td><td>some words</td></tr>\n", "<!DOCTYPE html><html><body><table><tr><th>id</th><th>name</th></tr>", "</table></body></html>"));
        yield return new("rtf", () => Text("some words of text \\'e4\\par\n", "{\\rtf1\\ansi ", "}"));
        yield return new("sql", () => Text("INSERT INTO `t` VALUES (1,'some words'),(2,'more');\n", "-- dump\nCREATE TABLE `t` (\n  `id` int,\n  `name` text\n);\n"));
        yield return new("eml", () => Text(Convert.ToBase64String(Zipping.Text(new string('x', 57))) + "\r\n", "From: a@example.com\r\nTo: b@example.com\r\nSubject: s\r\nMIME-Version: 1.0\r\nContent-Type: text/csv; name=a.csv\r\nContent-Transfer-Encoding: base64\r\n\r\n"));
        yield return new("mbox", () => Text("From a@example.com Thu Jan  1 00:00:00 1970\nFrom: a@example.com\nTo: b@example.com\nSubject: s\n\nsome words\n\n"));
        yield return new("gzip", () => Zipping.Gzip(Text("some words of a line and a number 12345\n")));
        yield return new("zip", () => Zipping.Zip(("a.csv", Text("1,some words\n", "id,name\n")), ("b.json", Text("{\"a\":\"some words\"}\n"))));
        yield return new("tar", () => MadeFiles.Tar(TarEntryFormat.Pax, ("a.txt", Text("some words of a line\n"))));
        yield return new("docx", () => OfficeFiles.Word(Numbered(i => $"<w:p><w:r><w:t>some words of a paragraph {i}</w:t></w:r></w:p>")));
        yield return new("xlsx", () => OfficeFiles.Book(
            [("One", string.Concat(Enumerable.Range(1, Size / 200).Select(row => $"<row r=\"{row}\"><c r=\"A{row}\" t=\"s\"><v>{row - 1}</v></c><c r=\"B{row}\"><v>{row}.5</v></c></row>")))],
            OfficeFiles.Strings([.. Enumerable.Range(0, Size / 200).Select(number => $"some words of a shared text that is a bit longer than most are {number}")])));
        yield return new("pptx", () => OfficeFiles.Slides(400, _ => $"<p:cSld><p:spTree><p:sp><p:txBody>{Numbered(i => $"<a:p><a:r><a:t>some words {i}</a:t></a:r></a:p>", Size / 400)}</p:txBody></p:sp></p:spTree></p:cSld>"));
        yield return new("odt", () => OfficeFiles.Open($"<office:body><office:text>{Numbered(i => $"<text:p>some words of a paragraph {i}</text:p>")}</office:text></office:body>"));
        yield return new("pdf", () => PdfMaking.Pages([.. Enumerable.Range(0, Size / 1_600).Select(page => PdfMaking.Lines([.. Enumerable.Range(0, 30).Select(line => $"some words of a page {page} {line}")]))]).ToBytes());
        yield return new("parquet", () => ParquetMaker.File(Size / 40, ParquetMaker.Plain("n", [.. Enumerable.Range(0, Size / 40).Select(number => (long)number)], 2), ParquetMaker.Plain("t", [.. Enumerable.Range(0, Size / 40).Select(number => $"some words {number}")], 2)));
        yield return new("avro", () => AvroMaker.File(Schema, "deflate", [.. Enumerable.Range(0, Size / 500_000).Select(_ => (20_000L, Records(20_000)))]));
        yield return new("doc", () => Document(Math.Min(Size, MostCompound)));
        yield return new("xls", () => OldOfficeFiles.Xls(OldOfficeFiles.Book([], ("One", [.. Enumerable.Range(0, Math.Min(Size, MostCompound) / 120).SelectMany(row => OldOfficeFiles.Record(0x204, OldOfficeFiles.Cell(row & 0xFFFF, 0), CompoundFiles.Little((ushort)100), [0], Zipping.Text(new string('x', 100))))]))));
    }

    private static IEnumerable<KeyValuePair<string, Func<byte[]>>> Hostile()
    {
        yield return new("one line of text", () => Text("x"));
        yield return new("csv of one quoted cell", () => Text("x", "id,name\n1,\"", "\"\n"));
        yield return new("csv of a million columns", () => Text("column,", "id,"));
        yield return new("json of one key", () => Text("x", "{\"", "\":1}"));
        yield return new("json nested without end", () => Text("{\"a\":["));
        yield return new("xml nested without end", () => Text("<a b=\"c\">", "<?xml version=\"1.0\"?>"));
        yield return new("xml of one attribute", () => Text("x", "<?xml version=\"1.0\"?><a b=\"", "\"/>"));
        yield return new("xml of many names", () => Encoding.UTF8.GetBytes("<?xml version=\"1.0\"?><rows>" + string.Concat(Enumerable.Range(0, Size / 50).Select(i => $"<name-of-element-{i}>v</name-of-element-{i}>")) + "</rows>"));
        yield return new("html of one row of heads", () => Text("<th>some head of a column</th>", "<!DOCTYPE html><html><body><table><tr>", "</tr></table></body></html>"));
        yield return new("yaml nested deep", () => Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 8_000).Select(depth => new string(' ', depth) + "key: \n"))));
        yield return new("eml of one field", () => Text("x", "From: a@example.com\r\nTo: b@example.com\r\nSubject: "));
        yield return new("eml of a million fields", () => Text("X-Field: value of it\r\n", "From: a@example.com\r\nTo: b@example.com\r\nSubject: s\r\n"));
        yield return new("sql of many columns", () => Encoding.UTF8.GetBytes("-- dump\nCREATE TABLE `t` (\n" + string.Concat(Enumerable.Range(0, Size / 24).Select(i => $"  `column_{i}` int,\n")) + "  `z` int\n);\nINSERT INTO `t` VALUES (1,'a');\n"));
        yield return new("zip of long names", () => Zipping.Zip([.. Enumerable.Range(0, 2_000).Select(i => (new string('n', 60_000) + i.ToString(CultureInfo.InvariantCulture), Zipping.Text("some text\n")))]));
        yield return new("zip of many entries", () => Zipping.Zip([.. Enumerable.Range(0, 65_000).Select(i => ($"folder/of/entries/entry-{i}.txt", Zipping.Text("some text\n")))]));
        yield return new("zip in zip in zip", () => Zipping.Zip(("a.zip", Zipping.Zip(("b.zip", Zipping.Zip(("c.txt", Text("some words\n"))))))));
        yield return new("xlsx of tiny texts", () => OfficeFiles.Book([("One", "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>2999999</v></c></row>")], OfficeFiles.Strings([.. Enumerable.Range(0, 3_000_000).Select(i => $"{i:x}")])));
        yield return new("xlsx of one text", () => OfficeFiles.Book([("One", "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row>")], OfficeFiles.Strings(Numbered(i => $"some words {i} "))));
        yield return new("xlsx of wide rows", () => OfficeFiles.Book([("One", "<row r=\"1\">" + string.Concat(Enumerable.Range(0, 1_000_000).Select(i => $"<c t=\"inlineStr\"><is><t>head of a column {i}</t></is></c>")) + "</row>")]));
        yield return new("docx of one paragraph", () => OfficeFiles.Word($"<w:p>{Numbered(i => $"<w:r><w:t>some words {i}</w:t></w:r>")}</w:p>"));
        yield return new("docx of one tag", () => OfficeFiles.Word($"<w:p a=\"{new string('x', Size)}\"/>"));
        yield return new("pdf of a million objects", () => Objects(1_000_000));
        yield return new("pdf of one page", () => PdfMaking.Pages(Page()).ToBytes());
        yield return new("pdf of one packed page", () => PdfMaking.Pages("").AddStream(11, "/Filter /FlateDecode", PdfMaking.Deflate(Zipping.Text(Page()))).ToBytes());
        yield return new("pdf of one string", () => PdfMaking.Pages($"BT /F1 12 Tf ({new string('x', Size)}) Tj ET").ToBytes());
        yield return new("parquet of one value", () => ParquetMaker.File(1, ParquetMaker.Plain("t", [new string('x', Size)], 6)));
        yield return new("avro of one block", () => AvroMaker.File(Schema, "deflate", (1_000_000L, Records(1_000_000))));
        yield return new("avro of one value", () => AvroMaker.File(Schema, "null", (1L, AvroMaker.Text(new string('x', Size)))));
        yield return new("compound of many streams", () => CompoundFiles.Make([.. Enumerable.Range(0, 20_000).Select(i => ($"Stream {i}", new byte[64]))]));
        yield return new("doc of many pieces", () => OldOfficeFiles.Doc(0, [600_000], [.. Enumerable.Range(0, 300_000).Select(_ => ("ab", false))]));
        yield return new("tar of one name", () => MadeFiles.Tar(TarEntryFormat.Gnu, (new string('n', 60_000_000), Zipping.Text("some text\n"))));
    }

    private static byte[] Text(string unit, string head = "", string tail = "") => Encoding.UTF8.GetBytes(head + Many(unit, Size) + tail);

    private static string Many(string unit, int length) => new StringBuilder(length + unit.Length).Insert(0, unit, length / unit.Length).ToString();

    private static string Numbered(Func<int, string> unit, int? length = null)
    {
        var text = new StringBuilder();
        for (var i = 0; text.Length < (length ?? Size); i++)
        {
            text.Append(unit(i * 7919));
        }

        return text.ToString();
    }

    private static string Page() => Numbered(line => string.Create(CultureInfo.InvariantCulture, $"BT /F1 12 Tf 50 {-20 * line / 7919} Td (some words {line}) Tj ET\n"));

    private static byte[] Document(int length)
    {
        var text = Many("some words of a paragraph\r", length);
        return OldOfficeFiles.Doc(0, [text.Length], (text, false));
    }

    private static byte[] Records(int count)
    {
        var one = AvroMaker.Text("some words of a record");
        var all = new byte[one.Length * count];
        for (var i = 0; i < count; i++)
        {
            one.CopyTo(all, i * one.Length);
        }

        return all;
    }

    private static byte[] Objects(int count)
    {
        var pdf = PdfMaking.Pages(PdfMaking.Lines("some words"));
        for (var number = 100; number < count; number++)
        {
            pdf.Add(number, "<< /A 1 /B (text) >>");
        }

        return pdf.ToBytes();
    }
}
