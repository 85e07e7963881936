using System.Globalization;
using DlpDashboard.Detection;
using DlpDashboard.Extraction.Archives;

namespace DlpDashboard.Extraction;

/// <summary>
/// Turns an object's bytes into text segments: tells the format by content, decodes, unpacks, and keeps a map from text to places.
/// Reads the stream once, in blocks it reuses; memory does not grow with the object. One extractor serves one object at a time; keep one a worker.
/// Completes at once where the stream does.
/// </summary>
internal sealed class ObjectExtractor : IDisposable
{
    /// <summary>Raised when formats are read that were not, or otherwise: objects that did not change are then read again.</summary>
    public const int Revision = 2;

    private readonly BlockPool _pool = new();
    private readonly ObjectClock _clock;
    private readonly TimedSink _sink;
    private readonly MeteredStream _metered;
    private ContentReader? _reader;

    /// <summary>An extractor without an object.</summary>
    /// <param name="onRead">Told of each number of bytes read from the object, for progress; or null.</param>
    /// <param name="time">The clock of the time limit; null is the machine's.</param>
    public ObjectExtractor(Action<int>? onRead = null, TimeProvider? time = null)
    {
        _clock = new ObjectClock(time ?? TimeProvider.System);
        _sink = new TimedSink(_clock);
        _metered = new MeteredStream(onRead, _clock);
    }

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
        _sink.Open(sink);
        _reader.Reset(_sink);
        _clock.Begin(limits, bytes.CanSeek ? bytes.Length : 0, cancellationToken);
        try
        {
            var outcome = await _reader.ReadAsync(_metered, new ArchiveBudget(limits, _clock.Token), 0, null, _clock.Token);
            return new ExtractionResult(outcome.State, outcome.Reason, outcome.Kind, _metered.BytesRead, _reader.TextBytes);
        }
        catch (OperationCanceledException) when (_clock.IsOver)
        {
            return StopForTime(limits);
        }
        catch (OperationCanceledException stopped) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(stopped.Message, stopped, cancellationToken);
        }
        finally
        {
            _metered.Open(Stream.Null);
            _clock.End();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _metered.Dispose();
        _clock.Dispose();
    }

    /// <summary>What was read counts; the readers were left wherever they stood and are made anew for the next object.</summary>
    private ExtractionResult StopForTime(ExtractionLimits limits)
    {
        _sink.Close();
        var reader = _reader!;
        _reader = null;
        var reason = string.Create(
            CultureInfo.InvariantCulture, $"Reading stopped after {limits.Time.TotalSeconds:N0} seconds, the time limit of one object: the rest was not read. Raise the limit to read more.");
        return new ExtractionResult(ExtractionState.Partial, reason, reader.Kind, _metered.BytesRead, reader.TextBytes);
    }
}
