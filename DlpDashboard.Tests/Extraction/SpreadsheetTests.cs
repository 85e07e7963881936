using System.IO.Compression;
using System.Text;
using DlpDashboard.Extraction;
using static DlpDashboard.Tests.Extraction.OfficeFiles;
using static DlpDashboard.Tests.Extraction.OfficeTests;

namespace DlpDashboard.Tests.Extraction;

public sealed class SpreadsheetTests
{
    private static readonly (string Name, string Xml) Styles = Part(
        "xl/styles.xml",
        "<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"000\\-00\\-0000\"/><numFmt numFmtId=\"165\" formatCode=\"yyyy\\-mm\\-dd;@\"/><numFmt numFmtId=\"166\" formatCode=\"[&lt;=9999999]###\\-####;\\(###\\)\\ ###\\-####\"/></numFmts>"
        + "<cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"164\"/><xf numFmtId=\"14\"/><xf numFmtId=\"165\"/><xf numFmtId=\"22\"/><xf numFmtId=\"166\"/><xf numFmtId=\"20\"/></cellXfs></styleSheet>");

    [Fact]
    public void A_cell_is_told_by_sheet_and_name_with_its_column_header_as_key()
    {
        var rows = "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c></row>"
            + "<row r=\"7\"><c r=\"A7\" t=\"inlineStr\"><is><t>in</t></is></c><c r=\"B7\" t=\"s\"><v>2</v></c></row>";
        var bytes = Book([("Customers", rows), ("My Sheet", rows)], Strings("Name", "Card", "<r><t>nee</t></r><r><rPr><b/></rPr><t>dle</t></r><rPh><t>spoken</t></rPh>"));
        var (result, sink) = Extracting.Find(bytes, "needle", "spoken", "Card");
        Assert.Equal((ExtractionState.Scanned, "xlsx", null), (result.State, result.Kind, result.Reason));
        Assert.Equal(["Name\tCard\nin\tneedle\n", "Name\tCard\nin\tneedle\n"], sink.Segments);
        Assert.Equal([("Card", "", "Customers!B1"), ("needle", "Card", "Customers!B7"), ("Card", "", "'My Sheet'!B1"), ("needle", "Card", "'My Sheet'!B7")], sink.Found.Select(f => (f.Word, f.Key, f.Location.Path)));
    }

    [Theory]
    [InlineData("4111111111111111", 0, "4111111111111111")]
    [InlineData("3.7828224631000501E+14", 0, "378282246310005")]
    [InlineData("78051120.0", 0, "78051120")]
    [InlineData("78051120", 1, "078-05-1120")]
    [InlineData("1234567890123", 1, "1234567-89-0123")]
    [InlineData("45292", 2, "2024-01-01")]
    [InlineData("25569", 3, "1970-01-01")]
    [InlineData("45292.5", 4, "2024-01-01 12:00:00")]
    [InlineData("0.75", 6, "18:00:00")]
    [InlineData("5551234", 5, "555-1234")]
    [InlineData("2125551234", 5, "(212) 555-1234")]
    [InlineData("12.5", 0, "12.5")]
    [InlineData("0.41111111111111111", 0, "0.4111111111")]
    [InlineData("-3", 0, "-3")]
    [InlineData("not a number", 2, "not a number")]
    [InlineData("1E+400", 2, "1E+400")]
    public void Numbers_are_read_as_they_are_shown(string raw, int style, string shown)
    {
        var bytes = Book([("S", $"<row><c s=\"{style}\"><v>{raw}</v></c></row>")], Styles);
        Assert.Equal(shown + "\n", Assert.Single(Extracting.Find(bytes).Sink.Segments));
    }

    [Fact]
    public void Texts_formulas_and_flags_of_cells_are_read()
    {
        var rows = "<row r=\"3\"><c t=\"str\"><f>A1&amp;\"needle\"</f><v>made</v></c><c t=\"b\"><v>1</v></c><c t=\"d\"><v>1990-01-02</v></c><c t=\"e\"><v>#REF!</v></c><c><f>SUM(A1:A2)</f><v>3</v></c><c/></row>";
        var sink = Extracting.Find(Book([("S", rows)]), "needle", "1990").Sink;
        Assert.Equal("made A1&\"needle\"\tTRUE\t1990-01-02\t3\n", Assert.Single(sink.Segments));
        Assert.Equal("S!A3", PathOf(sink, "needle"));
        Assert.Equal("S!C3", PathOf(sink, "1990"));
    }

