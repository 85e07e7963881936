using System.Text;
using DlpDashboard.Cli.Bench;
using DlpDashboard.Detection;
using DlpDashboard.Samples;

namespace DlpDashboard.Tests.Detection;

/// <summary>The scanner against a plain slow reference: each detector asked at each place of the whole text, overlaps settled over a sorted list.</summary>
public sealed class PlainReferenceTests
{
    private static readonly DetectionEngine Everything = DetectionEngine.Create(floor: Likelihood.VeryUnlikely);

    public static TheoryData<string, int> Texts => new() { { "dense", 1 }, { "mixed", 2 }, { "adversarial", 3 }, { "samples", 4 } };

    [Theory]
    [MemberData(nameof(Texts))]
    public void The_scanner_finds_what_the_reference_finds_on_random_cuts(string kind, int seed)
    {
        var text = kind == "samples" ? Encoding.UTF8.GetBytes(Redaction.Redacting.Samples(seed)) : BenchCorpus.Make(kind, 60_000);
        var expected = ReferenceLoop.Find(text);
        Assert.True(expected.Count > 5);
        var dice = new Dice((ulong)seed);
        for (var time = 0; time < 3; time++)
        {
            var found = ScanStreams.Scan(Everything, text, _ => 1 + dice.Below(9000)).Select(line => string.Join(' ', line.Split(' ').Take(3))).ToList();
            Assert.Equal(expected, found);
        }
    }
}
