using System.Text;
using DlpDashboard.Detection;
using DlpDashboard.Detection.Redaction;
using DlpDashboard.Detection.Verification;
using DlpDashboard.Samples;

namespace DlpDashboard.Tests.Detection;

/// <summary>For each detector with a check: made-up valid values are taken, values with one changed digit are refused as far as the check promises it.</summary>
public sealed class CheckDigitTests
{
    /// <summary>
    /// Checks that let some changed digits through, as their definitions say. Of the first kind two remainders are written as one digit (modulo 11, then modulo 10), or either of two sums
    /// may hold; of the second a weight has a factor in common with the modulus, or a digit stands outside the check.
    /// </summary>
    private static readonly string[] RemaindersMeet =
    [
        "be-national-number", "bg-egn", "co-nit", "cz-birth-number", "ee-personal-code", "gr-afm", "is-kennitala", "jp-my-number", "kr-frn", "kr-rrn", "lt-personal-code", "nz-ird", "pt-nif", "ro-cnp",
        "ua-tax-number", "uk-utr",
    ];

    private static readonly string[] DigitsUnchecked = ["au-acn", "au-medicare", "mx-curp", "th-id", "tw-national-id", "us-dea", "uy-ci"];

    /// <summary>A doctor's field of two digits, and what a card's stripe holds besides its number, stand outside the check.</summary>
    private static readonly string[] MuchUnchecked = ["card-track", "de-lanr"];

    public static TheoryData<string> Checked => [.. DetectorCatalogue.All.Where(HasCheck).Select(detector => detector.Id)];

    [Theory]
    [MemberData(nameof(Checked))]
    public void A_valid_value_is_taken_and_one_changed_digit_is_refused(string id)
    {
        var detector = DetectorCatalogue.Find(id)!;
        var stage = SurrogateStage.Of(detector)!;
        var dice = new Dice(12);
        var (tried, passed) = (0, 0);
        foreach (var value in Made(detector, stage))
        {
            Assert.True(stage.Probe.Sees(stage.Set(value), stage.Start, stage.Start + value.Length, out _), Encoding.ASCII.GetString(value));
            var places = Enumerable.Range(0, value.Length).Where(at => char.IsAsciiDigit((char)value[at])).ToArray();
            for (var time = 0; time < 25; time++)
            {
                var changed = value.ToArray();
                var place = dice.Of(places);
                changed[place] = (byte)('0' + ((changed[place] - '0' + 1 + dice.Below(9)) % 10));
                tried++;
                passed += stage.Probe.Sees(stage.Set(changed), stage.Start, stage.Start + value.Length, out var found) && (found.Flags & ReasonFlags.Checksum) != ReasonFlags.None ? 1 : 0;
            }
        }

        Assert.True(tried >= 300, $"{tried} tried");
        var share = RemaindersMeet.Contains(id) ? 0.05 : DigitsUnchecked.Contains(id) ? 0.12 : MuchUnchecked.Contains(id) ? 0.45 : 0;
        Assert.True(passed <= tried * share, $"{id}: {passed} of {tried} changed values passed");
    }

    /// <summary>Valid values drawn at random from the shapes of the detector's own samples.</summary>
    private static List<byte[]> Made(Detector detector, SurrogateStage stage)
    {
        var values = new List<byte[]>();
        for (var seed = (byte)1; seed <= 6; seed++)
        {
            var key = new byte[32];
            key[0] = seed;
            using var maker = new SurrogateMaker(key, areValid: true);
            foreach (var sample in detector.TrueSamples.Select(Encoding.UTF8.GetBytes))
            {
                var readTo = 0;
                if (stage.Probe.Next(sample, 0, ref readTo, out var found) && (found.Flags & ReasonFlags.Checksum) != ReasonFlags.None)
                {
                    var value = sample[found.Start..found.End];
                    if (stage.Probe.Sees(stage.Set(value), stage.Start, stage.Start + value.Length, out _))
                    {
                        // Kinds without valid surrogates are tried by their samples.
                        var surrogate = maker.Of(detector, value);
                        values.Add(stage.Probe.Sees(stage.Set(surrogate), stage.Start, stage.Start + value.Length, out _) ? surrogate : value);
                    }
                }
            }
        }

        return values;
    }

    private static bool HasCheck(Detector detector)
    {
        var probe = new RuleProbe(detector);
        return detector.TrueSamples.Select(Encoding.UTF8.GetBytes).Any(sample =>
        {
            var readTo = 0;
            return probe.Next(sample, 0, ref readTo, out var found) && (found.Flags & ReasonFlags.Checksum) != ReasonFlags.None && sample.AsSpan(found.Start..found.End).ContainsAnyInRange((byte)'0', (byte)'9');
        });
    }
}
