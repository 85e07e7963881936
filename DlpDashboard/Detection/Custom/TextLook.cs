using System.Buffers;
using System.Text;

namespace DlpDashboard.Detection.Custom;

/// <summary>Looks through a text in memory with a <see cref="DetectorSet"/>, as <see cref="TextInspector"/> does with an engine: for trying out.</summary>
public static class TextLook
{
    private const int Cut = 32 * 1024;

    /// <summary>The detections of a text in order, as far as <paramref name="most"/> allows, and how many values rules left out.</summary>
    /// <param name="set">What to look with.</param>
    /// <param name="text">The text; half surrogate pairs read as one unknown character.</param>
    /// <param name="most">At most so many detections are given; further ones are counted.</param>
    /// <param name="showsAll">Whether what is too unlikely to be reported is given too.</param>
    public static TextLookResult At(DetectorSet set, string text, int most, bool showsAll = false)
    {
        var utf8 = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(text.Length));
        try
        {
            var length = Encoding.UTF8.GetBytes(text, utf8);
            var collector = new Collector();
            using var scanner = (showsAll ? set.WithoutFloors() : set).CreateScanner(collector);
            scanner.BeginObject(null);
            scanner.Begin(NoMap.Instance);
            for (var at = 0; at < length; at += Cut)
            {
                scanner.Write(utf8.AsSpan(at, Math.Min(Cut, length - at)));
            }

            scanner.End();
            return Placed(collector, new TextPlaces(utf8.AsMemory(0, length)), most, scanner.LeftOut, set);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(utf8, clearArray: true);
        }
    }

    private static TextLookResult Placed(Collector collector, TextPlaces places, int most, long leftOut, DetectorSet set)
    {
        var few = collector.Found.GroupBy(one => one.Detector).Where(group => group.Count() < group.Key.MinimumCount).Select(group => group.Key).ToHashSet();
        var found = collector.Found.Where(one => !few.Contains(one.Detector)).OrderBy(one => one.Start).ThenByDescending(one => one.End).ToList();

        // Starts rise, so places are counted forwards; ends may lie behind a next start and are told by their characters.
        var shown = found.Take(most).Select(one =>
        {
            var location = places.LocationAt(one.Start);
            var start = places.UnitsAt(one.Start);
            return new InspectedDetection(one.Detector, start, start + one.Units, Math.Round(one.Score, 2), one.Likelihood, one.Value, one.Reasons, location);
        }).ToList();
        return new TextLookResult(shown, found.Count, leftOut, [.. shown.Where(one => set.IsBelowFloor(one.Detector, one.Likelihood))], [.. few]);
    }

    private sealed class Collector : IDetectionSink
    {
        public List<(Detector Detector, long Start, long End, int Units, double Score, Likelihood Likelihood, string Value, IReadOnlyList<string> Reasons)> Found { get; } = [];

        void IDetectionSink.Found(in Detection detection) => Found.Add((
            detection.Detector, detection.Start, detection.Start + detection.Value.Length, Encoding.UTF8.GetCharCount(detection.Value), detection.Score, detection.Likelihood,
            ValueMask.Of(detection.Detector, detection.Value), detection.ReasonNames));
    }
}
