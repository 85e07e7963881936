using System.Text;
using DlpDashboard.Detection;
using DlpDashboard.Extraction;

namespace DlpDashboard.Tests.Extraction;

/// <summary>Short ways to extract in tests.</summary>
internal static class Extracting
{
    public static ExtractionResult Read(byte[] bytes, ISegmentSink sink, ExtractionLimits? limits = null, bool seekable = true, int most = int.MaxValue)
    {
        using var extractor = new ObjectExtractor();
        using var stream = new PartStream(bytes, most, seekable);
        var task = extractor.ExtractAsync(stream, sink, limits ?? ExtractionLimits.Default, CancellationToken.None);
        Assert.True(task.IsCompleted);
        return task.AsTask().GetAwaiter().GetResult();
    }

    public static (ExtractionResult Result, RecordingSink Sink) Find(string text, params string[] words) => Find(Encoding.UTF8.GetBytes(text), words);

    public static (ExtractionResult Result, RecordingSink Sink) Find(byte[] bytes, params string[] words)
    {
        var sink = new RecordingSink(words);
        return (Read(bytes, sink), sink);
    }

    /// <summary>The only place of a word: its key, path, line and column.</summary>
    public static (string Key, string? Path, int? Line, int? Column) PlaceOf(string text, string word)
    {
        var found = Assert.Single(Find(text, word).Sink.Found);
        return (found.Key, found.Location.Path, found.Location.Line, found.Location.Column);
    }
}

/// <summary>A stream that completes at once and gives at most so many bytes a read.</summary>
internal sealed class PartStream(byte[] bytes, int most, bool seekable) : MemoryStream(bytes, writable: false)
{
    public override bool CanSeek => seekable;

    public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, most));

    public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(buffer.Length, most)]);

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        base.ReadAsync(buffer[..Math.Min(buffer.Length, most)], cancellationToken);
}
