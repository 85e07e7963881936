using System.Text;
using DlpDashboard.Extraction;
using static DlpDashboard.Tests.Extraction.CompoundFiles;
using static DlpDashboard.Tests.Extraction.OfficeTests;
using static DlpDashboard.Tests.Extraction.OldOfficeFiles;

namespace DlpDashboard.Tests.Extraction;

public sealed class OldOfficeTests
{
    [Fact]
    public void Cells_of_an_old_workbook_are_told_by_sheet_and_name()
    {
        var strings = Record(0xFC, Little(3u), Little(3u), [4, 0, 0, .. "Name"u8], [4, 0, 0, .. "Card"u8], [6, 0, 1, .. Wide("needle")]);
        byte[] book = [.. Record(0x41E, Little((ushort)164), [11, 0, 0, .. "000-00-0000"u8]), .. Record(0xE0, new byte[20]), .. Record(0xE0, [0, 0, 164, 0], new byte[16]), .. strings];
        byte[] cells =
        [
            .. Record(0xFD, Cell(0, 0), Little(0u)), .. Record(0xFD, Cell(0, 1), Little(1u)), .. Record(0xFD, Cell(6, 1), Little(2u)),
            .. Record(0x203, Cell(7, 1), BitConverter.GetBytes(4111111111111111d)), .. Record(0x203, Cell(8, 1, 1), BitConverter.GetBytes(78051120d)),
            .. Record(0xBD, Little((ushort)9), Little((ushort)0), [0, 0, .. Little((1234u << 2) | 2)], [0, 0, .. Little((1250u << 2) | 3)], Little((ushort)1)),
            .. Record(0x06, Cell(10, 0), [0, 0, 0, 0, 0, 0, 0xFF, 0xFF], new byte[8]), .. Record(0x207, [4, 0, 0, .. "made"u8]),
            .. Record(0x204, Cell(11, 0), [5, 0, 0, .. "label"u8]),
        ];
        var (result, sink) = Extracting.Find(Xls(Book(book, ("Customers", cells))), "needle", "4111111111111111", "078-05-1120", "made", "label");
        Assert.Equal((ExtractionState.Scanned, "xls", null), (result.State, result.Kind, result.Reason));
        Assert.Equal("Name\tCard\nneedle\n4111111111111111\n078-05-1120\n1234\t12.5\nmade\nlabel\n", Assert.Single(sink.Segments));
        Assert.Equal(("Card", "Customers!B7"), PlaceOf(sink, "needle"));
        Assert.Equal("Customers!B9", PathOf(sink, "078-05-1120"));
        Assert.Equal("Customers!A12", PathOf(sink, "label"));
    }

    [Fact]
    public void Texts_that_go_on_in_another_record_are_whole()
    {
        // Half narrow, half wide, with formatting runs and spoken text behind.
        byte[] strings =
        [
            .. Record(0xFC, Little(2u), Little(2u), [6, 0, 0x0C, 1, 0, 4, 0, 0, 0, .. "nee"u8]),
            .. Record(0x3C, [1, .. Wide("dle")], [7, 7]),
            .. Record(0x3C, [7, 7, 9, 9, 9, 9], [6, 0, 0, .. "second"u8]),
        ];
        byte[] cells = [.. Record(0xFD, Cell(0, 0), Little(0u)), .. Record(0xFD, Cell(0, 1), Little(1u))];
        Assert.Equal("needle\tsecond\n", Assert.Single(Extracting.Find(Xls(Book(strings, ("S", cells)))).Sink.Segments));
    }

    [Fact]
    public void Comments_and_links_around_old_cells_are_read()
    {
        byte[] cells =
        [
            .. Record(0x1B6, new byte[10], Little((ushort)6), new byte[6]), .. Record(0x3C, [0, .. "remark"u8]),
            .. Record(0x1C, new byte[8], [6, 0, 0, .. "writer"u8]),
            .. Record(0x14, [6, 0, 0, .. "header"u8]),
            .. Record(0x1B8, new byte[32], Wide("mailto:linked@example.com")),
        ];
        var sink = Extracting.Find(Xls(Book([], ("S", cells))), "remark", "writer", "header", "linked@").Sink;
        Assert.Equal(["S comment or text box", "S comment author", "S header", "S link"], sink.Found.Select(f => f.Location.Path));
    }

