using System.Text;
using DlpDashboard.Extraction;

namespace DlpDashboard.Tests.Extraction;

public sealed class MarkupTests
{
    [Theory]
    [InlineData("<orders>\n<order><card>x</card></order>\n<order><card>needle</card></order></orders>", "card", "/orders/order[2]/card", 3)]
    [InlineData("<?xml version='1.0'?>\n<r>\n<b id='1' card='needle'/></r>", "b card", "/r/b/@card", 3)]
    [InlineData("<r><!-- <pin>needle</pin> --></r>", "comment()", "/r/comment()", 1)]
    [InlineData("<r><b>one</b>\n<![CDATA[ <needle> ]]></r>", "r", "/r", 2)]
    [InlineData("<r>&#110;&#x65;edle</r>", "r", "/r", 1)]
    [InlineData("<r><b><c>x</c></b><b>two\nlines, needle</b></r>", "b", "/r/b[2]", 2)]
    [InlineData("<!DOCTYPE r [ <!ENTITY e 'needle'> ]><r>&e;</r>", "declaration()", "/declaration()", 1)]
    [InlineData("<x:a xmlns:x='u'><x:card x:no='needle'/></x:a>", "x:card x:no", "/x:a/x:card/@x:no", 1)]
    public void Xml_knows_elements_attributes_and_paths(string text, string key, string path, int line)
    {
        var (foundKey, foundPath, foundLine, _) = Extracting.PlaceOf(text, "needle");
        Assert.Equal((key, path, line), (foundKey, foundPath, foundLine));
        Assert.Equal("xml", Extracting.Find(text).Result.Kind);
    }

    [Theory]
    [InlineData("<p>card 4111<b>1111</b><!-- x -->1111<a href='/y'>1111</a></p><p>next</p>", "card 4111111111111111\ncomment: x \na@href:/y\nnext\n")]
    [InlineData("<div>one<div>two</div>three<br>four</div>", "one\ntwo\nthree\nfour\n")]
    [InlineData("<p>some   words\n  and&nbsp;more&shy;over&#64;x&commat;y &unknown; &amp</p>", "some words and moreover@x@y &unknown; &amp\n")]
    [InlineData("<pre>a\n  b</pre><p>c</p>", "a\n  b\nc\n")]
    [InlineData("<body><script>var a = '<b>x</b>';</script>text<style>p { }</style></body>", "script:var a = '<b>x</b>';\ntext\nstyle:p { }\n")]
    [InlineData("<p class=x title='a title' data-id=42>text<img alt='a picture' src=/p.png></p>", "text\np@title:a title\np@data-id:42\nimg@alt:a picture\nimg@src:/p.png\n")]
    [InlineData("<p>1 < 2 and <3 <unclosed attr='x", "1 < 2 and <3\nunclosed@attr:x\n")]
    [InlineData("<table><tr><th>Name<th>Card</table><p>x <input name=pin value=1>y</p>", "Name\tCard\nx y\ninput pin:1\n")]
    public void Html_is_written_as_it_is_seen(string html, string expected)
    {
        var sink = new PlacesSink();
        Extracting.Read(Encoding.UTF8.GetBytes("<html>" + html), sink);
        Assert.Equal(expected, sink.Text);
    }

    [Theory]
    [InlineData("<table>\n<tr><th>Name</th><th>Card no</th></tr>\n<tr><td>A</td><td>x</td></tr>\n<tr><td>B</td><td>needle</td></tr></table>", "Card no", "table row 3, Card no", 4)]
    [InlineData("<table><tr><th>Card</th><td>needle</td></tr></table>", "Card", "table row 1, column 2", 1)]
    [InlineData("<table><tr><td>a</td><td><table><tr><td>needle</td></tr></table></td></tr></table>", "", "table row 1, column 1", 1)]
    [InlineData("<table><tr><th colspan=2>A</th><th>B</th></tr><tr><td>1</td><td>2</td><td>needle</td></tr></table>", "B", "table row 2, B", 1)]
    [InlineData("<form>\n<input type=text name='card_no' placeholder='Card' value='needle'></form>", "card_no Card", "input card_no Card", 2)]
    [InlineData("<meta name='author' content='needle'>", "author", "meta author", 1)]
    [InlineData("<p>one\ntwo\nneedle</p>", "", null, 3)]
    [InlineData("<p>a</p>\n<script>\nlet key = 'needle';\n</script>", "", "script", 3)]
    public void Html_knows_cells_fields_and_lines(string html, string key, string? path, int line)
    {
        var (foundKey, foundPath, foundLine, _) = Extracting.PlaceOf("<!DOCTYPE html>" + html, "needle");
        Assert.Equal((key, path, line), (foundKey, foundPath, foundLine));
        Assert.Equal("html", Extracting.Find("<!DOCTYPE html>" + html).Result.Kind);
    }

