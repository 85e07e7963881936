using System.Formats.Tar;
using System.Text;
using static DlpDashboard.Tests.Extraction.CompoundFiles;
using static DlpDashboard.Tests.Extraction.OldOfficeFiles;

namespace DlpDashboard.Tests.Extraction.Fuzz;

/// <summary>One sound file of each kind that extraction reads.</summary>
internal static class FuzzSeeds
{
    private const string Head = "From: sender@example.com\r\nTo: to@example.com\r\nSubject: a subject\r\nMIME-Version: 1.0\r\n";

    private const string Schema = """
        {"type":"record","name":"R","fields":[{"name":"a","type":["null","string"]},{"name":"m","type":{"type":"map","values":"long"}},
        {"name":"l","type":{"type":"array","items":"double"}},{"name":"r","type":["null","R"]},{"name":"d","type":{"type":"bytes","logicalType":"decimal","precision":4,"scale":2}}]}
        """;

    public static IReadOnlyList<(string Name, byte[] Bytes)> All { get; } =
        [.. Texts().Concat(Documents()).Concat(DataFiles()).Concat(Archives()).Concat(Images()).Concat(ToolMadeFiles.Names.Select(name => (name, ToolMadeFiles.Get(name))))];

    private static IEnumerable<(string Name, byte[] Bytes)> Texts()
    {
        (string Name, string Text)[] texts =
        [
            ("csv", "name,mail\n\"a \"\"b\"\"\nc\",x@example.com\nd,y@example.com\n"),
            ("json", "{\"a\":[1,{\"b\":\"\\u0040\\n\\uD83D\\uDE00\"},null],\"c\":{\"d\":\"x@example.com\"}}"),
            ("ndjson", "{\"a\":\"1\"}\n{\"a\":\"\\\\\"}\n{\"a\":[true]}\n"),
            ("yaml", "a:\n  b: \"x\"\n  c:\n    - d: 1\n    - |\n      text\n# note\ne: 'it''s'\n"),
            ("ini", "[part one]\nname = value\n; note\nlong = a \\\n b\n"),
            ("html", "<!DOCTYPE html><html><head><title>T</title><style>x</style></head><body><p id=\"a\">some &amp; text &#x40;</p><table><tr><td>1</td></tr></table><!-- note --></body></html>"),
            ("xml", "<?xml version=\"1.0\" encoding=\"UTF-8\"?><!DOCTYPE a [<!ENTITY e \"v\">]><a b=\"c\"><d>text &lt; &e;</d><![CDATA[ raw ]]><x:y xmlns:x=\"u\"/></a>"),
            ("rtf", "{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0 Arial;}}{\\info{\\author A}}\\pard some \\b text\\b0 \\'e4 \\u9731? end\\par{\\pict\\pngblip 89504e47}}"),
            ("eml", Head + "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nsome =C3=A4 text=\r\n more\r\n--b\r\nContent-Disposition: attachment; filename=a.csv\r\nContent-Transfer-Encoding: base64\r\n\r\nYSxiCjEsMgo=\r\n--b--\r\n"),
            ("mbox", "From sender@example.com Thu Jan  1 00:00:00 1970\n" + Head.Replace("\r", "") + "\nbody\n\nFrom other@example.com Thu Jan  1 00:00:00 1970\n" + Head.Replace("\r", "") + "\nbody two\n"),
            ("sql", "-- dump\nCREATE TABLE `t` (\n  `id` int NOT NULL,\n  `name` varchar(20) DEFAULT 'x,y',\n  PRIMARY KEY (`id`)\n);\nINSERT INTO `t` VALUES (1,'O''Brien'),(2,'a\\'b');\nCOPY public.c (id, mail) FROM stdin;\n1\tx@example.com\n2\t\\N\n\\.\n"),
        ];
        foreach (var (name, text) in texts)
        {
            yield return (name, Zipping.Text(text));
        }

        yield return ("env", Zipping.Text("# note\nexport A=1\nB=\"two words\"\nC=a\\\n b\n"));
        yield return ("markdown", Zipping.Text("# title\n\n| name | card |\n|---|:-:|\n| a | 1 |\n| b | 2 |\n"));
        yield return ("utf32", [0xFF, 0xFE, 0, 0, .. Encoding.UTF32.GetBytes("line one\nline 😀 two\n")]);
        foreach (var page in new[] { 932, 936, 949, 950, 1251, 50220, 51932, 37 })
        {
            var words = page is 1251 ? "номер вашей карты" : page is 37 ? "CUSTOMER NAME ANNA SMITH AND SOME MORE WORDS" : "番号 東京 番号";
            yield return ($"text-{page}", CodePagesEncodingProvider.Instance.GetEncoding(page)!.GetBytes(page == 37 ? words : $"no 1: {words}\nno 2: {words}\n"));
        }

        yield return ("utf16", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("line one\r\nline 😀 two\r\n")]);
    }

    private static IEnumerable<(string Name, byte[] Bytes)> Documents()
    {
        yield return ("docx", OfficeFiles.Word("<w:p><w:r><w:t>some text</w:t></w:r></w:p><w:tbl><w:tr><w:tc><w:p><w:r><w:t>cell</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"));
        yield return ("xlsx", OfficeFiles.Book([("One", "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\"><v>12.5</v></c></row><row r=\"2\"><c r=\"B2\" t=\"inlineStr\"><is><t>in</t></is></c></row>")], OfficeFiles.Strings("a", "b")));
        yield return ("pptx", OfficeFiles.Slides(2, n => $"<p:cSld><p:spTree><p:sp><p:txBody><a:p><a:r><a:t>slide {n}</a:t></a:r></a:p></p:txBody></p:sp></p:spTree></p:cSld>"));
        yield return ("odt", OfficeFiles.Open("<office:body><office:text><text:p>some <text:s text:c=\"2\"/>text</text:p></office:text></office:body>"));
        byte[] strings = Record(0xFC, Little(2u), Little(2u), [4, 0, 0, .. "Name"u8], [6, 0, 1, .. Wide("needle")]);
        byte[] cells = [.. Record(0xFD, Cell(0, 0), Little(0u)), .. Record(0xFD, Cell(6, 1), Little(1u)), .. Record(0x203, Cell(7, 1), BitConverter.GetBytes(4111111111111111d)), .. Record(0x204, Cell(11, 0), [5, 0, 0, .. "label"u8])];
        yield return ("xls", Xls(Book(strings, ("S", cells))));
        yield return ("doc", Doc(0, [23, 0, 7], ("First paragraph\rnee", false), ("dle\r", true), ("headed\r", false)));
        yield return ("ppt", Make(("PowerPoint Document", [.. Container(0x03EE, 0, Atom(0x0FA0, Wide("boxed\rtext"))), .. Atom(0x0FA8, "more"u8.ToArray())])));
        yield return ("macros", Make(("VBA/dir", Packed(MacroDirectory("Module1"))), ("VBA/Module1", [9, 9, .. Packed("Sub A()\r\nx = 1\r\nEnd Sub\r\n"u8.ToArray())])));
        yield return ("properties", Make(("\u0005SummaryInformation", Properties((2, "title"), (4, "author")))));
        yield return ("ods", OfficeFiles.Open("<office:body><office:spreadsheet><table:table table:name=\"S\"><table:table-row table:number-rows-repeated=\"3\"><table:table-cell office:value-type=\"float\" office:value=\"12\"><text:p>12</text:p></table:table-cell></table:table-row></table:table></office:spreadsheet></office:body>"));
        yield return ("msg", Make(("__properties_version1.0", [0]), ("__substg1.0_0037001F", Wide("subject")), ("__substg1.0_10090102", [0, 0, 0, 0, 0, 0, 0, 0, 0x4C, 0x5A, 0x46, 0x75, 0, 0, 0, 0, 0, .. "some rtf"u8, 0x81, 0, 0x42, .. "more"u8]), ("__attach_version1.0_#00000000/__substg1.0_37010102", Zipping.Text("a,b\n1,2\n"))));
        yield return ("pdf", PdfMaking.Pages(PdfMaking.Lines("first page", "second (line)"), "BT /F1 12 Tf [(a) -300 (b)] TJ ET").ToBytes());
        var form = PdfMaking.Pages(PdfMaking.Lines("a page"), "q 1 0 0 1 5 5 cm /X Do Q BT /U 9 Tf <00010002> Tj ET");
        form.Add(1, "<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [40 0 R] >> /Names << /EmbeddedFiles << /Names [(x) << /UF (a.csv) /EF << /F 42 0 R >> >>] >> >> /Outlines << /First 43 0 R >> >>");
        form.Add(12, "<< /Type /Page /Parent 2 0 R /Resources << /Font << /F1 3 0 R /U 20 0 R >> /XObject << /X 21 0 R >> >> /Contents 13 0 R /Annots [<< /Subtype /Text /Contents (note) >>] >>");
        form.Add(20, "<< /Type /Font /Subtype /Type0 /Encoding /Identity-H /ToUnicode 22 0 R /DescendantFonts [<< /Subtype /CIDFontType2 /W [1 [500 500] 3 9 600] >>] >>");
        form.AddStream(21, "/Subtype /Form /Matrix [1 0 0 1 10 0] /Resources << /Font << /F1 3 0 R >> >>", Zipping.Text("BT /F1 12 Tf 50 680 Td [(fo) 20 (rm)] TJ T* (next) ' ET"));
        form.AddStream(22, "", Zipping.Text("1 begincodespacerange <0000> <FFFF> endcodespacerange 1 beginbfrange <0001> <0009> <0041> endbfrange"));
        form.Add(40, "<< /T (payer) /Kids [41 0 R] >>").Add(41, "<< /T (no) /TU (Card) /FT /Tx /V (value) >>").Add(43, "<< /Title (mark) >>");
        form.AddStream(42, "/Filter /FlateDecode", PdfMaking.Deflate(Zipping.Text("id,b\n1,2\n")));
        yield return ("pdf-form", form.ToBytes());
        yield return ("pdf-streams", form.ToCompressedBytes());
        yield return ("pdf-bare", form.ToBytesWithoutTable());
        yield return ("pdf-locked", PdfHostileTests.Locked(PdfMaking.Pages(PdfMaking.Lines("a page")), "V4").ToBytes());
        yield return ("pdf-packed", PdfMaking.Pages("").AddStream(11, "/Filter /FlateDecode", PdfMaking.Deflate(Zipping.Text(PdfMaking.Lines("packed text")))).ToBytes());
    }

    private static IEnumerable<(string Name, byte[] Bytes)> DataFiles()
    {
        var numbers = Enumerable.Range(0, 40).Select(i => i * 7919L).ToList();
        var texts = numbers.Select(number => $"text {number}").ToList();
        foreach (var codec in new[] { 0, 1, 2, 4, 6, 7 })
        {
            yield return ($"parquet-{codec}", ParquetMaker.File(40, ParquetMaker.Plain("n", numbers, codec), ParquetMaker.Plain("t", texts, codec), ParquetMaker.Dictionary("d", ["a", null, "b", "a"])));
        }

        yield return ("parquet-deltas", ParquetMaker.File(40, ParquetMaker.Delta("n", numbers), ParquetMaker.DeltaTexts("t", texts), ParquetMaker.SharedTexts("s", texts), ParquetMaker.Repeated("r", "x", 1000)));
        byte[] record = [2, .. AvroMaker.Text("value"), 2, .. AvroMaker.Text("key"), .. AvroMaker.Long(7), 0, 2, .. BitConverter.GetBytes(1.5), 0, 0, 4, 1, 2];
        foreach (var codec in new[] { "null", "deflate", "snappy", "zstandard" })
        {
            yield return ($"avro-{codec}", AvroMaker.File(Schema, codec, (2, [.. record, .. record]), (1, record)));
        }
    }

    private static IEnumerable<(string Name, byte[] Bytes)> Images()
    {
        yield return ("jpeg", ImageFiles.Jpeg((0xE1, [.. "Exif\0\0"u8, .. ImageFiles.Exif(true)]), (0xE1, [.. "http://ns.adobe.com/xap/1.0/\0"u8, .. ImageFiles.Xmp("Bob")]), (0xFE, "note"u8.ToArray())));
        yield return ("png", ImageFiles.Png(("eXIf", ImageFiles.Exif(false)), ("tEXt", [.. "Author\0"u8, .. "Ann"u8]), ("zTXt", [.. "Note\0\0"u8, .. PdfMaking.Deflate("packed"u8.ToArray())])));
        yield return ("webp", ImageFiles.Webp(("VP8 ", new byte[31]), ("EXIF", ImageFiles.Exif(true)), ("XMP ", ImageFiles.Xmp("Bob"))));
        yield return ("tiff", ImageFiles.Exif(false));
    }

    private static IEnumerable<(string Name, byte[] Bytes)> Archives()
    {
        yield return ("gzip", [.. Zipping.Gzip("some text, and some more"), .. Zipping.Gzip("a second member")]);
        yield return ("zip", Zipping.Zip(("a.txt", Zipping.Text("text")), ("b/c.json", Zipping.Text("{\"a\":\"\\u0041\"}")), ("d.gz", Zipping.Gzip("inside"))));
        yield return ("zip-in-zip", Zipping.Zip(("a.zip", Zipping.Zip(("b.zip", Zipping.Zip(("c.txt", Zipping.Text("deep"))))))));
        foreach (var format in new[] { TarEntryFormat.V7, TarEntryFormat.Ustar, TarEntryFormat.Gnu, TarEntryFormat.Pax })
        {
            yield return ($"tar-{format}", MadeFiles.Tar(format, ("a.csv", Zipping.Text("id,b\n1,2\n")), ("b.gz", Zipping.Gzip("inside"))));
        }
    }
}
