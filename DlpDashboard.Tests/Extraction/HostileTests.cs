using System.Diagnostics;
using System.Text;
using DlpDashboard.Detection;
using DlpDashboard.Extraction;

namespace DlpDashboard.Tests.Extraction;

public sealed class HostileTests
{
    private static readonly Dictionary<string, byte[]> Seeds = new()
    {
        ["csv"] = Zipping.Text("name,mail\n\"a \"\"b\"\"\nc\",x@example.com\nd,y@example.com\n"),
        ["json"] = Zipping.Text("{\"a\":[1,{\"b\":\"\\u0040\\n\\uD83D\\uDE00\"},null],\"c\":{\"d\":\"x@example.com\"}}"),
        ["ndjson"] = Zipping.Text("{\"a\":\"1\"}\n{\"a\":\"\\\\\"}\n{\"a\":[true]}\n"),
        ["yaml"] = Zipping.Text("a:\n  - b: 1\n    c: \"1e\"\n  - d: e=1\n"),
        ["ini"] = Zipping.Text("[one]\ne = 1\nf = \\e\n[two]\ne=1\n"),
        ["xml"] = Zipping.Text("<?xml version=\"1.0\"?><r e='1'><e>&#101;1</e><!-- e --><![CDATA[1e]]></r>"),
        ["html"] = Zipping.Text("<!DOCTYPE html><p>e<b>1</b>\n<table><tr><th>e<tr><td title=e>1</table><script>e = 1;</script>"),
        ["sjis"] = System.Text.CodePagesEncodingProvider.Instance.GetEncoding(932)!.GetBytes("e: 1\nお客様のカード番号は\ne 1\n"),
        ["utf32"] = [0xFF, 0xFE, 0, 0, .. Encoding.UTF32.GetBytes("e = 1, and e again")],
        ["utf16"] = [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("line one\r\nline 😀 two\r\n")],
        ["gzip"] = [.. Zipping.Gzip("some text, and some more"), .. Zipping.Gzip("a second member")],
        ["zip"] = Zipping.Zip(("a.txt", Zipping.Text("text")), ("b/c.json", Zipping.Text("{\"a\":\"\\u0041\"}")), ("d.gz", Zipping.Gzip("inside"))),
    };

    public static TheoryData<string> Formats() => [.. Seeds.Keys];

