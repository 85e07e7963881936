using System.Text;
using DlpDashboard.Extraction;
using DlpDashboard.Extraction.Archives;
using DlpDashboard.Extraction.Compression;

namespace DlpDashboard.Tests.Extraction;

public sealed class CompressionTests
{
    private static readonly string[] Streams = ["bzip2", "xz", "xz2", "lzma", "zstd", "lz4"];

    public static TheoryData<string> StreamNames() => [.. Streams];

    [Theory]
    [MemberData(nameof(StreamNames))]
    public void A_stream_is_read_whole_however_it_is_cut(string name)
    {
        foreach (var most in new[] { 1, 3, int.MaxValue })
        {
            var sink = new RecordingSink("needle");
            var result = Extracting.Read(ToolMadeFiles.Get(name), sink, seekable: false, most: most);
            Assert.Equal((ExtractionState.Scanned, name.TrimEnd('2') is "xz" ? "xz" : name), (result.State, result.Kind));
            Assert.Null(result.Reason);
            Assert.Equal(MadeFiles.Lines, Assert.Single(sink.Segments));
            Assert.Equal(101, sink.Found[0].Location.Line);
        }
    }

    [Theory]
    [MemberData(nameof(StreamNames))]
    public void A_stream_cut_short_or_changed_is_never_called_whole(string name)
    {
        var whole = ToolMadeFiles.Get(name);
        for (var length = 16; length < whole.Length; length++)
        {
            // Behind the first of two streams the file may end.
            var (result, sink) = Extracting.Find(whole[..length]);
            Assert.True(result.State != ExtractionState.Scanned || (name is "bzip2" or "xz2" && sink.Segments[0].Length == 1000), $"{name} {length}: {result}");
            Assert.All(sink.Segments, text => Assert.True(MadeFiles.Lines.StartsWith(text, StringComparison.Ordinal) || result.Kind != name));
        }

        for (var at = 20; name != "lzma" && at < whole.Length; at++)
        {
            var changed = whole.ToArray();
            changed[at] ^= 0x10;
            var (result, sink) = Extracting.Find(changed);
            Assert.True(result.State != ExtractionState.Scanned || sink.Segments[0] == MadeFiles.Lines, $"{name} {at}: {result}");
        }
    }

    [Theory]
    [InlineData("zip-lzma")]
    [InlineData("zip-bzip2")]
    [InlineData("zip-deflate64")]
    public void The_other_methods_of_zip_are_read(string name)
    {
        var (result, sink) = Extracting.Find(ToolMadeFiles.Get(name), "needle");
        Assert.Equal((ExtractionState.Scanned, "zip"), (result.State, result.Kind));
        Assert.Equal(MadeFiles.Lines, Assert.Single(sink.Segments));
    }

    [Fact]
    public void A_compressed_stream_without_end_is_stopped()
    {
        foreach (var name in new[] { "bzip2", "xz", "zstd", "lz4" })
        {
            var limits = ExtractionLimits.Default with { RatioFloor = 500, Ratio = 3 };
            var sink = new RecordingSink { Keeps = false };
            var result = Extracting.Read(ToolMadeFiles.Get(name), sink, limits);
            Assert.Equal(ExtractionState.Partial, result.State);
            Assert.Contains("more than 3 times its size", result.Reason);
        }
    }

    [Fact]
    public void Matches_that_reach_behind_what_may_be_kept_end_in_a_reason()
    {
        var budget = new ArchiveBudget(ExtractionLimits.Default with { MemoryBytes = 256 * 1024 });
        using (var window = new SlidingWindow(100_000_000, budget))
        {
            for (var i = 0; i < 1_000_000; i++)
            {
                if (window.Room == 0)
                {
                    window.Begin();
                }

                window.Put((byte)i);
            }

            Assert.Equal(unchecked((byte)(1_000_000 - 5)), window.Back(5));
            Assert.Equal(unchecked((byte)(1_000_000 - 200_000)), window.Back(200_000));
            Assert.Contains("262,144", Assert.Throws<DecoderStopException>(() => window.Back(500_000)).Message);
            Assert.Throws<InvalidDataException>(() => window.Back(1_000_001));
        }

        Assert.True(budget.TryTakeMemory(256 * 1024));
    }

    [Fact]
    public void Snappy_is_read_in_frames()
    {
        // One stored chunk, one with a match, a padding chunk.
        byte[] literal = [11, 10 << 2, .. "the needle "u8];
        byte[] file =
        [
            0xFF, 6, 0, 0, .. "sNaPpY"u8,
            1, 9, 0, 0, 0, 0, 0, 0, .. "text "u8,
            0xFE, 2, 0, 0, 0, 0,
            0, (byte)(literal.Length + 4), 0, 0, 0, 0, 0, 0, .. literal,
        ];
        var (result, sink) = Extracting.Find(file, "needle");
        Assert.Equal((ExtractionState.Scanned, "snappy"), (result.State, result.Kind));
        Assert.Equal("text the needle ", Assert.Single(sink.Segments));
        byte[] repeated = [10, 1 << 2, (byte)'a', (byte)'b', 1 | (4 << 2), 2];
        var output = new byte[10];
        SnappyBlock.Decode(repeated, output);
        Assert.Equal("ababababab", Encoding.ASCII.GetString(output));
        Assert.Throws<InvalidDataException>(() => SnappyBlock.Decode([10, 1 << 2, (byte)'a', (byte)'b', 1 | (4 << 2), 3], output));
    }

    [Theory]
    [InlineData("zstd")]
    [InlineData("xz")]
    public void Many_small_streams_cost_the_memory_of_one(string name)
    {
        var one = ToolMadeFiles.Get(name);
        var bytes = Enumerable.Repeat(one, 2000).SelectMany(part => part).ToArray();
        var sink = new RecordingSink { Keeps = false };
        var before = GC.GetAllocatedBytesForCurrentThread();
        var result = Extracting.Read(bytes, sink);
        Assert.Equal((ExtractionState.Scanned, 2000L * MadeFiles.Lines.Length), (result.State, sink.Written));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 20_000_000);
    }

    [Fact]
    public void Formats_that_need_a_dictionary_say_so()
    {
        byte[] zstd = [0x28, 0xB5, 0x2F, 0xFD, 0x21, 7, 5, 1, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9];
        var result = Extracting.Find(zstd).Result;
        Assert.Equal(ExtractionState.Partial, result.State);
        Assert.Contains("dictionary", result.Reason);
    }
}