    [Fact]
    public void An_old_document_is_read_piece_by_piece()
    {
        var body = "First paragraph\rnee";
        var (result, sink) = Extracting.Find(
            Doc(0, [body.Length + 4, 0, 7], (body, false), ("dle\r", true), ("headed\r", false)), "First", "needle", "headed");
        Assert.Equal((ExtractionState.Scanned, "doc", null), (result.State, result.Kind, result.Reason));
        Assert.Equal("First paragraph\nneedle\nheaded\n", Assert.Single(sink.Segments));
        Assert.Equal("paragraph 2", PathOf(sink, "needle"));
        Assert.Equal("header paragraph 1", PathOf(sink, "headed"));
    }

    [Fact]
    public void Passwords_of_old_documents_are_told()
    {
        Assert.Equal(ExtractionState.Encrypted, Extracting.Find(Doc(0x100, [3], ("abc", false))).Result.State);
        Assert.Equal(ExtractionState.Encrypted, Extracting.Find(Xls(Book(Record(0x2F, new byte[6])))).Result.State);
        byte[] user = [0, 0, 0xF6, 0x0F, 20, 0, 0, 0, 20, 0, 0, 0, 0xDF, 0xC4, 0xD1, 0xF3];
        Assert.Equal(ExtractionState.Encrypted, Extracting.Find(Make(("Current User", user), ("PowerPoint Document", [0]))).Result.State);
        var result = Extracting.Find(Make(("EncryptedPackage", [1, 2, 3]), ("EncryptionInfo", [4]))).Result;
        Assert.Equal((ExtractionState.Encrypted, "The document is protected by a password."), (result.State, result.Reason));
    }

    [Fact]
    public void An_old_presentation_gives_the_texts_of_its_slides()
    {
        byte[] stream =
        [
            .. Container(0x03E8, 0, Container(0x0FF0, 0, Atom(0x03F3, new byte[20]), Atom(0x0FA8, Encoding.Latin1.GetBytes("title one")), Atom(0x03F3, new byte[20]), Atom(0x0FA0, Wide("title two")))),
            .. Container(0x03EE, 0, Atom(0x0FA0, Wide("boxed\rneedle"))),
        ];
        var (result, sink) = Extracting.Find(Make(("PowerPoint Document", stream)), "title two", "needle");
        Assert.Equal((ExtractionState.Scanned, "ppt", null), (result.State, result.Kind, result.Reason));
        Assert.Equal("slide 2 paragraph 1", PathOf(sink, "title two"));
        Assert.Equal("slide 1 paragraph 1", PathOf(sink, "needle"));
    }

    [Fact]
    public void Macros_are_read_line_by_line_also_within_new_documents()
    {
        var code = "Sub A()\r\n" + string.Concat(Enumerable.Repeat("' filler line\r\n", 400)) + "x = \"needle\"\r\n";
        var macros = Make(("VBA/dir", Packed(MacroDirectory("Module1"))), ("VBA/Module1", [9, 9, .. Packed(Encoding.Latin1.GetBytes(code))]));
        var document = Zipping.Zip(("[Content_Types].xml", Zipping.Text("<Types/>")), ("word/document.xml", Zipping.Text("<document/>")), ("word/vbaProject.bin", macros));
        var (result, sink) = Extracting.Find(document, "needle");
        Assert.Equal((ExtractionState.Scanned, "docx"), (result.State, result.Kind));
        Assert.Equal(("word/vbaProject.bin", "macro Module1 line 402"), (sink.Found[0].Location.Entry, sink.Found[0].Location.Path));
        Assert.Equal(code, Assert.Single(sink.Segments));
    }

    [Fact]
    public void Packed_macros_repeat_what_came_before()
    {
        // The example of the format's description: tokens that copy.
        byte[] packed = [1, 0x2F, 0xB0, 0x00, .. "#aaabcde"u8, 0x82, .. "f"u8, 0x00, 0x70, .. "ghij"u8, 0x38, .. "kl"u8];
        byte[] simple = [1, 3, 0xB0, 2, (byte)'a', 0x07, 0x00];
        Assert.Equal("aaaaaaaaaaa", Encoding.ASCII.GetString([.. DlpDashboard.Extraction.Compound.MacroChunks.Read(new MemoryStream(simple)).SelectMany(c => c.ToArray())]));
        Assert.NotEmpty(DlpDashboard.Extraction.Compound.MacroChunks.Read(new MemoryStream(packed)).SelectMany(c => c.ToArray()));
    }

