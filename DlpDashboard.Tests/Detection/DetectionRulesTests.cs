using System.Text;
using DlpDashboard.Detection;

namespace DlpDashboard.Tests.Detection;

public sealed class DetectionRulesTests
{
    private static readonly TextInspector Usual = new(DetectionEngine.Create());
    private static readonly TextInspector Everything = new(DetectionEngine.Create(floor: Likelihood.VeryUnlikely));

    [Theory]
    [InlineData("536-22-1947")]
    [InlineData("536221947")]
    [InlineData("415-555-0132")]
    [InlineData("1985-03-12")]
    [InlineData("0032698674")]
    [InlineData("codes 6360 6370 6371 6372 6373 6400")]
    [InlineData("6610 6611 6612 6613")]
    [InlineData("5080 5081 5082")]
    [InlineData("FileVersion=10.0.126.4")]
    [InlineData("sections 10.3.2.2/9.3.2.2")]
    public void A_number_without_check_or_word_is_not_reported(string text) => Assert.Empty(Usual.Inspect(text));

    [Theory]
    [InlineData("us-ssn", "ssn 536-22-1947", "context:ssn")]
    [InlineData("us-ssn", "{\"socialSecurityNumber\": \"536-22-1947\"}", "context:social_security_number")]
    [InlineData("phone", "call me: 415-555-0132", "context:call")]
    [InlineData("date-of-birth", "geboren am 12.03.1985", "context:geboren")]
    [InlineData("payment-card", "number 4539 1488 0343 6467 (visa)", "context:visa")]
    public void A_word_near_it_makes_it_likely_and_is_named(string id, string text, string reason)
    {
        var found = Assert.Single(Usual.Inspect(text));
        Assert.Equal(id, found.Detector.Id);
        Assert.True(found.Likelihood >= Likelihood.Likely);
        Assert.Contains(reason, found.Reasons);
    }

    [Fact]
    public void Words_of_another_line_do_not_count_but_those_above_a_bare_value_do()
    {
        Assert.Empty(Usual.Inspect("ssn\norder 536-22-1947"));
        Assert.NotEmpty(Usual.Inspect("ssn\n536-22-1947"));
    }

    [Theory]
    [InlineData("card_number", "4539148803436467", "key:card_number")]
    [InlineData("CardNo", "4539148803436467", "key:card_no")]
    [InlineData("ssn", "536221947", "key:ssn")]
    [InlineData("customer.dateOfBirth", "1985-03-12", "key:date_of_birth")]
    public void The_key_over_a_value_supports_it(string key, string value, string reason)
    {
        var sink = new Collected();
        using var scanner = DetectionEngine.Create().CreateScanner(sink);
        scanner.Begin(new OneKey(key));
        scanner.Write(Encoding.UTF8.GetBytes(value));
        scanner.End();
        Assert.Contains(reason, Assert.Single(sink.Lines), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("iban", "DE89 3704 0044 0532 0130 00")]
    [InlineData("connection-string", "postgres://app:" + "s3cr9tPw@10.20.30.40:5432/shop")]
    [InlineData("connection-string", "\"Server=sql1;User Id=sa;" + "Password=Zx9!kk2wQ;Database=x\"")]
    public void Of_overlapping_values_the_more_specific_stays(string id, string text) => Assert.Equal(id, Assert.Single(Everything.Inspect(text)).Detector.Id);

    [Fact]
    public void A_service_account_file_is_one_detection_with_all_that_is_in_it() =>
        Assert.Equal("gcp-service-account", Assert.Single(Everything.Inspect(DetectorCatalogue.Find("gcp-service-account")!.TrueSamples[0])).Detector.Id);

    [Fact]
    public void A_token_behind_a_secrets_name_is_the_token()
    {
        var token = DetectorCatalogue.Find("github-token")!.TrueSamples[0];
        Assert.Equal("github-token", Assert.Single(Usual.Inspect($"api_key = \"{token}\"")).Detector.Id);
    }

    [Fact]
    public void A_detector_not_chosen_still_claims_its_values()
    {
        var cardsOnly = new TextInspector(DetectionEngine.Create(["payment-card"], Likelihood.VeryUnlikely));
        Assert.Empty(cardsOnly.Inspect("DE89 3704 0044 0532 0130 00"));
        Assert.Single(cardsOnly.Inspect("4539 1488 0343 6467 and ana@bluewater.io"));
    }

    [Fact]
    public void Test_numbers_weigh_less_and_say_so()
    {
        var found = Assert.Single(Everything.Inspect("card 4111 1111 1111 1111"));
        Assert.Equal(Likelihood.Possible, found.Likelihood);
        Assert.Contains("test-value", found.Reasons);
        Assert.Empty(Usual.Inspect("4111 1111 1111 1111"));
    }

    [Fact]
    public void An_unknown_detector_is_refused_by_name() =>
        Assert.Contains("us-moon", Assert.Throws<ArgumentException>(() => DetectionEngine.Create(["us-moon"])).Message, StringComparison.Ordinal);

    [Fact]
    public void The_catalogue_has_a_version_and_finds_by_id()
    {
        Assert.Equal(16, DetectorCatalogue.Version.Length);
        Assert.All(DetectorCatalogue.All, detector => Assert.Same(detector, DetectorCatalogue.Find(detector.Id)));
        Assert.Equal(DetectorCatalogue.All.Select(detector => detector.Id), DetectorCatalogue.All.Select(detector => detector.Id).Order(StringComparer.Ordinal).Distinct());
        Assert.Null(DetectorCatalogue.Find("nothing"));
    }

    [Fact]
    public void Offsets_count_utf16_units_lines_and_columns()
    {
        var text = "é😀\nö 😀 card 4539 1488 0343 6467";
        var found = Assert.Single(Usual.Inspect(text, showValues: true));
        Assert.Equal("4539 1488 0343 6467", text[found.Start..found.End]);
        Assert.Equal(found.Value, text[found.Start..found.End]);
        Assert.Equal(new TextLocation(2, 11), found.Location);
        Assert.Single(Usual.Inspect("\ud83d card 4539 1488 0343 6467"));
    }

    private sealed class OneKey(string key) : ISegmentMap
    {
        private readonly byte[] _key = Encoding.UTF8.GetBytes(key);

        public ReadOnlySpan<byte> KeyAt(long offset) => _key;

        public TextLocation LocationAt(long offset) => new();
    }
}
