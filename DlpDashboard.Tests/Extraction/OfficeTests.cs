using System.Text;
using DlpDashboard.Extraction;
using static DlpDashboard.Tests.Extraction.OfficeFiles;

namespace DlpDashboard.Tests.Extraction;

public sealed class OfficeTests
{
    [Fact]
    public void A_value_cut_by_formatting_is_whole_in_a_word_document()
    {
        var bytes = Word("<w:p><w:pPr><w:tabs><w:tab w:val=\"left\"/></w:tabs></w:pPr><w:r><w:t>Number nee</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>d</w:t></w:r><w:proofErr/><w:r><w:t>le end</w:t></w:r></w:p>");
        var (result, sink) = Extracting.Find(bytes, "needle");
        Assert.Equal((ExtractionState.Scanned, "docx", null), (result.State, result.Kind, result.Reason));
        Assert.Equal("Number needle end\n", Assert.Single(sink.Segments));
        Assert.Equal("paragraph 1", PathOf(sink, "needle"));
    }

    [Fact]
    public void Word_tables_give_row_cell_and_the_header_as_key()
    {
        static string Row(params string[] cells) => $"<w:tr>{string.Concat(cells.Select(c => $"<w:tc><w:p><w:r><w:t>{c}</w:t></w:r></w:p></w:tc>"))}</w:tr>";
        var bytes = Word($"<w:p/><w:tbl><w:tblPr/>{Row("Name", "Card")}{Row("A", "one")}{Row("B", "needle")}</w:tbl><w:p><w:r><w:t>behind</w:t></w:r></w:p>");
        var sink = Extracting.Find(bytes, "needle", "behind", "Card").Sink;
        Assert.Equal(("Card", "table 1 row 3 cell 2"), PlaceOf(sink, "needle"));
        Assert.Equal(("", "paragraph 2"), PlaceOf(sink, "behind"));
        Assert.Equal(("", "table 1 row 1 cell 2"), PlaceOf(sink, "Card"));
    }

    [Fact]
    public void All_that_people_write_into_a_word_document_is_read()
    {
        var bytes = Word(
            "<w:p><w:r><w:t>one</w:t><w:tab/><w:t>two</w:t><w:br/><w:t>x</w:t><w:noBreakHyphen/><w:t>y</w:t></w:r><w:del><w:r><w:delText>deleted</w:delText></w:r></w:del><w:r><w:t>z</w:t><w:lastRenderedPageBreak/></w:r>"
            + "<w:r><w:instrText>LINK field</w:instrText><wp:docPr descr=\"described\"/></w:r></w:p><w:p><w:r><w:t>paged</w:t></w:r></w:p>"
            + "<mc:AlternateContent xmlns:mc=\"mc\"><mc:Choice><w:p><w:r><w:t>boxed</w:t></w:r></w:p></mc:Choice><mc:Fallback><w:p><w:r><w:t>boxed</w:t></w:r></w:p></mc:Fallback></mc:AlternateContent>",
            Part("word/header1.xml", "<w:hdr xmlns:w=\"w\"><w:p><w:r><w:t>heading</w:t></w:r></w:p></w:hdr>"),
            Part("word/footnotes.xml", "<w:footnotes xmlns:w=\"w\"><w:p><w:r><w:t>footed</w:t></w:r></w:p></w:footnotes>"),
            Part("word/comments.xml", "<w:comments xmlns:w=\"w\"><w:comment w:author=\"writer\"><w:p><w:r><w:t>remark</w:t></w:r></w:p></w:comment></w:comments>"),
            Part("word/styles.xml", "<w:styles xmlns:w=\"w\"><w:t>styled</w:t></w:styles>"),
            Links("word/_rels/document.xml.rels", ("r1", "hyperlink", "mailto:linked%40example.com")),
            Part("docProps/core.xml", "<cp:coreProperties xmlns:cp=\"cp\" xmlns:dc=\"dc\"><dc:creator>author</dc:creator></cp:coreProperties>"),
            Part("docProps/custom.xml", "<Properties><property name=\"Case\"><vt:lpwstr xmlns:vt=\"vt\">custom</vt:lpwstr></property></Properties>"),
            Part("customXml/item1.xml", "<root><taxid>item</taxid></root>"));
        var words = new[] { "deleted", "field", "described", "paged", "boxed", "heading", "footed", "remark", "writer", "linked@", "author", "custom", "item", "styled" };
        var (result, sink) = Extracting.Find(bytes, words);
        Assert.Equal(ExtractionState.Scanned, result.State);
        Assert.StartsWith("one\ttwo\nx-yz\ndeleted\nLINK field\ndescribed\n", sink.Segments[0]);
        Assert.Equal(words.Length - 1, sink.Found.Count);
        Assert.Equal("page 2 paragraph 2", PathOf(sink, "paged"));
        Assert.Equal("header paragraph 1", PathOf(sink, "heading"));
        Assert.Equal("comments paragraph 1", PathOf(sink, "remark"));
        Assert.Equal(("link", "word/document.xml link"), PlaceOf(sink, "linked@"));
        Assert.Equal(("creator", "properties/creator"), PlaceOf(sink, "author"));
        Assert.Equal(("Case", "properties/Case"), PlaceOf(sink, "custom"));
        Assert.Equal(("taxid", "customXml/item1.xml/taxid"), PlaceOf(sink, "item"));
    }

