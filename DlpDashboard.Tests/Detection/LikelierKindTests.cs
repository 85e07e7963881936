using System.Globalization;
using DlpDashboard.Detection;
using DlpDashboard.Samples;

namespace DlpDashboard.Tests.Detection;

/// <summary>Bare digits that several kinds claim, digits nobody was given, and tables that are none of values.</summary>
public sealed class LikelierKindTests
{
    private static readonly TextInspector Everything = new(DetectionEngine.Create(floor: Likelihood.VeryUnlikely));

    private static readonly TextInspector Usual = new(DetectionEngine.Create());

    [Theory]
    [InlineData("234567701", "de-lanr")]
    [InlineData("M123456785", "de-health-insurance")]
    [InlineData("L01X00T47", "de-passport")]
    [InlineData("M87654321", "kr-passport")]
    [InlineData("YA7654321", "it-passport")]
    [InlineData("CD7654321", "uk-passport")]
    [InlineData("9111245678901", "kr-frn")]
    [InlineData("0981508150999", "de-tax-number")]
    [InlineData("09271234567", "phone")]
    [InlineData("01333550323", "it-vat")]
    [InlineData("1220000000007", "th-id")]
    public void Of_kinds_with_the_same_digits_the_rarer_by_chance_is_reported(string text, string id) =>
        Assert.Equal(id, Assert.Single(Everything.Inspect(text)).Detector.Id);

    [Theory]
    [InlineData("tfn 876 543 210", "au-tfn")]
    [InlineData("Meine Steuer-ID: 12345678903.", "de-tax-id")]
    [InlineData("Steuernummer 12/3456/7890", "de-tax-number")]
    public void Digits_in_sequence_are_named_but_not_reported_at_the_usual_floor(string text, string id)
    {
        Assert.Contains(Everything.Inspect(text), found => found.Detector.Id == id && found.Likelihood < Likelihood.Possible);
        Assert.DoesNotContain(Usual.Inspect(text), found => found.Detector.Id == id);
        Assert.DoesNotContain(Everything.Inspect("tfn 777 777 777"), found => found.Detector.Id == "au-tfn");
    }

    [Fact]
    public void Codes_of_few_digits_in_a_table_are_no_values_and_a_column_of_cards_is()
    {
        var dice = new Dice(31);
        var strokes = string.Concat(Enumerable.Range(0, 6000).Select(row => string.Create(CultureInfo.InvariantCulture, $"<U{row + 0x4E00:X4}> IGNORE # {dice.Text(11 + dice.Below(8), "12345")}\n")));
        var found = Usual.Inspect(strokes);
        Assert.True(found.Count <= 3, string.Join('\n', found.Take(10).Select(one => $"{one.Detector.Id} {one.Start}")));

        var cards = string.Concat(Enumerable.Range(0, 200).Select(_ => $"- {PlantedValues.Card(dice, "")}\n"));
        Assert.Equal(200, Usual.Inspect(cards).Count(one => one.Detector.Id == "payment-card"));
    }

    [Theory]
    [InlineData("They had six: Angelo, Melissa, Brian and Brandon.", 3)]
    [InlineData("Albert shouted at Renee.", 2)]
    [InlineData("James had given Mary his address", 2)]
    [InlineData("Lindsey:\"I am here\"", 1)]
    [InlineData("Daniel (build 7)", 0)]
    [InlineData("Hannah-2.1.0.tar.gz", 0)]
    [InlineData("use Oscar;", 0)]
    [InlineData("Perl and Python and Ruby", 0)]
    public void A_given_name_alone_counts_where_a_person_is_meant(string text, int names) =>
        Assert.Equal(names, Usual.Inspect(text).Count(one => one.Detector.Id == "person-name"));

    [Theory]
    [InlineData("12 Hill Road\n Singapore 72705\n046 406 6044 office", "12 Hill Road\n Singapore 72705")]
    [InlineData("63 Via Verbano 62, Villa Darwin, Latvia\n61 51 81 office", "63 Via Verbano 62, Villa Darwin, Latvia")]
    public void An_address_ends_before_the_telephone_number_on_the_next_line(string text, string address)
    {
        var found = Usual.Inspect(text, showValues: true);
        Assert.Equal(address, Assert.Single(found, one => one.Detector.Id == "street-address").Value);
        Assert.Single(found, one => one.Detector.Id == "phone");
    }

    [Theory]
    [InlineData("c1.52-.87 2.83-2.12 3.51.98.32 2.03.5 3.11.5", 0)]
    [InlineData("see Section 24.1.1.3 of it", 0)]
    [InlineData("198.51.100.7 2.5", 1)]
    [InlineData("8.8.8.8 answered", 1)]
    public void Decimals_and_sections_are_no_addresses_of_machines(string text, int addresses) =>
        Assert.Equal(addresses, Usual.Inspect(text).Count(one => one.Detector.Id == "ip-address"));

    [Theory]
    [InlineData("41 and ")]
    [InlineData("Oscar, ")]
    [InlineData("Oscar and ")]
    [InlineData("12345123451 ")]
    [InlineData("zip code is ")]
    [InlineData("4444413425221\n")]
    public void Hostile_repeats_are_read_in_linear_work(string unit)
    {
        var (quarter, whole) = (Work(unit, 100_000), Work(unit, 400_000));
        Assert.True(whole <= (quarter * 4.4) + 100_000, $"{quarter} for a quarter, {whole} for the whole");
        Assert.True(whole <= 60 * 400_000L, $"{whole / 400_000.0:F1} bytes read a byte");
    }

    private static long Work(string unit, int length)
    {
        var text = new byte[length];
        for (var at = 0; at < length; at++)
        {
            text[at] = (byte)unit[at % unit.Length];
        }

        using var scanner = DetectionEngine.Create(floor: Likelihood.VeryUnlikely).CreateScanner(new Collected());
        scanner.Begin(NoMap.Instance);
        scanner.Write(text);
        scanner.End();
        return scanner.Work;
    }
}