    [Fact]
    public void Binary_workbooks_are_read_like_others()
    {
        static byte[] Words(string text) => [.. CompoundFiles.Little((uint)text.Length), .. CompoundFiles.Wide(text)];
        static byte[] Record(int type, params byte[][] data)
        {
            var bytes = data.SelectMany(part => part).ToArray();
            byte[] head = type < 128 ? [(byte)type] : [(byte)(type | 0x80), (byte)(type >> 7)];
            return [.. head, (byte)((bytes.Length & 0x7F) | 0x80), (byte)(bytes.Length >> 7), .. bytes];
        }

        static byte[] Cell(uint column, uint style = 0) => [.. CompoundFiles.Little(column), .. CompoundFiles.Little(style)];
        var links = Links("xl/_rels/workbook.bin.rels", ("r1", "worksheet", "worksheets/sheet1.bin"));
        byte[] sheet =
        [
            .. Record(0, CompoundFiles.Little(0u), new byte[13]), .. Record(6, Cell(0), Words("Name")), .. Record(7, Cell(1), CompoundFiles.Little(0u)),
            .. Record(0, CompoundFiles.Little(6u), new byte[13]), .. Record(5, Cell(1), BitConverter.GetBytes(4111111111111111d)), .. Record(2, Cell(2, 1), CompoundFiles.Little((45292u << 2) | 2)),
            .. Record(494, new byte[16], Words(""), Words("linked"), Words(""), Words("")),
        ];
        var bytes = Zipping.Zip(
            ("[Content_Types].xml", Zipping.Text("<Types/>")), (links.Name, Zipping.Text(links.Xml)),
            ("xl/workbook.bin", Record(156, new byte[8], Words("r1"), Words("Customers"))),
            ("xl/styles.bin", [.. Record(617, new byte[4]), .. Record(47, new byte[16]), .. Record(47, [0, 0, 14, 0], new byte[12]), .. Record(618)]),
            ("xl/sharedStrings.bin", Record(19, [0], Words("Card"))),
            ("xl/worksheets/sheet1.bin", sheet));
        var (result, sink) = Extracting.Find(bytes, "4111111111111111", "2024-01-01", "linked");
        Assert.Equal((ExtractionState.Scanned, "xlsb", null), (result.State, result.Kind, result.Reason));
        Assert.Equal(("Card", "Customers!B7"), PlaceOf(sink, "4111111111111111"));
        Assert.Equal("Customers!C7", PathOf(sink, "2024-01-01"));
        Assert.Equal("Customers!A1 link", PathOf(sink, "linked"));
    }

    [Fact]
    public void A_sheet_the_workbook_does_not_name_is_read_too()
    {
        var bytes = Book([("S", "<row><c t=\"str\"><v>shown</v></c></row>")], Strings("needle"), Part("xl/worksheets/lost.xml", "<worksheet><sheetData><row r=\"4\"><c r=\"B4\" t=\"s\"><v>0</v></c></row></sheetData></worksheet>"));
        Assert.Equal("lost!B4", PathOf(Extracting.Find(bytes, "needle").Sink, "needle"));
    }

