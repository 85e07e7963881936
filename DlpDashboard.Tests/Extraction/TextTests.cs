using System.Text;
using DlpDashboard.Extraction;
using DlpDashboard.Extraction.Text;

namespace DlpDashboard.Tests.Extraction;

public sealed class TextTests
{
    private const string Sample = "Grüße, 東京\r\n😀 needle here\nend";

    public static TheoryData<string, byte[]> Encodings() => new()
    {
        { "UTF-8", Encoding.UTF8.GetBytes(Sample) },
        { "UTF-8 with a mark", [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Sample)] },
        { "UTF-16 LE with a mark", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Sample)] },
        { "UTF-16 BE with a mark", [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(Sample)] },
        { "UTF-16 LE", Encoding.Unicode.GetBytes(Sample) },
        { "UTF-16 BE", Encoding.BigEndianUnicode.GetBytes(Sample) },
    };

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Every_encoding_gives_the_same_text_and_place(string encoding, byte[] bytes)
    {
        Assert.NotEmpty(encoding);
        var (result, sink) = Extracting.Find(bytes, "needle");
        Assert.Equal(ExtractionState.Scanned, result.State);
        Assert.Null(result.Reason);
        Assert.Equal("text", result.Kind);
        Assert.Equal(bytes.Length, result.BytesRead);
        Assert.Equal(Sample, Assert.Single(sink.Segments));
        var found = Assert.Single(sink.Found);
        Assert.Equal((2, 4), (found.Location.Line, found.Location.Column));
        Assert.Null(found.Location.Path);
        Assert.Null(found.Location.Entry);
    }

    [Fact]
    public void Windows_1252_becomes_utf8()
    {
        var (result, sink) = Extracting.Find([.. "Stra"u8, 0xDF, .. "e 5 "u8, 0x80, .. " 100 needle"u8], "needle");
        Assert.Equal(ExtractionState.Scanned, result.State);
        Assert.Equal("Straße 5 € 100 needle", Assert.Single(sink.Segments));
        Assert.Equal(16, sink.Found[0].Location.Column);
    }

    [Fact]
    public void One_bad_byte_spoils_its_block_only()
    {
        var good = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("äöü ", (BlockPool.BlockSize / 7) + 1)));
        var (_, sink) = Extracting.Find([.. good[..BlockPool.BlockSize], 0xFF, .. "ü needle"u8], "needle");
        Assert.StartsWith("äöü äöü", sink.Segments[0]);
        Assert.EndsWith("ÿÃ¼ needle", sink.Segments[0]);
        Assert.Single(sink.Found);
    }

    [Theory]
    [InlineData("a\nb\nneedle", 3, 1)]
    [InlineData("a\r\nb\r\n needle", 3, 2)]
    [InlineData("a\rb\rneedle", 3, 1)]
    [InlineData("\n\r\n\rneedle", 4, 1)]
    [InlineData("😀é needle", 1, 5)]
    [InlineData("needle", 1, 1)]
    public void Lines_and_columns_count_as_editors_do(string text, int line, int column)
    {
        var place = Extracting.PlaceOf(text, "needle");
        Assert.Equal((line, column), (place.Line, place.Column));
    }

    [Fact]
    public void Places_are_right_far_into_a_large_text()
    {
        var random = new Random(5);
        var text = new StringBuilder();
        var (line, column) = (1, 1);
        var expected = new List<(int?, int?)>();
        while (text.Length < 600_000)
        {
            var word = random.Next(12) switch { 0 => "\r\n", 1 => "\n", 2 => "😀", 3 => "é", 4 => "needle", 5 => "\r", _ => new string('x', random.Next(30)) };
            if (word == "\n" && text.Length > 0 && text[^1] == '\r')
            {
                continue;
            }

            if (word == "needle")
            {
                expected.Add((line, column));
            }

            text.Append(word);
            (line, column) = word is "\n" or "\r" or "\r\n" ? (line + 1, 1) : (line, column + word.Length);
        }

        var sink = Extracting.Find(text.ToString(), "needle").Sink;
        Assert.Equal(expected, sink.Found.Select(f => (f.Location.Line, f.Location.Column)));
    }

    [Fact]
    public void Utf16_units_are_counted_whatever_the_length_and_cut()
    {
        var bytes = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("aé東😀", 40)));
        for (var cut = 0; cut < bytes.Length; cut++)
        {
            Assert.Equal(40 * 5, LinePlace.CountUnits(bytes.AsSpan(0, cut)) + LinePlace.CountUnits(bytes.AsSpan(cut)));
        }
    }

    [Fact]
    public void An_empty_object_is_scanned()
    {
        var (result, sink) = Extracting.Find([]);
        Assert.Equal((ExtractionState.Scanned, "empty"), (result.State, result.Kind));
        Assert.Empty(sink.Segments);
    }

    public static TheoryData<string, byte[]> Binaries() => new()
    {
        { "png", [0x89, .. "PNG\r\n"u8, 0x1A, 0x0A] },
        { "jpeg", [0xFF, 0xD8, 0xFF, 0xE0] },
        { "elf", [0x7F, .. "ELF"u8, 2, 1, 1] },
        { "orc", [.. "ORC"u8, 0x15, 0, 0x15, 0, 1, 2, 3] },
        { "pe", [.. "MZ"u8, 0x90, 0, 3, 0, 0, 0, 4, 0, 0, 0xFF] },
        { "binary", [0, 1, 2, 3, 4, 5, 0, 0, 9, 1] },
    };

    [Theory]
    [MemberData(nameof(Binaries))]
    public void Formats_that_are_not_read_are_named(string kind, byte[] bytes)
    {
        var (result, sink) = Extracting.Find(bytes);
        Assert.Equal((ExtractionState.Unsupported, kind), (result.State, result.Kind));
        Assert.EndsWith("not read.", result.Reason);
        Assert.Empty(sink.Segments);
    }

    [Theory]
    [InlineData("MZ is a pair of letters")]
    [InlineData("BMW and BM")]
    [InlineData("PAR1 needle")]
    [InlineData("one stray \0 control in a log line of more than fifty bytes is text")]
    public void Letters_that_a_format_begins_with_are_still_text(string text) =>
        Assert.Equal(ExtractionState.Scanned, Extracting.Find(text).Result.State);
}
