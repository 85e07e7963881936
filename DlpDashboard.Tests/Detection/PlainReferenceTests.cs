using System.Text;
using DlpDashboard.Cli.Bench;
using DlpDashboard.Detection;
using DlpDashboard.Detection.Redaction;
using DlpDashboard.Detection.Verification;
using DlpDashboard.Samples;

namespace DlpDashboard.Tests.Detection;

/// <summary>The scanner against a plain slow reference: each detector asked at each place of the whole text, overlaps settled over a sorted list.</summary>
public sealed class PlainReferenceTests
{
    private static readonly DetectionEngine Everything = DetectionEngine.Create(floor: Likelihood.VeryUnlikely);
    private static readonly RuleProbe[] Probes = [.. DetectorCatalogue.All.Select(detector => new RuleProbe(detector))];

    public static TheoryData<string, int> Texts => new() { { "dense", 1 }, { "mixed", 2 }, { "adversarial", 3 }, { "samples", 4 } };

    [Theory]
    [MemberData(nameof(Texts))]
    public void The_scanner_finds_what_the_reference_finds_on_random_cuts(string kind, int seed)
    {
        var text = kind == "samples" ? Encoding.UTF8.GetBytes(Redaction.Redacting.Samples(seed)) : BenchCorpus.Make(kind, 60_000);
        var expected = Reference(text);
        Assert.True(expected.Count > 5);
        var dice = new Dice((ulong)seed);
        for (var time = 0; time < 3; time++)
        {
            var found = ScanStreams.Scan(Everything, text, _ => 1 + dice.Below(9000)).Select(line => string.Join(' ', line.Split(' ').Take(3))).ToList();
            Assert.Equal(expected, found);
        }
    }

    private static List<string> Reference(byte[] text)
    {
        var all = new List<PendingDetection>();
        for (var place = 0; place < Probes.Length; place++)
        {
            var detector = DetectorCatalogue.All[place];
            var readTo = 0;
            for (var from = 0; Probes[place].Next(text, from, ref readTo, out var value); from = value.Anchor + 1)
            {
                var word = detector.Words.FindNear(text, value.Start, value.End);
                if (word > 0 || !value.NeedsSupport)
                {
                    all.Add(new PendingDetection { Start = value.Start, End = value.End, Slot = place, Claim = detector.Claim, Score = word > 0 ? value.SupportedScore : value.Score });
                }
            }
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

        return [.. kept.Select(one => $"{DetectorCatalogue.All[one.Slot].Id} {one.Start}+{one.End - one.Start} {one.Score}")];
    }
}