    [Fact]
    public void Properties_and_embedded_files_of_old_documents_are_read()
    {
        byte[] native = [.. Little(99u), 2, 0, .. "note.txt\0C:\\note.txt\0"u8, 0, 0, 3, 0, .. Little(4u), .. "tmp\0"u8, .. Little(6u), .. "needle"u8];
        var bytes = Make(
            ("\u0005SummaryInformation", Properties((4, "author"), (3, "subject"))),
            ("ObjectPool/_1/\u0001Ole10Native", native),
            ("ObjectPool/_2/Package", Zipping.Zip(("a.txt", Zipping.Text("packed")))));
        var sink = Extracting.Find(bytes, "author", "needle", "packed").Sink;
        Assert.Equal(("author", "properties/author"), PlaceOf(sink, "author"));
        Assert.Equal(["note.txt", "ObjectPool/_2/Package!/a.txt"], sink.Found.Where(f => f.Word != "author").Select(f => f.Location.Entry));
    }

    [Fact]
    public void A_message_is_read_with_recipients_attachments_and_messages_within()
    {
        var bytes = Make(
            ("__properties_version1.0", [0]),
            ("__substg1.0_0037001F", Wide("subjected")),
            ("__substg1.0_1000001E", Zipping.Text("first line\r\nneedle")),
            ("__substg1.0_10130102", Zipping.Text("marked up")),
            ("__recip_version1.0_#00000000/__substg1.0_39FE001F", Wide("to@example.com")),
            ("__attach_version1.0_#00000000/__substg1.0_3707001F", Wide("data.json")),
            ("__attach_version1.0_#00000000/__substg1.0_37010102", Zipping.Text("{\"a\":\"attached\"}")),
            ("__attach_version1.0_#00000001/__substg1.0_3704001F", Wide("inner")),
            ("__attach_version1.0_#00000001/__substg1.0_3701000D/__properties_version1.0", [0]),
            ("__attach_version1.0_#00000001/__substg1.0_3701000D/__substg1.0_1000001F", Wide("within")));
        var (result, sink) = Extracting.Find(bytes, "subjected", "needle", "marked", "to@", "attached", "within");
        Assert.Equal((ExtractionState.Scanned, "msg", null), (result.State, result.Kind, result.Reason));
        Assert.Equal(("Subject", "Subject"), PlaceOf(sink, "subjected"));
        Assert.Equal("body line 2", PathOf(sink, "needle"));
        Assert.Equal(("Address", "recipient Address"), PlaceOf(sink, "to@"));
        Assert.Equal(["body.html", "data.json", "inner"], sink.Found.Where(f => f.Word is "marked" or "attached" or "within").Select(f => f.Location.Entry));
        Assert.Equal("$.a", PathOf(sink, "attached"));
    }

    [Fact]
    public void A_message_with_rtf_alone_is_unpacked()
    {
        byte[] packed = [.. Little(0u), .. Little(0u), .. Little(0x75465A4Cu), .. Little(0u), 0x00, .. "say need"u8, 0x80, .. "le again"u8[..7], 0x00, 0x00];
        var sink = Extracting.Find(Make(("__properties_version1.0", [0]), ("__substg1.0_10090102", packed)), "needle").Sink;
        Assert.Equal("body.rtf", Assert.Single(sink.Found).Location.Entry);
    }

    [Fact]
    public void Files_of_other_programs_are_named()
    {
        var result = Extracting.Find(Make(("Something", [1, 2, 3]))).Result;
        Assert.Equal((ExtractionState.Unsupported, "ole"), (result.State, result.Kind));
        Assert.Equal(ExtractionState.Failed, Extracting.Find([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0]).Result.State);
    }

    [Fact]
    public void Chains_that_turn_back_end()
    {
        var bytes = Xls(Book([], ("S", Record(0x204, Cell(0, 0), [6, 0, 0, .. "needle"u8]))));
        var big = Make(("WordDocument", new byte[9000]));
        for (var at = 512; at + 4 <= big.Length; at += 4)
        {
            Little(0u).CopyTo(big, at);
        }

        Assert.NotEqual(ExtractionState.Scanned, Extracting.Find(big).Result.State);
        Assert.Single(Extracting.Find(bytes, "needle").Sink.Found);
    }
}
