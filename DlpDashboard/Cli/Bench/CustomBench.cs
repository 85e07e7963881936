using System.Diagnostics;
using System.Text.Json;
using DlpDashboard.Detection;
using DlpDashboard.Detection.Custom;
using DlpDashboard.Samples;

namespace DlpDashboard.Cli.Bench;

/// <summary>What an organisation's own detectors add to the built-in ones: both are measured in turns, so that a busy machine slows both.</summary>
internal static class CustomBench
{
    /// <summary>Terms of the measured list.</summary>
    public const int Terms = 100_000;

    private const int Rounds = 5;

    private static readonly string[] Patterns =
    [
        @"\bEMP-\d{6}\b", @"\b[A-Z]{3}-\d{4}-[A-Z]{2}\b", @"\bcustomer[ _-]?\d{5,9}\b", @"\b\d{10}\b", @"\binvoice\s+no\.?\s*\d+", "project (?:bluebird|tanager|kite)", @"\b[0-9a-f]{8}-[0-9a-f]{4}\b",
        @"^secret:.+$", @"\bPN\d{7}[A-Z]\b", @"(?:[A-Z]\d){3}",
    ];

    /// <summary>Writes the measurements of a corpus.</summary>
    public static void Write(Utf8JsonWriter writer, byte[] corpus)
    {
        var words = MakeTerms();
        writer.WriteStartObject("custom");
        Write(writer, "words", corpus, [Rule("words", words, wholeWords: true)]);
        Write(writer, "wordsAnywhere", corpus, [Rule("anywhere", words, wholeWords: false)]);
        Write(writer, "onePattern", corpus, [Rule(Patterns[0], 0)]);
        Write(writer, "tenPatterns", corpus, [.. Patterns.Select(Rule)]);
        writer.WriteEndObject();
    }

    private static CustomRule Rule(string id, IReadOnlyList<string> terms, bool wholeWords) =>
        new() { Id = CustomRule.IdPrefix + id, Name = id, Kind = CustomKind.Words, Terms = terms, IsWholeWords = wholeWords };

    private static CustomRule Rule(string pattern, int place) => new() { Id = $"{CustomRule.IdPrefix}pattern-{place}", Name = pattern, Kind = CustomKind.Pattern, Pattern = pattern };

    /// <summary>Names as organisations have them: one or two made-up words, some with a number.</summary>
    private static List<string> MakeTerms()
    {
        var dice = new Dice(17);
        var terms = new HashSet<string>(StringComparer.Ordinal);
        while (terms.Count < Terms)
        {
            var word = dice.Text(5 + dice.Below(8), "abcdefghijklmnoprstuvwyz");
            terms.Add(dice.Below(3) switch { 0 => $"{word} {dice.Text(4 + dice.Below(6), "aeioulnrst")}", 1 => $"{word}{dice.Below(100)}", _ => word });
        }

        return [.. terms];
    }

    private static void Write(Utf8JsonWriter writer, string name, byte[] corpus, IReadOnlyList<CustomRule> rules)
    {
        var without = new CountingLines();
        var with = new CountingLines();
        using var alone = DetectorSet.Of(DetectionEngine.Create()).CreateScanner(without);
        using var together = DetectorSet.Create(new DetectorChoice { Rules = rules }).CreateScanner(with);
        var (seconds, more) = (new double[Rounds], new double[Rounds]);
        long allocated = 0;
        for (var round = -1; round < Rounds; round++)
        {
            var (first, _) = Scan(alone, corpus);
            var (second, bytes) = Scan(together, corpus);
            allocated = bytes;
            if (round >= 0)
            {
                (seconds[round], more[round]) = (first, second);
            }
        }

        Array.Sort(seconds);
        Array.Sort(more);
        writer.WriteStartObject(name);
        writer.WriteNumber("mbPerSecondWithout", Math.Round(corpus.Length / 1e6 / seconds[Rounds / 2], 1));
        writer.WriteNumber("mbPerSecondWith", Math.Round(corpus.Length / 1e6 / more[Rounds / 2], 1));
        writer.WriteNumber("costRatio", Math.Round(more[Rounds / 2] / seconds[Rounds / 2], 2));
        writer.WriteNumber("customDetections", (with.Total - without.Total) / (Rounds + 1));
        writer.WriteNumber("allocatedBytes", allocated);
        writer.WriteEndObject();
    }

    private static (double Seconds, long Allocated) Scan(DetectorSetScanner scanner, byte[] corpus)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var begun = Stopwatch.GetTimestamp();
        scanner.BeginObject(null);
        scanner.Begin(NoMap.Instance);
        for (var at = 0; at < corpus.Length; at += SegmentScanner.LongestWrite)
        {
            scanner.Write(corpus.AsSpan(at, Math.Min(SegmentScanner.LongestWrite, corpus.Length - at)));
        }

        scanner.End();
        return (Stopwatch.GetElapsedTime(begun).TotalSeconds, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private sealed class CountingLines : IDetectionSink
    {
        public long Total { get; private set; }

        public void Found(in Detection.Detection detection) => Total++;
    }
}
