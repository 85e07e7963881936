using System.Text;
using DlpDashboard.Cli.Bench;
using DlpDashboard.Detection;
using DlpDashboard.Detection.Checks;
using DlpDashboard.Samples;

namespace DlpDashboard.Tests.Detection;

public sealed class ChecksTests
{
    private static readonly TextInspector Everything = new(DetectionEngine.Create(floor: Likelihood.VeryUnlikely));

    [Theory]
    [InlineData("payment-card")]
    [InlineData("iban")]
    [InlineData("uk-nhs")]
    [InlineData("es-nif")]
    [InlineData("in-aadhaar")]
    public void One_wrong_digit_is_refused(string id)
    {
        // ISO 7812, ISO 7064 mod 97, mod 11, mod 23 and Verhoeff each find every single wrong digit.
        var dice = new Dice(5);
        var kinds = Enumerable.Range(0, PlantedValues.Count).Where(kind => PlantedValues.Make(kind, new Dice(1)).Detector == id).ToArray();
        for (var i = 0; i < 300; i++)
        {
            var text = PlantedValues.Make(kinds[i % kinds.Length], dice).Text.ToCharArray();
            Assert.Contains(Everything.Inspect(new string(text)), found => found.Detector.Id == id);
            var digits = Enumerable.Range(0, text.Length).Where(at => char.IsAsciiDigit(text[at])).ToArray();
            var place = dice.Of(digits);
            text[place] = (char)('0' + ((text[place] - '0' + 1 + dice.Below(9)) % 10));
            Assert.DoesNotContain(Everything.Inspect(new string(text)), found => found.Detector.Id == id);
        }
    }

    [Fact]
    public void A_token_with_a_wrong_check_is_never_more_than_unlikely()
    {
        var text = DetectorCatalogue.Find("github-token")!.TrueSamples[0].ToCharArray();
        text[10] = text[10] == 'A' ? 'B' : 'A';
        var found = Assert.Single(Everything.Inspect("github token " + new string(text)), detection => detection.Detector.Id == "github-token");
        Assert.True(found.Likelihood <= Likelihood.Unlikely);
    }

    [Theory]
    [InlineData("123456789", 0xCBF43926)]
    [InlineData("The quick brown fox jumps over the lazy dog", 0x414FA339)]
    public void The_token_check_is_the_usual_crc(string text, uint crc)
    {
        Span<byte> check = stackalloc byte[6];
        Crc32Base62.Write(Encoding.ASCII.GetBytes(text), check);
        ulong read = 0;
        foreach (var sign in check)
        {
            read = (read * 62) + (ulong)"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz".IndexOf((char)sign);
        }

        Assert.Equal(crc, read);
    }

    [Theory]
    [InlineData("""{"alg":"x"}""", true)]
    [InlineData("""{ "a" : [1, 2.5e3, {"alg":1}], "alg" : null }""", true)]
    [InlineData("""{"a":{"alg":"x"}}""", false)]
    [InlineData("""{"alg":"x"} x""", false)]
    [InlineData("""{"alg":"x",}""", false)]
    [InlineData("""{"alg":x}""", false)]
    [InlineData("""[[[[[[[[[[[[[[[[""", false)]
    [InlineData("""{"alg":[[[[[[[[[[[[]]]]]]]]]]]]}""", false)]
    [InlineData("""{"alg":"x""", false)]
    [InlineData("""{"alg":"\""", false)]
    [InlineData("", false)]
    public void Json_is_checked_without_exceptions(string text, bool expected) =>
        Assert.Equal(expected, JsonText.IsObjectWith(Encoding.UTF8.GetBytes(text), "alg"u8));

    [Fact]
    public void Entropy_counts_bits_a_byte()
    {
        Assert.Equal(0, Randomness.Entropy("aaaaaaaa"u8));
        Assert.Equal(1, Randomness.Entropy("abababab"u8), 6);
        Assert.Equal(4, Randomness.Entropy("0123456789abcdef"u8), 6);
    }
}