    [Theory]
    [MemberData(nameof(Formats))]
    public void Any_cut_of_the_stream_gives_the_same_segments_and_places(string format)
    {
        foreach (var seekable in new[] { true, false })
        {
            var whole = new RecordingSink("e", "\\", "1");
            var expected = Extracting.Read(Seeds[format], whole, seekable: seekable);
            foreach (var most in new[] { 1, 2, 3, 7 })
            {
                var cut = new RecordingSink("e", "\\", "1");
                var result = Extracting.Read(Seeds[format], cut, seekable: seekable, most: most);
                Assert.Equal((expected.State, expected.Kind, expected.Reason), (result.State, result.Kind, result.Reason));
                Assert.Equal(whole.Segments, cut.Segments);
                Assert.Equal(whole.Found, cut.Found);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void Damaged_input_ends_in_a_state_within_bounds(string format)
    {
        var random = new Random(42);
        var seed = Seeds[format];
        var limits = ExtractionLimits.Default with { DecompressedBytes = 1_000_000, Entries = 100 };
        using var extractor = new ObjectExtractor();
        var clock = Stopwatch.StartNew();
        for (var round = 0; round < 600; round++)
        {
            var bytes = Mutate(seed, random);
            using var stream = new PartStream(bytes, round % 5 == 0 ? 3 : int.MaxValue, round % 2 == 0);
            var sink = new AskingSink();
            var task = extractor.ExtractAsync(stream, sink, limits, CancellationToken.None);
            Assert.True(task.IsCompletedSuccessfully, $"{format} {round}: {task.AsTask().Exception}");
            Assert.Equal(sink.Begun, sink.Ended);
        }

        Assert.InRange(extractor.BlocksMade, 0, 24);
        Assert.True(clock.Elapsed < TimeSpan.FromMinutes(2), $"{clock.Elapsed}");
    }

    [Fact]
    public void A_large_object_streams_in_the_memory_of_a_small_one()
    {
        foreach (var unit in new[] { "plain text, some of it\n", "{\"a\":\"\\u0041 value\"}\n", "id,name\n", "\u0416" })
        {
            using var extractor = new ObjectExtractor();
            var sink = new RecordingSink { Keeps = false };
            using var stream = new RepeatedStream(Encoding.UTF8.GetBytes(unit), 50_000_000);
            var before = GC.GetAllocatedBytesForCurrentThread();
            var task = extractor.ExtractAsync(stream, sink, ExtractionLimits.Default, CancellationToken.None);
            var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            Assert.True(task.IsCompletedSuccessfully);
            Assert.InRange(extractor.BlocksMade, 2, 10);
            Assert.InRange(allocated, 0, 4_000_000);
        }
    }

    [Fact]
    public void Small_objects_cost_next_to_no_memory()
    {
        using var extractor = new ObjectExtractor();
        var sink = new RecordingSink { Keeps = false };
        var bytes = Zipping.Text("a small text\nof two lines");
        using var stream = new MemoryStream(bytes);
        Read(extractor, stream, sink);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
        {
            Read(extractor, stream, sink);
        }

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 100 * 600);
    }

    [Fact]
    public void What_was_read_before_the_stream_broke_is_text()
    {
        using var extractor = new ObjectExtractor();
        var sink = new AskingSink();
        using var stream = new BrokenStream();
        Assert.True(extractor.ExtractAsync(stream, sink, ExtractionLimits.Default, CancellationToken.None).AsTask().Exception?.InnerException is IOException);
        Assert.Equal((1, 1), (sink.Begun, sink.Ended));
    }

    private static void Read(ObjectExtractor extractor, MemoryStream stream, ISegmentSink sink)
    {
        stream.Position = 0;
        var extraction = extractor.ExtractAsync(stream, sink, ExtractionLimits.Default, CancellationToken.None).AsTask();
        Assert.True(extraction.IsCompletedSuccessfully);
    }

    private static byte[] Mutate(byte[] seed, Random random)
    {
        var bytes = seed.ToList();
        for (var changes = random.Next(1, 6); changes > 0 && bytes.Count > 0; changes--)
        {
            var at = random.Next(bytes.Count);
            switch (random.Next(5))
            {
                case 0:
                    bytes[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 1:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 2:
                    bytes.RemoveRange(at, random.Next(Math.Min(8, bytes.Count - at)));
                    break;
                case 3:
                    bytes.InsertRange(at, seed.Take(random.Next(20)));
                    break;
                default:
                    bytes.RemoveRange(at, bytes.Count - at);
                    break;
            }
        }

        return [.. bytes];
    }
}

/// <summary>Asks the map for everything that may be asked, in and out of order.</summary>
internal sealed class AskingSink : ISegmentSink
{
    private ISegmentMap _map = NoMap.Instance;
    private long _length;

    public int Begun { get; private set; }

    public int Ended { get; private set; }

    public void Begin(ISegmentMap map)
    {
        (_map, _length) = (map, 0);
        Begun++;
    }

    public void Write(ReadOnlySpan<byte> utf8)
    {
        _length += utf8.Length;
        Ask();
    }

    public void End()
    {
        Ask();
        Ended++;
    }

    private void Ask()
    {
        for (var step = 0L; step < Math.Min(_length, 300); step++)
        {
            var offset = step % 3 == 0 ? step : _length - 1 - (step * 7 % _length);
            Assert.True(_map.LocationAt(offset).Line >= 1);
            Assert.InRange(_map.KeyAt(offset).Length, 0, 256);
        }
    }
}

/// <summary>The same bytes over and over, up to a length.</summary>
internal sealed class RepeatedStream(byte[] unit, long length) : MemoryStream
{
    private long _given;

    public override bool CanSeek => false;

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = (int)Math.Min(buffer.Length, length - _given);
        for (var at = 0; at < read;)
        {
            var from = (int)((_given + at) % unit.Length);
            var part = Math.Min(unit.Length - from, read - at);
            unit.AsSpan(from, part).CopyTo(buffer.Span[at..]);
            at += part;
        }

        _given += read;
        return ValueTask.FromResult(read);
    }
}

/// <summary>Gives a block of text, then fails.</summary>
internal sealed class BrokenStream : MemoryStream
{
    private bool _isBroken;

    public override bool CanSeek => false;

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_isBroken)
        {
            throw new IOException("cut");
        }

        _isBroken = buffer.Length <= BlockPool.BlockSize;
        buffer.Span.Fill((byte)'x');
        return ValueTask.FromResult(buffer.Length);
    }
}
