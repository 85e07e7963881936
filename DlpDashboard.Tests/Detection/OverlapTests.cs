using System.Text;
using DlpDashboard.Detection;
using DlpDashboard.Samples;

namespace DlpDashboard.Tests.Detection;

/// <summary>Values of all pairs of detectors, apart and upon each other.</summary>
public sealed class OverlapTests
{
    private static readonly TextInspector Everything = new(DetectionEngine.Create(floor: Likelihood.VeryUnlikely));

    [Fact]
    public void Values_of_any_two_detectors_do_not_disturb_each_other()
    {
        var samples = DetectorCatalogue.All.Select(detector => detector.TrueSamples[0]).ToArray();
        var alone = samples.Select(sample => Found(sample)).ToArray();
        var wrong = new List<string>();
        for (var first = 0; first < samples.Length; first++)
        {
            // The words between keep those of one out of reach of the other.
            var text = new StringBuilder();
            var expected = new List<string>();
            for (var second = 0; second < samples.Length; second++)
            {
                text.Append(samples[first]).Append(Between).Append(samples[second]).Append(Between);
                expected.AddRange(alone[first]);
                expected.AddRange(alone[second]);
            }

            var found = Found(text.ToString());
            if (!found.SequenceEqual(expected))
            {
                wrong.Add($"{DetectorCatalogue.All[first].Id}: {found.Except(expected).FirstOrDefault()} {expected.Except(found).FirstOrDefault()}");
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong.Take(20)));
    }

    [Fact]
    public void Values_of_any_two_detectors_side_by_side_are_reported_apart_and_in_order()
    {
        var samples = DetectorCatalogue.All.Select(detector => detector.TrueSamples[0]).ToArray();
        foreach (var first in samples)
        {
            foreach (var text in samples.Chunk(16).Select(some => string.Join(' ', some.Select(second => $"{first} {second}"))))
            {
                var found = Everything.Inspect(text);
                Assert.All(found.Zip(found.Skip(1)), pair => Assert.True(pair.First.End <= pair.Second.Start));
            }
        }
    }

    [Fact]
    public void No_card_is_found_within_an_iban_whatever_its_digits()
    {
        var dice = new Dice(5);
        for (var i = 0; i < 500; i++)
        {
            var iban = Iban("DE", PlantedValues.Card(dice, "") + "00");
            var found = Everything.Inspect($"pay card {iban} now");
            Assert.Equal("iban", Assert.Single(found).Detector.Id);
        }
    }

    [Theory]
    [InlineData("ssn {0}-1")]
    [InlineData("ssn 1-{0}")]
    [InlineData("ssn 1{0}")]
    [InlineData("ssn {0}1")]
    [InlineData("ssn 12.{0}")]
    public void No_ssn_is_found_within_a_longer_number(string around)
    {
        var dice = new Dice(2);
        for (var i = 0; i < 200; i++)
        {
            var ssn = $"{1 + dice.Below(600):000}-{1 + dice.Below(99):00}-{1 + dice.Below(9998):0000}";
            Assert.DoesNotContain(Everything.Inspect(string.Format(System.Globalization.CultureInfo.InvariantCulture, around, ssn)), found => found.Detector.Id == "us-ssn");
        }
    }

    private static readonly string Between = "\n." + string.Concat(Enumerable.Repeat(" zzz", 300)) + "\nzzz\n";

    private static List<string> Found(string text) => [.. Everything.Inspect(text, showValues: true).Select(found => $"{found.Detector.Id} {found.Score} {found.Value}")];

    private static string Iban(string country, string account)
    {
        var rest = 0;
        foreach (var sign in account + country + "00")
        {
            rest = char.IsAsciiDigit(sign) ? ((rest * 10) + sign - '0') % 97 : ((rest * 100) + sign - 'A' + 10) % 97;
        }

        return $"{country}{98 - rest:00}{account}";
    }
}
