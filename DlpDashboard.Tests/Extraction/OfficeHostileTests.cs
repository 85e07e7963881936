using System.Diagnostics;
using DlpDashboard.Extraction;
using static DlpDashboard.Tests.Extraction.CompoundFiles;
using static DlpDashboard.Tests.Extraction.OfficeFiles;
using static DlpDashboard.Tests.Extraction.OldOfficeFiles;

namespace DlpDashboard.Tests.Extraction;

public sealed class OfficeHostileTests
{
    private static readonly Dictionary<string, byte[]> Seeds = new()
    {
        ["docx"] = Word("<w:p><w:r><w:t>one needle</w:t></w:r></w:p><w:tbl><w:tr><w:tc><w:p><w:r><w:t>cell</w:t></w:r></w:p></w:tc></w:tr></w:tbl>", Part("docProps/core.xml", "<a><b>author</b></a>")),
        ["xlsx"] = Book([("S", "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\"><f>\"e\"</f><v>12.5</v></c></row>")], Strings("needle")),
        ["ods"] = Open("<office:body><office:spreadsheet><table:table table:name=\"S\"><table:table-row><table:table-cell><text:p>needle</text:p></table:table-cell></table:table-row></table:table></office:spreadsheet></office:body>"),
        ["xls"] = Xls(Book(Record(0xFC, Little(1u), Little(1u), [6, 0, 1, .. Wide("needle")]), ("S", Record(0xFD, Cell(0, 0), Little(0u))))),
        ["doc"] = Doc(0, [12], ("one ", false), ("needle\r\r", true)),
        ["ppt"] = Make(("PowerPoint Document", Container(0x03EE, 0, Atom(0x0FA0, Wide("one needle"))))),
        ["msg"] = Make(("__properties_version1.0", [0]), ("__substg1.0_1000001E", Zipping.Text("one\nneedle")), ("__attach_version1.0_#00000000/__substg1.0_37010102", Zipping.Text("e,f\n1,2\n"))),
        ["eml"] = Zipping.Text("From: e\r\nTo: f\r\nSubject: g\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\none\r\nneedle\r\n--b\r\nContent-Disposition: attachment; filename=a\r\nContent-Transfer-Encoding: base64\r\n\r\nZWVlZQ==\r\n--b--\r\n"),
        ["rtf"] = Zipping.Text(@"{\rtf1\ansi one nee\b d\b0 le\par \u8364?\'e4{\*\x left}}"),
    };

    private static readonly uint[] Lies = [uint.MaxValue, 0, 0x7FFF_FFFF, 0xFFFF_FFFE];

    public static TheoryData<string> Formats() => [.. Seeds.Keys];

