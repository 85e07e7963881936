using System.Text;
using DlpDashboard.Detection;
using DlpDashboard.Detection.Custom;
using static DlpDashboard.Tests.Detection.Custom.CustomStreams;

namespace DlpDashboard.Tests.Detection.Custom;

public sealed class DetectorSetTests
{
    private const string Text = "card 4111 1111 1111 1111, mail someone@company.example, EMP-123456, EMP-222222";

    private static readonly byte[] Key = new byte[ValueHash.KeyLength];

    private static CustomRule Employee => Pattern(@"\bEMP-\d{6}\b", "custom-employee");

    [Fact]
    public void Built_in_and_custom_detectors_look_side_by_side() => Assert.Equal(["payment-card", "email", "custom-employee", "custom-employee"], Ids(new DetectorChoice { Rules = [Employee] }));

    [Fact]
    public void What_is_switched_off_or_not_wanted_is_not_reported()
    {
        var off = new DetectorChoice { Rules = [Employee], Rulings = [new DetectorRuling("email", IsOn: false, null, null)] };
        Assert.Equal(["payment-card", "custom-employee", "custom-employee"], Ids(off));
        Assert.Equal(["custom-employee", "custom-employee"], Ids(off with { Wanted = ["custom-employee", "email", "custom-gone"] }));
        Assert.Equal(["payment-card"], Ids(off with { Wanted = ["pack-payment"] }));
    }

    [Fact]
    public void A_floor_of_its_own_lifts_or_lowers_one_detector_alone()
    {
        const string Weak = "943 476 5919 and someone@company.example";
        var usual = TextLook.At(DetectorSet.Create(new DetectorChoice()), Weak, 100).Detections.Single(one => one.Detector.Id == "uk-nhs").Likelihood;
        Assert.Contains("uk-nhs", Ids(new DetectorChoice(), Weak));
        Assert.DoesNotContain("uk-nhs", Ids(new DetectorChoice { Rulings = [new DetectorRuling("uk-nhs", IsOn: true, usual + 1, null)] }, Weak));
        var lowered = Ids(new DetectorChoice { Rulings = [new DetectorRuling("uk-nhs", IsOn: true, Likelihood.VeryUnlikely, null)] }, "9434765919 and 123-45-6788");
        Assert.Contains("uk-nhs", lowered);
        Assert.DoesNotContain("us-ssn", lowered);
    }

    [Fact]
    public void Severity_is_the_organisations()
    {
        var set = DetectorSet.Create(new DetectorChoice { Rulings = [new DetectorRuling("email", IsOn: true, null, Severity.Critical)] });
        Assert.Equal(Severity.Critical, set.SeverityOf(DetectorCatalogue.Find("email")!));
        Assert.Equal(DetectorCatalogue.Find("iban")!.DefaultSeverity, set.SeverityOf(DetectorCatalogue.Find("iban")!));
    }

    [Theory]
    [InlineData("4111111111111111", "", 3, 1)]
    [InlineData("SOMEONE@company.example", "email", 3, 1)]
    [InlineData("SOMEONE@company.example", "payment-card", 4, 0)]
    [InlineData("emp-123456", "custom-employee", 3, 1)]
    public void An_exact_value_is_known_by_its_hash_and_left_out(string value, string detector, int left, int excluded)
    {
        var rule = new Exclusion { Kind = ExclusionKind.Value, Hash = ExcludedValue.HashOf(value, Key), Detectors = detector.Length == 0 ? [] : [detector] };
        var result = TextLook.At(DetectorSet.Create(new DetectorChoice { Rules = [Employee], Exclusions = [rule], HashKey = Key }), Text, 100);
        Assert.Equal((left, excluded), (result.Count, (int)result.LeftOut));
    }

    [Fact]
    public void Values_that_fit_an_expression_whole_are_left_out()
    {
        var choice = new DetectorChoice { Rules = [Employee], HashKey = Key };
        Assert.Equal(["payment-card", "email", "custom-employee"], Ids(choice with { Exclusions = [new Exclusion { Kind = ExclusionKind.ValuePattern, Pattern = "emp-1.*" }] }));
        Assert.Equal(4, Ids(choice with { Exclusions = [new Exclusion { Kind = ExclusionKind.ValuePattern, Pattern = "company|EMP" }] }).Count);
    }

    [Theory]
    [InlineData("*/fixtures/*", "src/fixtures/a.txt", true)]
    [InlineData("*/Fixtures/*", "src/fixtures/a.txt", true)]
    [InlineData("*.sample.txt", "deep/in/a.sample.txt", true)]
    [InlineData("*/fixtures/*", "fixtures.txt", false)]
    public void Objects_are_left_out_by_their_path(string glob, string key, bool isExcluded)
    {
        var set = DetectorSet.Create(new DetectorChoice { Exclusions = [new Exclusion { Kind = ExclusionKind.Path, Pattern = glob, Detectors = ["email"] }] });
        var sink = new Collected();
        using var scanner = set.CreateScanner(sink);
        scanner.BeginObject(key);
        scanner.Begin(NoMap.Instance);
        scanner.Write(Encoding.UTF8.GetBytes(Text));
        scanner.End();
        Assert.Equal(isExcluded ? 1 : 0, scanner.LeftOut);
        Assert.Equal(isExcluded ? 1 : 2, sink.Count);
    }

    [Fact]
    public void A_detector_that_counts_in_numbers_only_says_nothing_of_fewer()
    {
        var choice = new DetectorChoice { Rules = [Employee with { MinimumCount = 3 }] };
        var result = TextLook.At(DetectorSet.Create(choice), Text, 100);
        Assert.Equal("custom-employee", Assert.Single(result.TooFew).Id);
        Assert.Equal(["payment-card", "email"], result.Detections.Select(one => one.Detector.Id));
        Assert.Equal(5, Ids(choice, Text + " EMP-333333").Count);
    }

    [Fact]
    public void Every_pack_has_detectors_and_every_detector_is_in_the_pack_of_all()
    {
        Assert.All(DetectorPack.All.Where(pack => pack.Id is not "pack-latin-america"), pack => Assert.NotEmpty(pack.Detectors));
        Assert.All(DetectorCatalogue.All, detector => Assert.Contains(DetectorPack.Of(detector), pack => pack.Id == "pack-all"));
        Assert.DoesNotContain(DetectorCatalogue.All, detector => detector.Id.StartsWith(DetectorPack.IdPrefix, StringComparison.Ordinal) || detector.Id.StartsWith(CustomRule.IdPrefix, StringComparison.Ordinal));
        Assert.All(DetectorPack.Find("pack-secrets")!.Detectors, detector => Assert.Equal("secret", detector.Category));
    }

    [Fact]
    public void Places_of_a_tried_text_are_told_in_its_characters()
    {
        var result = TextLook.At(DetectorSet.Create(new DetectorChoice { Rules = [Employee] }), "Grüße 😀\nan EMP-123456", 10);
        var one = Assert.Single(result.Detections);
        Assert.Equal((12, 22, 2, 4), (one.Start, one.End, one.Location.Line, one.Location.Column));
    }

    private static List<string> Ids(DetectorChoice choice, string text = Text) =>
        [.. TextLook.At(DetectorSet.Create(choice with { HashKey = Key }), text, 100).Detections.Select(one => one.Detector.Id)];
}
