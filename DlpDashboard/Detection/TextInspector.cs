using System.Buffers;
using System.Text;

namespace DlpDashboard.Detection;

/// <summary>Inspects texts in memory: detections with UTF-16 offsets, lines and columns. Safe to use from several threads.</summary>
public sealed class TextInspector(DetectionEngine engine)
{
    private const int Cut = 32 * 1024;

    /// <summary>All detections of a text, in order. Work and memory are linear in the text.</summary>
    /// <param name="text">The text; half surrogate pairs read as one unknown character.</param>
    /// <param name="showValues">Whether values stand in clear.</param>
    public IReadOnlyList<InspectedDetection> Inspect(string text, bool showValues = false)
    {
        var utf8 = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(text.Length));
        try
        {
            var length = Encoding.UTF8.GetBytes(text, utf8);
            var map = new TextPlaces(utf8.AsMemory(0, length));
            var sink = new Collector(map, showValues);
            using var scanner = engine.CreateScanner(sink);
            scanner.Begin(map);
            for (var at = 0; at < length; at += Cut)
            {
                scanner.Write(utf8.AsSpan(at, Math.Min(Cut, length - at)));
            }

            scanner.End();
            return sink.Found;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(utf8, clearArray: true);
        }
    }

    private sealed class Collector(TextPlaces places, bool showValues) : IDetectionSink
    {
        public List<InspectedDetection> Found { get; } = [];

        void IDetectionSink.Found(in Detection detection)
        {
            var location = places.LocationAt(detection.Start);
            var start = places.UnitsAt(detection.Start);
            var value = Encoding.UTF8.GetString(detection.Value);
            Found.Add(new InspectedDetection(
                detection.Detector, start, start + value.Length, Math.Round(detection.Score, 2), detection.Likelihood,
                showValues ? value : ValueMask.Of(detection.Detector, detection.Value), detection.ReasonNames, location));
        }
    }
}