    [Theory]
    [MemberData(nameof(Formats))]
    public void Any_cut_of_the_stream_gives_the_same_text_and_places(string format)
    {
        var whole = new RecordingSink("needle", "e");
        var expected = Extracting.Read(Seeds[format], whole);
        Assert.Equal(ExtractionState.Scanned, expected.State);
        Assert.Contains(whole.Found, found => found.Word == "needle");
        foreach (var (most, seekable) in new[] { (1, false), (2, true), (7, false) })
        {
            var cut = new RecordingSink("needle", "e");
            var result = Extracting.Read(Seeds[format], cut, seekable: seekable, most: most);
            Assert.Equal((expected.State, expected.Kind, expected.Reason), (result.State, result.Kind, result.Reason));
            Assert.Equal(whole.Segments, cut.Segments);
            Assert.Equal(whole.Found, cut.Found);
        }
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void A_file_cut_short_ends_in_a_state(string format)
    {
        var seed = Seeds[format];
        for (var length = 0; length < seed.Length; length += Math.Max(1, seed.Length / 150))
        {
            var sink = new RecordingSink { Keeps = false };
            Assert.NotEqual((ExtractionState)(-1), Extracting.Read(seed[..length], sink).State);
        }
    }

    [Fact]
    public void Entities_are_not_expanded()
    {
        var bomb = "<!DOCTYPE w [<!ENTITY a \"0123456789\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c SYSTEM \"file:///etc/hostname\">]><document><body><p><r><t>before</t></r></p><p><r><t>&b;</t></r></p><p><r><t>&c;</t></r></p></body></document>";
        var (result, sink) = Extracting.Find(Package(("word/document.xml", bomb)), "before", "0123");
        Assert.Equal(ExtractionState.Partial, result.State);
        Assert.Contains("not well-formed", result.Reason);
        Assert.Equal("before", Assert.Single(sink.Found).Word);
    }

    [Fact]
    public void Elements_nested_without_end_stop_the_part()
    {
        var deep = string.Concat(Enumerable.Repeat("<w:p>", 300_000));
        var (result, sink) = Extracting.Find(Word($"<w:p><w:r><w:t>before</w:t></w:r></w:p>{deep}"), "before");
        Assert.Equal((ExtractionState.Partial, 1), (result.State, sink.Found.Count));
        Assert.Contains("deep in one another", result.Reason);
    }

    [Fact]
    public void Endless_tags_names_and_texts_stay_in_bounds()
    {
        var random = new Random(3);
        var noise = Convert.ToHexString(Enumerable.Range(0, 2_000_000).Select(_ => (byte)random.Next(256)).ToArray());
        var names = string.Concat(Enumerable.Range(0, 60_000).Select(i => $"<n{i}/>"));
        var attributes = string.Concat(Enumerable.Range(0, 200_000).Select(i => $" a{i}=\"{i}\""));
        foreach (var (body, reason) in new[] { ($"<w:x a=\"{noise}\"/>", "longer than 1 MB"), (names, "too many different names"), ($"<w:x{attributes}/>", "") })
        {
            var result = Extracting.Find(Word(body)).Result;
            Assert.Equal(ExtractionState.Partial, result.State);
            Assert.Contains(reason, result.Reason);
        }

        var (whole, sink) = Extracting.Find(Word($"<w:p><w:r><w:t>{noise}needle</w:t></w:r></w:p><w:x>{noise}</w:x>"), "needle");
        Assert.Equal((ExtractionState.Scanned, 1), (whole.State, sink.Found.Count));
    }

    [Fact]
    public void Long_texts_with_escapes_are_whole()
    {
        var text = string.Concat(Enumerable.Range(0, 4000).Select(i => $"{i}&#52;&amp;😀"));
        var plain = string.Concat(Enumerable.Range(0, 4000).Select(i => $"{i}4&😀"));
        Assert.Equal(plain + "\n", Assert.Single(Extracting.Find(Word($"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>")).Sink.Segments));
        Assert.Equal(plain + "\n", Assert.Single(Extracting.Find(Book([("S", "<row><c t=\"s\"><v>0</v></c></row>")], Strings(text))).Sink.Segments));
    }

    [Fact]
    public void One_long_text_repeated_by_many_cells_is_a_bomb()
    {
        var cells = string.Concat(Enumerable.Range(0, 100_000).Select(i => $"<row><c t=\"s\"><v>{i % 2}</v></c></row>"));
        var sink = new RecordingSink { Keeps = false };
        var result = Extracting.Read(Book([("S", cells)], Strings(new string('a', 20_000), "b")), sink);
        Assert.Equal(ExtractionState.Partial, result.State);
        Assert.Contains("repeat the same texts", result.Reason);
        Assert.InRange(sink.Written, 1_000_000, 80_000_000);
    }

    [Fact]
    public void Shared_texts_beyond_memory_go_to_a_file_that_is_gone_afterwards()
    {
        var folder = Directory.CreateTempSubdirectory("dlp-spool");
        try
        {
            var texts = Enumerable.Range(0, 220_000).Select(i => $"text {i} {i * 7919L % 1_000_003} of some length to fill pages").ToArray();
            var order = new Random(5).GetItems([.. Enumerable.Range(0, texts.Length)], 2_000);
            var rows = string.Concat(order.Select(i => $"<row><c t=\"s\"><v>{i}</v></c></row>"));
            var sink = new RecordingSink();
            var result = Extracting.Read(Book([("S", rows)], Strings(texts)), sink, ExtractionLimits.Default with { SpoolFolder = folder.FullName });
            Assert.Equal(ExtractionState.Scanned, result.State);
            Assert.Equal(string.Concat(order.Select(i => texts[i] + "\n")), Assert.Single(sink.Segments));
            Assert.Empty(folder.GetFiles());
        }
        finally
        {
            folder.Delete(true);
        }
    }

    [Fact]
    public void Numbers_that_lie_cost_nothing()
    {
        var clock = Stopwatch.StartNew();
        foreach (var format in new[] { "xls", "doc", "ppt", "msg" })
        {
            var random = new Random(11);
            for (var round = 0; round < 200; round++)
            {
                var bytes = Seeds[format].ToArray();
                for (var i = 0; i < 3; i++)
                {
                    Little(Lies[random.Next(Lies.Length)]).CopyTo(bytes, random.Next(bytes.Length / 4 - 1) * 4);
                }

                var sink = new RecordingSink { Keeps = false };
                Extracting.Read(bytes, sink);
                Assert.InRange(sink.Written, 0, 1_000_000);
            }
        }

        Assert.True(clock.Elapsed < TimeSpan.FromMinutes(1), $"{clock.Elapsed}");
    }

    [Fact]
    public void Streams_that_share_their_sectors_are_read_a_few_times_only()
    {
        var attachments = Enumerable.Range(0, 800).Select(i => ($"__attach_version1.0_#{i:X8}/__substg1.0_37010102", Zipping.Text(i == 0 ? new string('a', 600_000) : new string('b', 4096))));
        var bytes = Make([("__properties_version1.0", [0]), .. attachments]);
        var name = Wide("__substg1.0_37010102\0");
        var first = bytes.AsSpan().IndexOf(name);
        for (var at = first; at >= 0;)
        {
            // Each stream claims the first one's sectors and size.
            bytes.AsSpan(first + 116, 8).CopyTo(bytes.AsSpan(at + 116));
            var next = bytes.AsSpan(at + 128).IndexOf(name);
            at = next < 0 ? -1 : at + 128 + next;
        }

        var sink = new RecordingSink { Keeps = false };
        var result = Extracting.Read(bytes, sink);
        Assert.Equal(ExtractionState.Partial, result.State);
        Assert.InRange(sink.Written, 600_000, (bytes.Length * 8L) + (17 * 1024 * 1024));
    }

    [Fact]
    public void Macros_that_unpack_without_end_are_stopped()
    {
        byte[] chunk = [0x03, 0xB0, 0x02, (byte)'a', 0xFC, 0x0F];
        byte[] module = [9, 9, 1, .. Enumerable.Range(0, 5000).SelectMany(_ => chunk)];
        var sink = new RecordingSink { Keeps = false };
        var result = Extracting.Read(Make(("VBA/dir", Packed(MacroDirectory("M"))), ("VBA/M", module)), sink);
        Assert.Equal(ExtractionState.Partial, result.State);
        Assert.Contains("times its size", result.Reason);
        Assert.InRange(sink.Written, 1_000_000, 8_000_000);
    }
}
