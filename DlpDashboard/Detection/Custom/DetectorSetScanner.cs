namespace DlpDashboard.Detection.Custom;

/// <summary>
/// Looks through segments with a <see cref="DetectorSet"/>: one a thread, reused. The detections of each detector come in order; those of built-in and of custom
/// detectors come in turns, as each looks through a stretch of text at a time.
/// </summary>
public sealed class DetectorSetScanner : ISegmentSink, IDisposable
{
    private readonly SegmentScanner _builtIn;
    private readonly CustomScanner? _custom;
    private readonly Gate? _gate;

    internal DetectorSetScanner(DetectorSet set, IDetectionSink sink)
    {
        _gate = set.HasFloors || !set.Exclusions.IsEmpty ? new Gate(set, sink) : null;
        _builtIn = set.Engine.CreateScanner(_gate ?? sink);
        _custom = set.Custom?.CreateScanner(_gate ?? sink);
    }

    /// <summary>Values that exclusion rules left out since the last <see cref="BeginObject"/>.</summary>
    public long LeftOut => _gate?.LeftOut ?? 0;

    /// <summary>The next segments are of this object; null where rules about paths have nothing to look at.</summary>
    /// <param name="key">Its key within its bucket.</param>
    public void BeginObject(string? key) => _gate?.Begin(key);

    /// <inheritdoc/>
    public void Begin(ISegmentMap map)
    {
        _builtIn.Begin(map);
        _custom?.Begin(map);
    }

    /// <inheritdoc/>
    public void Write(ReadOnlySpan<byte> utf8)
    {
        _builtIn.Write(utf8);
        _custom?.Write(utf8);
    }

    /// <inheritdoc/>
    public void End()
    {
        _builtIn.End();
        _custom?.End();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _builtIn.Dispose();
        _custom?.Dispose();
    }

    private sealed class Gate(DetectorSet set, IDetectionSink sink) : IDetectionSink
    {
        private Exclusion[] _paths = [];

        public long LeftOut { get; private set; }

        public void Begin(string? key)
        {
            LeftOut = 0;
            _paths = key is null ? [] : set.Exclusions.PathsOf(key);
        }

        public void Found(in Detection detection)
        {
            if (set.IsBelowFloor(detection.Detector, detection.Likelihood))
            {
                return;
            }

            var detector = detection.Detector;
            if (Array.Exists(_paths, rule => ExclusionSet.IsFor(rule, detector)) || set.Exclusions.HasValue(detector, detection.Value))
            {
                LeftOut++;
                return;
            }

            sink.Found(detection);
        }
    }
}
