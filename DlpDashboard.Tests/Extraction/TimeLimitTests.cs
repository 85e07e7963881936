using System.IO.Compression;
using DlpDashboard.Detection;
using DlpDashboard.Extraction;
using DlpDashboard.Tests.Extraction.Fuzz;
using DlpDashboard.Tests.Testing;

namespace DlpDashboard.Tests.Extraction;

/// <summary>One object may take so long and no longer.</summary>
public sealed class TimeLimitTests
{
    private static readonly ExtractionLimits Brief = ExtractionLimits.Default with { Time = TimeSpan.FromMilliseconds(100) };

    public static TheoryData<string> Kinds => new(FuzzSeeds.All.Select(seed => seed.Name));

    [Fact]
    public async Task A_stream_that_stalls_ends_as_partial_with_what_came_and_nobody_waits_for_it_any_longer()
    {
        using var extractor = new ObjectExtractor();
        await using var stalled = new StalledStream(Zipping.Text(new string('x', 200_000)));
        var sink = new RecordingSink();
        var result = await extractor.ExtractAsync(stalled, sink, Brief, CancellationToken.None);

        Assert.Equal(ExtractionState.Partial, result.State);
        Assert.Contains("the time limit of one object", result.Reason, StringComparison.Ordinal);
        Assert.Equal("text", result.Kind);
        Assert.Equal(200_000, result.BytesRead);
        Assert.True(Assert.Single(sink.Segments).Length >= 100_000);
        Assert.True(stalled.WasGivenUp);

        // The next object is read as if nothing had been.
        var next = await extractor.ExtractAsync(new MemoryStream(Zipping.Text("name,card\na,b\n")), sink, ExtractionLimits.Default, CancellationToken.None);
        Assert.Equal((ExtractionState.Scanned, null), (next.State, next.Reason));
        Assert.Equal("name,card\na,b\n", sink.Segments[^1]);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Whatever_is_read_when_the_time_is_over_the_open_segment_is_ended_and_nothing_follows(string kind)
    {
        var time = new ToldTime();
        using var extractor = new ObjectExtractor(time: time);
        var sink = new EndingSink(time);
        await using var bytes = new MemoryStream(FuzzSeeds.All.First(seed => seed.Name == kind).Bytes);
        var result = await extractor.ExtractAsync(bytes, sink, ExtractionLimits.Default, CancellationToken.None);

        Assert.False(sink.IsOpen);
        Assert.Equal(0, sink.WrittenAfterwards);
        if (sink.HasBegun)
        {
            Assert.Equal(ExtractionState.Partial, result.State);
            Assert.Contains("the time limit of one object", result.Reason, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task An_endless_object_that_unpacks_to_ever_more_ends()
    {
        using var extractor = new ObjectExtractor();
        await using var endless = new EndlessGzip();
        var unlimited = Brief with { Ratio = int.MaxValue, DecompressedBytes = long.MaxValue / 2 };
        var result = await extractor.ExtractAsync(endless, new RecordingSink { Keeps = false }, unlimited, CancellationToken.None);

        Assert.Equal(ExtractionState.Partial, result.State);
        Assert.Contains("the time limit of one object", result.Reason, StringComparison.Ordinal);
        var read = endless.Given;
        await Task.Yield();
        Assert.Equal(read, endless.Given);
    }

    [Fact]
    public async Task Whoever_gives_up_is_told_so_and_not_that_the_time_is_over()
    {
        using var extractor = new ObjectExtractor();
        using var impatient = new CancellationTokenSource();
        await using var stalled = new StalledStream(Zipping.Text("some text"));
        var reading = extractor.ExtractAsync(stalled, new RecordingSink(), ExtractionLimits.Default, impatient.Token);
        await impatient.CancelAsync();
        var ended = await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await reading);
        Assert.Equal(impatient.Token, ended.CancellationToken);
    }

    [Fact]
    public void A_large_object_has_more_time_and_one_that_keeps_coming_too()
    {
        var time = new ToldTime();
        using var clock = new ObjectClock(time);
        var limits = ExtractionLimits.Default with { Time = TimeSpan.FromMinutes(1) };
        clock.Begin(limits, 120L * 1024 * 1024, CancellationToken.None);
        Assert.Equal(TimeSpan.FromMinutes(3), time.Asked);
        clock.End();

        clock.Begin(limits, 0, CancellationToken.None);
        Assert.Equal(TimeSpan.FromMinutes(1), time.Asked);
        clock.Came(120L * 1024 * 1024);
        Assert.InRange(time.Asked, TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(3));
        clock.End();
    }

    /// <summary>Lets the time run out as soon as a segment begins.</summary>
    private sealed class EndingSink(ToldTime time) : ISegmentSink
    {
        public bool IsOpen { get; private set; }

        public bool HasBegun { get; private set; }

        public long WrittenAfterwards { get; private set; }

        public void Begin(ISegmentMap map)
        {
            Assert.False(HasBegun);
            (IsOpen, HasBegun) = (true, true);
            time.RunOut();
        }

        public void Write(ReadOnlySpan<byte> utf8) => WrittenAfterwards += utf8.Length;

        public void End() => IsOpen = false;
    }

    /// <summary>Gives its bytes and then never answers, until whoever asks gives up.</summary>
    private sealed class StalledStream(byte[] bytes) : ReadOnlyStream
    {
        private int _given;

        public bool WasGivenUp { get; private set; }

        public override int Read(Span<byte> buffer) => throw new NotSupportedException();

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var part = Math.Min(buffer.Length, bytes.Length - _given);
            if (part == 0)
            {
                var never = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
                await using var given = cancellationToken.Register(() =>
                {
                    WasGivenUp = true;
                    never.TrySetCanceled(cancellationToken);
                });
                return await never.Task;
            }

            bytes.AsMemory(_given, part).CopyTo(buffer);
            _given += part;
            return part;
        }
    }

    /// <summary>One gzip member of a megabyte of text after another, without end.</summary>
    private sealed class EndlessGzip : ReadOnlyStream
    {
        private static readonly byte[] Member = Make();

        public long Given { get; private set; }

        public override int Read(Span<byte> buffer)
        {
            for (var i = 0; i < buffer.Length; i++)
            {
                buffer[i] = Member[Given++ % Member.Length];
            }

            return buffer.Length;
        }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => ValueTask.FromResult(Read(buffer.Span));

        private static byte[] Make()
        {
            using var into = new MemoryStream();
            using (var gzip = new GZipStream(into, CompressionLevel.Optimal))
            {
                gzip.Write(Zipping.Text(new string('a', 1024 * 1024)));
            }

            return into.ToArray();
        }
    }
}
