using System.Diagnostics;
using System.Text.Json;
using DlpDashboard.Detection;
using DlpDashboard.Detection.Redaction;
using DlpDashboard.Detection.Verification;
using DlpDashboard.Samples;

namespace DlpDashboard.Cli.Bench;

/// <summary>
/// The same rules without the core: each detector is asked at each place of the whole text, overlaps are settled over a sorted list. Slow and plain, so that what the core finds can be
/// held against it.
/// </summary>
internal static class ReferenceLoop
{
    /// <summary>Everything that is found, whatever its likelihood: detector, place, length and score, in order.</summary>
    public static List<string> Find(ReadOnlySpan<byte> text)
    {
        var all = new List<PendingDetection>();
        foreach (var detector in DetectorCatalogue.All)
        {
            Ask(detector, text, all);
        }

        all.Sort((left, right) => left.Precedes(right) ? -1 : right.Precedes(left) ? 1 : 0);
        var kept = new List<PendingDetection>();
        foreach (var next in all)
        {
            if (kept.Count == 0 || next.Start >= kept[^1].End)
            {
                kept.Add(next);
            }
            else if (next.Beats(kept[^1]))
            {
                kept[^1] = next;
            }
        }

        return [.. kept.Select(one => Line(DetectorCatalogue.All[one.Slot], one.Start, (int)(one.End - one.Start), one.Score))];
    }

    /// <summary>Writes how fast it is over a text, how many times as fast the core is, and whether the core finds the same there: cut as files are read, and cut anywhere.</summary>
    public static void Write(Utf8JsonWriter writer, ReadOnlySpan<byte> text, double speed)
    {
        var begun = Stopwatch.GetTimestamp();
        var expected = Find(text);
        var loop = text.Length / 1e6 / Stopwatch.GetElapsedTime(begun).TotalSeconds;
        var dice = new Dice(5);
        writer.WriteStartObject("reference");
        writer.WriteNumber("mbPerSecond", Math.Round(loop, 2));
        writer.WriteNumber("ratio", Math.Round(speed / loop, 1));
        writer.WriteNumber("bytes", text.Length);
        writer.WriteNumber("detections", expected.Count);
        writer.WriteBoolean("isEqual", expected.SequenceEqual(Scan(text, () => SegmentScanner.LongestWrite)));
        writer.WriteBoolean("isEqualOnRandomCuts", expected.SequenceEqual(Scan(text, () => 1 + dice.Below(40_000))));
        writer.WriteEndObject();
    }

    private static List<string> Scan(ReadOnlySpan<byte> text, Func<int> cut)
    {
        var lines = new Lines();
        using var scanner = DetectionEngine.Create(floor: Likelihood.VeryUnlikely).CreateScanner(lines);
        scanner.Begin(NoMap.Instance);
        while (!text.IsEmpty)
        {
            var part = Math.Min(cut(), text.Length);
            scanner.Write(text[..part]);
            text = text[part..];
        }

        scanner.End();
        return lines.All;
    }

    private static void Ask(Detector detector, ReadOnlySpan<byte> text, List<PendingDetection> all)
    {
        var probe = new RuleProbe(detector);
        var readTo = 0;
        for (var from = 0; probe.Next(text, from, ref readTo, out var value); from = value.Anchor + 1)
        {
            var isSupported = detector.Words.FindNear(text, value.Start, value.End) > 0;
            if (isSupported || !value.NeedsSupport)
            {
                all.Add(new PendingDetection { Start = value.Start, End = value.End, Slot = detector.Index, Claim = detector.Claim, Score = isSupported ? value.SupportedScore : value.Score });
            }
        }
    }

    private static string Line(Detector detector, long start, int length, double score) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{detector.Id} {start}+{length} {score}");

    private sealed class Lines : IDetectionSink
    {
        public List<string> All { get; } = [];

        public void Found(in Detection.Detection detection) => All.Add(Line(detection.Detector, detection.Start, detection.Value.Length, detection.Score));
    }
}