    [Theory]
    [InlineData("<134>Oct 11 22:14:15 host app: needle\n<134>Oct 11 22:14:15 host app: x\n")]
    [InlineData("<user@example.com> wrote:\n> needle\n")]
    [InlineData("<?php\n$card = 'needle';\n")]
    [InlineData("<- needle ->\n")]
    [InlineData("<nick> needle\n<other> well\n")]
    public void Angle_brackets_alone_are_no_markup(string text)
    {
        Assert.Equal("text", Extracting.Find(text).Result.Kind);
        Assert.Single(Extracting.Find(text, "needle").Sink.Found);
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("iso-8859-1")]
    [InlineData("windows-1251")]
    [InlineData("shift_jis")]
    public void Declared_and_shown_encodings_are_followed(string name)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        var word = name switch { "windows-1251" => "Привет", "shift_jis" => "こんにちは", _ => "Größe" };
        var (result, sink) = Extracting.Find(encoding.GetBytes($"<?xml version=\"1.0\" encoding=\"{name}\"?><a><b>{word}</b><c>needle</c></a>"), "needle");
        Assert.Equal("xml", result.Kind);
        Assert.Equal("/a/c", Assert.Single(sink.Found).Location.Path);
        Assert.Contains(word + "\nneedle", Assert.Single(sink.Segments));
    }

    [Fact]
    public void Every_value_of_a_large_document_can_be_asked_for()
    {
        var text = new StringBuilder("<people>\n");
        for (var person = 1; person <= 20_000; person++)
        {
            text.Append("  <person id=\"").Append(person).Append("\"><secret>needle</secret></person>\n");
        }

        var found = Extracting.Find(text.Append("</people>").ToString(), "needle").Sink.Found;
        Assert.Equal(20_000, found.Count);
        Assert.Equal("/people/person/secret", found[0].Location.Path);
        Assert.All(found.Skip(1).Index(), f => Assert.Equal((("secret", $"/people/person[{f.Index + 2}]/secret"), f.Index + 3), ((f.Item.Key, f.Item.Location.Path!), f.Item.Location.Line!.Value)));
    }

    [Fact]
    public void Characters_cut_by_reading_come_out_whole()
    {
        var text = "<r>" + string.Concat(Enumerable.Repeat("é€😀 words ", 9_000)) + "needle</r>";
        var sink = new RecordingSink("needle");
        Extracting.Read(Encoding.UTF8.GetBytes(text), sink, most: 1_001);
        Assert.Equal(text[3..^4] + "\n", Assert.Single(sink.Segments));
        var western = Encoding.Latin1.GetBytes("<r>" + string.Concat(Enumerable.Repeat("caf\u00E9 words ", 9_000)) + "needle</r>");
        Assert.Equal(Encoding.Latin1.GetString(western)[3..^4] + "\n", Assert.Single(Extracting.Find(western, "needle").Sink.Segments));
    }

    [Fact]
    public void Nesting_names_values_and_comments_without_end_are_read_in_bounds()
    {
        string[] hostile =
        [
            string.Concat(Enumerable.Repeat("<r>", 200_000)) + "</r>" + "needle",
            "<html>" + string.Concat(Enumerable.Repeat("<table><tr><td>", 50_000)) + "needle",
            "<r b='" + new string('x', 500_000) + " needle",
            "<html><p title='" + new string('x', 500_000) + " needle'>",
            "<html><!--" + new string('-', 500_000) + " needle",
            "<html><" + new string('n', 500_000) + "> needle",
            "<html>" + string.Concat(Enumerable.Repeat("&", 500_000)) + " needle",
            "<html><script>" + string.Concat(Enumerable.Repeat("<", 300_000)) + "needle",
            "<r>" + string.Concat(Enumerable.Range(0, 100_000).Select(i => $"<n{i}/>")) + "needle</r>",
        ];
        foreach (var text in hostile)
        {
            var (result, sink) = Extracting.Find(text, "needle");
            Assert.Equal(ExtractionState.Scanned, result.State);
            Assert.Single(sink.Found);
        }
    }

    /// <summary>Writes before each line the place its first byte stands in, where it has one.</summary>
    private sealed class PlacesSink : DlpDashboard.Detection.ISegmentSink
    {
        private readonly List<byte> _bytes = [];
        private DlpDashboard.Detection.ISegmentMap? _map;

        public string Text { get; private set; } = "";

        public void Begin(DlpDashboard.Detection.ISegmentMap map) => _map = map;

        public void Write(ReadOnlySpan<byte> utf8)
        {
            _bytes.AddRange(utf8);
            long at = 0;
            foreach (var line in Encoding.UTF8.GetString(utf8).Split('\n')[..^1])
            {
                var path = _map!.LocationAt(at).Path;
                Text += (path is null || path.StartsWith("table", StringComparison.Ordinal) ? "" : path + ":") + line + "\n";
                at += Encoding.UTF8.GetByteCount(line) + 1;
            }
        }

        public void End()
        {
        }
    }
}
