using System.Text;
using DlpDashboard.Detection;
using DlpDashboard.Detection.Redaction;
using DlpDashboard.Samples;

namespace DlpDashboard.Tests.Detection.Redaction;

/// <summary>After redaction nothing is found, whatever the mode; only valid surrogates are meant to be.</summary>
public sealed class RedactThenInspectTests
{
    private static readonly TextInspector Usual = new(DetectionEngine.Create());

    public static TheoryData<int> Choices => [.. Enumerable.Range(0, Redacting.Final.Length)];

    [Theory]
    [MemberData(nameof(Choices))]
    public void Nothing_is_found_in_a_sample_once_redacted(int choice)
    {
        var left = new List<string>();
        foreach (var detector in DetectorCatalogue.All)
        {
            foreach (var sample in detector.TrueSamples)
            {
                Look(sample, choice, left);
            }
        }

        Assert.True(left.Count == 0, string.Join('\n', left.Take(20)));
    }

    [Theory]
    [MemberData(nameof(Choices))]
    public void Nothing_is_found_where_all_samples_stand_in_one_text(int choice)
    {
        var left = new List<string>();
        for (var seed = 1; seed <= 4; seed++)
        {
            Look(Redacting.Samples(seed), choice, left);
        }

        Assert.True(left.Count == 0, string.Join('\n', left.Take(20)));
    }

    [Theory]
    [MemberData(nameof(Choices))]
    public void Nothing_is_found_among_planted_values(int choice)
    {
        var dice = new Dice(77);
        var text = new StringBuilder();
        for (var i = 0; i < 40 * PlantedValues.Count; i++)
        {
            text.Append(PlantedValues.Make(i, dice).Text).Append(i % 7 == 0 ? "\n" : " ");
        }

        var left = new List<string>();
        Look(text.ToString(), choice, left);
        Assert.True(left.Count == 0, string.Join('\n', left.Take(20)));
    }

    private static void Look(string text, int choice, List<string> left)
    {
        var redacted = TextRedactor.Redact(Redacting.Usual, Redacting.Final[choice], text);
        left.AddRange(Usual.Inspect(redacted).Select(found => $"{found.Detector.Id} {found.Score} {string.Join(',', found.Reasons)}: {redacted[Math.Max(0, found.Start - 60)..Math.Min(redacted.Length, found.End + 20)]}"));
    }
}