    [Fact]
    public void Pictures_and_embedded_documents_are_contents_of_their_own()
    {
        var inner = Word("<w:p><w:r><w:t>needle</w:t></w:r></w:p>");
        var outer = Zipping.Zip(
            ("[Content_Types].xml", Zipping.Text("<Types/>")),
            ("word/document.xml", Zipping.Text("<w:document xmlns:w=\"w\"/>")),
            ("word/embeddings/a.docx", inner),
            ("word/fonts/f.odttf", [1, 2, 3, 0, 0]));
        var (result, sink) = Extracting.Find(outer, "needle");
        Assert.Equal((ExtractionState.Scanned, "docx"), (result.State, result.Kind));
        Assert.Equal(("word/embeddings/a.docx", "paragraph 1"), (sink.Found[0].Location.Entry, sink.Found[0].Location.Path));
    }

    [Fact]
    public void Slides_are_counted_as_they_are_shown()
    {
        static string Shape(string text) => $"<a:p><a:r><a:rPr/><a:t>{text}</a:t></a:r></a:p>";
        var bytes = Slides(
            3,
            n => Shape($"slide-{n}") + (n == 2 ? "<a:tbl><a:tr><a:tc>" + Shape("Card") + "</a:tc></a:tr><a:tr><a:tc>" + Shape("needle") + "</a:tc></a:tr></a:tbl>" : ""),
            Part("ppt/notesSlides/notesSlide1.xml", $"<p:notes xmlns:p=\"p\" xmlns:a=\"a\">{Shape("noted")}</p:notes>"),
            Links("ppt/slides/_rels/slide3.xml.rels", ("r1", "notesSlide", "../notesSlides/notesSlide1.xml")));
        var (result, sink) = Extracting.Find(bytes, "slide-1", "slide-3", "needle", "noted");
        Assert.Equal((ExtractionState.Scanned, "pptx"), (result.State, result.Kind));
        Assert.Equal("slide 1 paragraph 1", PathOf(sink, "slide-1"));
        Assert.Equal("slide 3 paragraph 1", PathOf(sink, "slide-3"));
        Assert.Equal(("Card", "slide 2 table 1 row 2 cell 1"), PlaceOf(sink, "needle"));
        Assert.Equal("slide 1 notes paragraph 1", PathOf(sink, "noted"));
    }

    [Fact]
    public void Open_documents_are_read_with_their_tables_and_properties()
    {
        var bytes = Open(
            "<office:automatic-styles><text:p>styled</text:p></office:automatic-styles><office:body><office:text><text:p>nee<text:span>d</text:span>le<text:s text:c=\"2\"/>end</text:p>"
            + "<table:table><table:table-row><table:table-cell><text:p>Card</text:p></table:table-cell></table:table-row><table:table-row><table:table-cell><text:p>celled</text:p></table:table-cell></table:table-row></table:table>"
            + "<text:p><text:a xlink:href=\"mailto:linked@example.com\">here</text:a><office:annotation><dc:creator>writer</dc:creator><text:p>remark</text:p></office:annotation></text:p></office:text></office:body>",
            ("meta.xml", OpenXml("<dc:creator>author</dc:creator><meta:user-defined meta:name=\"Case\">custom</meta:user-defined>")));
        var (result, sink) = Extracting.Find(bytes, "needle", "celled", "linked@", "writer", "remark", "author", "custom", "styled");
        Assert.Equal((ExtractionState.Scanned, "odt"), (result.State, result.Kind));
        Assert.Contains("needle  end\n", sink.Segments[0]);
        Assert.Equal(["needle", "celled", "linked@", "writer", "remark", "author", "custom"], sink.Found.Select(f => f.Word).OrderBy(w => Array.IndexOf(["needle", "celled", "linked@", "writer", "remark", "author", "custom"], w)));
        Assert.Equal(("Card", "table 1 row 2 cell 1"), PlaceOf(sink, "celled"));
        Assert.Equal(("creator", "properties/creator"), PlaceOf(sink, "author"));
        Assert.Equal(("Case", "properties/Case"), PlaceOf(sink, "custom"));
    }

    [Fact]
    public void Open_presentations_give_slides_and_notes()
    {
        var bytes = Open(
            "<office:body><office:presentation><draw:page><text:p>first</text:p></draw:page><draw:page><text:p>second</text:p><presentation:notes><text:p>noted</text:p></presentation:notes></draw:page></office:presentation></office:body>");
        var (result, sink) = Extracting.Find(bytes, "second", "noted");
        Assert.Equal((ExtractionState.Scanned, "odp"), (result.State, result.Kind));
        Assert.Equal("slide 2 paragraph 1", PathOf(sink, "second"));
        Assert.Equal("slide 2 notes paragraph 1", PathOf(sink, "noted"));
    }

    [Fact]
    public void An_open_document_with_a_password_is_encrypted()
    {
        var bytes = Zipping.Zip(
            ("content.xml", [1, 2, 3, 0, 9]),
            ("META-INF/manifest.xml", Zipping.Text("<manifest><file-entry><encryption-data/></file-entry></manifest>")));
        var result = Extracting.Find(bytes).Result;
        Assert.Equal((ExtractionState.Encrypted, "The document is protected by a password."), (result.State, result.Reason));
    }

    [Fact]
    public void Packages_of_other_trades_stay_zips()
    {
        var bytes = Package(("lib/readme.txt", "needle"), ("x.nuspec", "<package><id>n</id></package>"));
        var (result, sink) = Extracting.Find(bytes, "needle");
        Assert.Equal((ExtractionState.Scanned, "zip"), (result.State, result.Kind));
        Assert.Equal("lib/readme.txt", sink.Found[0].Location.Entry);
    }

    internal static string? PathOf(RecordingSink sink, string word) => PlaceOf(sink, word).Path;

    internal static (string Key, string? Path) PlaceOf(RecordingSink sink, string word)
    {
        var found = Assert.Single(sink.Found, f => f.Word == word);
        return (found.Key, found.Location.Path);
    }
}
