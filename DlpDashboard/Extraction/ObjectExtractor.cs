using DlpDashboard.Detection;
using DlpDashboard.Extraction.Archives;

namespace DlpDashboard.Extraction;

/// <summary>
/// Turns an object's bytes into text segments: tells the format by content, decodes, unpacks, and keeps a map from text to places.
/// Reads the stream once, in blocks it reuses; memory does not grow with the object. One extractor serves one object at a time; keep one a worker.
/// Completes at once where the stream does.
/// </summary>
/// <param name="onRead">Told of each number of bytes read from the object, for progress; or null.</param>
internal sealed class ObjectExtractor(Action<int>? onRead = null) : IDisposable
{
    /// <summary>Raised when formats are read that were not, or otherwise: objects that did not change are then read again.</summary>
    public const int Revision = 2;

    private readonly BlockPool _pool = new();
    private readonly MeteredStream _metered = new(onRead);
    private ContentReader? _reader;

    /// <summary>The blocks of 128 KB made so far, which are this extractor's memory beside decompressors.</summary>
    public int BlocksMade => _pool.Made;

    /// <summary>
    /// Reads an object. Failures of its stream fly on once the segment so far is ended;
    /// what is wrong with its content is a state. The stream is not disposed.
    /// </summary>
    /// <param name="bytes">The object from its first byte; where it can seek, zips are read in place instead of copied aside.</param>
    /// <param name="sink">Takes the text.</param>
    /// <param name="limits">What archives may cost.</param>
    /// <param name="cancellationToken">Stops between blocks.</param>
    public async ValueTask<ExtractionResult> ExtractAsync(Stream bytes, ISegmentSink sink, ExtractionLimits limits, CancellationToken cancellationToken)
    {
        _reader ??= new ContentReader(_pool);
        _metered.Open(bytes);
        _reader.Reset(sink);
        try
        {
            var outcome = await _reader.ReadAsync(_metered, new ArchiveBudget(limits), 0, null, cancellationToken);
            return new ExtractionResult(outcome.State, outcome.Reason, outcome.Kind, _metered.BytesRead, _reader.TextBytes);
        }
        finally
        {
            _metered.Open(Stream.Null);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _metered.Dispose();
}