    [Fact]
    public void A_title_over_the_table_is_no_header()
    {
        static string Row(int row, params string[] cells) => $"<row r=\"{row}\">{string.Concat(cells.Select(c => $"<c t=\"str\"><v>{c}</v></c>"))}</row>";
        var sink = Extracting.Find(Book([("S", Row(1, "Our customers") + Row(3, "Card", "Name") + Row(4, "needle", "x"))]), "needle").Sink;
        Assert.Equal(("Card", "S!A4"), PlaceOf(sink, "needle"));
    }

    [Fact]
    public void Comments_links_and_names_of_a_sheet_are_read()
    {
        var bytes = Package(
            Part("xl/workbook.xml", "<workbook xmlns:r=\"r\"><sheets><sheet name=\"S\" sheetId=\"1\" r:id=\"r1\"/></sheets><definedNames><definedName name=\"Secret\">\"named\"</definedName></definedNames></workbook>"),
            Links("xl/_rels/workbook.xml.rels", ("r1", "worksheet", "/xl/worksheets/sheet1.xml")),
            Part("xl/worksheets/sheet1.xml", "<worksheet xmlns:r=\"r\"><sheetData/><hyperlinks><hyperlink ref=\"B2\" r:id=\"r1\" tooltip=\"hinted\"/></hyperlinks><headerFooter><oddHeader>&amp;Lheaded</oddHeader></headerFooter></worksheet>"),
            Links("xl/worksheets/_rels/sheet1.xml.rels", ("r1", "hyperlink", "mailto:linked@example.com"), ("r2", "comments", "../comments1.xml")),
            Part("xl/comments1.xml", "<comments><authors><author>writer</author></authors><commentList><comment ref=\"C9\"><text><r><t>rem</t></r><r><t>ark</t></r></text></comment></commentList></comments>"),
            Part("xl/pivotCache/pivotCacheDefinition1.xml", "<pivotCacheDefinition><cacheField name=\"Holder\"><sharedItems><s v=\"cached\"/></sharedItems></cacheField></pivotCacheDefinition>"));
        var (result, sink) = Extracting.Find(bytes, "named", "hinted", "headed", "linked@", "remark", "writer", "cached");
        Assert.Equal(ExtractionState.Scanned, result.State);
        Assert.Equal(("Secret", "defined name"), PlaceOf(sink, "named"));
        Assert.Equal("S!B2 link", PathOf(sink, "hinted"));
        Assert.Equal("S header", PathOf(sink, "headed"));
        Assert.Equal("S link", PathOf(sink, "linked@"));
        Assert.Equal("S!C9 comment", PathOf(sink, "remark"));
        Assert.Equal("S author", PathOf(sink, "writer"));
        Assert.StartsWith("xl/pivotCache/", PathOf(sink, "cached"));
    }

    [Fact]
    public void Sheets_of_open_documents_are_read_with_values_and_repeats()
    {
        var bytes = Open(
            "<office:body><office:spreadsheet><table:table table:name=\"Data\"><table:table-row><table:table-cell><text:p>Name</text:p></table:table-cell><table:table-cell table:number-columns-repeated=\"2\"/><table:table-cell><text:p>Card</text:p></table:table-cell></table:table-row>"
            + "<table:table-row table:number-rows-repeated=\"1000000\"><table:table-cell table:number-columns-repeated=\"16384\"/></table:table-row>"
            + "<table:table-row><table:table-cell table:number-columns-repeated=\"3\"/><table:table-cell office:value-type=\"float\" office:value=\"4111111111111111\"><text:p>4.11E+15</text:p></table:table-cell><table:table-cell office:value-type=\"date\" office:date-value=\"1990-02-01\"><text:p>01.02.90</text:p></table:table-cell></table:table-row>"
            + "</table:table></office:spreadsheet></office:body>");
        var (result, sink) = Extracting.Find(bytes, "4111111111111111", "1990-02-01");
        Assert.Equal((ExtractionState.Scanned, "ods"), (result.State, result.Kind));
        Assert.Equal(("Card", "Data!D1000002"), PlaceOf(sink, "4111111111111111"));
        Assert.Equal("Data!E1000002", PathOf(sink, "1990-02-01"));
    }

    [Fact]
    public void A_workbook_of_a_million_rows_is_read_in_little_memory()
    {
        using var file = new MemoryStream();
        const int Rows = 1_000_000;
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var part in new[]
            {
                Part("[Content_Types].xml", "<Types/>"),
                Part("xl/workbook.xml", "<workbook xmlns:r=\"r\"><sheets><sheet name=\"S\" r:id=\"r1\"/></sheets></workbook>"),
                Links("xl/_rels/workbook.xml.rels", ("r1", "worksheet", "worksheets/sheet1.xml")),
            })
            {
                using var small = new StreamWriter(zip.CreateEntry(part.Name, CompressionLevel.Fastest).Open());
                small.Write(part.Xml);
            }

            WriteRows(zip, "xl/sharedStrings.xml", "<sst>", "</sst>", Rows, row => $"<si><t>Customer number {row} of {row * 7919L % 1000003}</t></si>");
            WriteRows(zip, "xl/worksheets/sheet1.xml", "<worksheet><sheetData>", "</sheetData></worksheet>", Rows, row => $"<row r=\"{row + 1}\"><c r=\"A{row + 1}\" t=\"s\"><v>{row}</v></c><c r=\"B{row + 1}\"><v>{row * 31}</v></c></row>");
        }

        var sink = new RecordingSink { Keeps = false };
        var bytes = file.ToArray();

        // All that is allocated, kept or not: what is in memory at one time is less.
        var before = GC.GetAllocatedBytesForCurrentThread();
        var result = Extracting.Read(bytes, sink);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.Equal((ExtractionState.Scanned, null), (result.State, result.Reason));
        Assert.InRange(sink.Written, Rows * 30L, Rows * 60L);
        Assert.InRange(allocated, 8_000_000, 64_000_000);
    }

    private static void WriteRows(ZipArchive zip, string name, string before, string after, int rows, Func<int, string> row)
    {
        using var into = new StreamWriter(zip.CreateEntry(name, CompressionLevel.Fastest).Open(), new UTF8Encoding(false), 64 * 1024);
        into.Write(before);
        for (var i = 0; i < rows; i++)
        {
            into.Write(row(i));
        }

        into.Write(after);
    }
}
