using System.Text;
using DlpDashboard.Detection;
using DlpDashboard.Detection.Custom;
using DlpDashboard.Extraction.Text;
using DlpDashboard.Findings;

namespace DlpDashboard.Scans;

/// <summary>Adds up one object's detections by detector: counts all, keeps the likeliest few as samples, masked at once.</summary>
internal sealed class FindingCollector(ObjectScannerChoice choice, DetectorSet set) : IDetectionSink
{
    private const int LongestShown = 1024;

    private readonly Tally?[] _tallies = new Tally?[set.Indexes];
    private readonly List<int> _seen = [];

    /// <inheritdoc/>
    public void Found(in Detection.Detection detection)
    {
        var tally = _tallies[detection.Detector.Index] ??= new Tally(detection.Detector, set.SeverityOf(detection.Detector));
        if (tally.Count++ == 0)
        {
            _seen.Add(detection.Detector.Index);
        }

        if (detection.Likelihood > tally.Likelihood)
        {
            tally.Likelihood = detection.Likelihood;
        }

        var place = tally.PlaceFor(detection.Likelihood);
        if (place >= 0)
        {
            tally.Keep(place, SampleOf(detection), choice.TellsSpans ? SpanOf(detection) : default);
        }
    }

    /// <summary>Hands over what was found since the last call, and begins anew.</summary>
    public ObjectScanResult Take(ObjectState state, string? reason, long bytesRead)
    {
        if (_seen.Count == 0)
        {
            return new ObjectScanResult(state, reason, bytesRead, []);
        }

        // Too few values of a kind that counts only in numbers are none.
        _seen.RemoveAll(index => !_tallies[index]!.IsEnough());
        _seen.Sort();
        var findings = new SeenFinding[_seen.Count];
        var spans = new IReadOnlyList<TextSpan>[choice.TellsSpans ? _seen.Count : 0];
        for (var i = 0; i < findings.Length; i++)
        {
            var tally = _tallies[_seen[i]]!;
            findings[i] = tally.ToFinding();
            if (choice.TellsSpans)
            {
                spans[i] = [.. tally.Spans];
            }

            tally.Clear();
        }

        _seen.Clear();
        return new ObjectScanResult(state, reason, bytesRead, findings) { Spans = spans };
    }

    private FindingSample SampleOf(in Detection.Detection detection) => new(
        choice.ShowsValues ? Shown(detection.Value) : ValueMask.Of(detection.Detector, detection.Value),
        choice.HashKey.IsEmpty ? "" : Convert.ToHexStringLower(ValueHash.Of(detection.Value, choice.HashKey.Span)),
        detection.Likelihood,
        Math.Round(detection.Score, 2),
        detection.ReasonNames,
        detection.Map.LocationAt(detection.Start));

    private static TextSpan SpanOf(in Detection.Detection detection)
    {
        var start = detection.Map is SegmentMap map ? map.UnitsAt(detection.Start) : 0;
        return new TextSpan(start, start + LinePlace.CountUnits(detection.Value));
    }

    private static string Shown(ReadOnlySpan<byte> value) => Encoding.UTF8.GetString(value[..Math.Min(value.Length, LongestShown)]);

    private sealed class Tally(Detector detector, Severity severity)
    {
        private readonly List<FindingSample> _samples = new(Finding.MaxSamples);

        public long Count { get; set; }

        public Likelihood Likelihood { get; set; }

        public List<TextSpan> Spans { get; } = new(Finding.MaxSamples);

        // Where a sample of this likelihood goes: behind the others while there is room, else in place of the last less likely one; -1 for nowhere.
        public int PlaceFor(Likelihood likelihood) =>
            _samples.Count < Finding.MaxSamples ? _samples.Count : _samples.FindLastIndex(sample => sample.Likelihood < likelihood);

        public void Keep(int place, FindingSample sample, TextSpan span)
        {
            if (place < _samples.Count)
            {
                _samples.RemoveAt(place);
                Spans.RemoveAt(place);
            }

            _samples.Add(sample);
            Spans.Add(span);
        }

        public SeenFinding ToFinding() => new(detector.Id, detector.Category, severity, Likelihood, Count, [.. _samples]);

        /// <summary>Whether there are as many values as the detector wants; if not, they are forgotten.</summary>
        public bool IsEnough()
        {
            var isEnough = Count >= detector.MinimumCount;
            if (!isEnough)
            {
                Clear();
            }

            return isEnough;
        }

        public void Clear()
        {
            (Count, Likelihood) = (0, default);
            _samples.Clear();
            Spans.Clear();
        }
    }
}
