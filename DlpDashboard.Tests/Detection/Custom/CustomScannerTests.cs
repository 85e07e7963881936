using System.Text;
using DlpDashboard.Detection;
using DlpDashboard.Detection.Custom;
using DlpDashboard.Samples;
using static DlpDashboard.Tests.Detection.Custom.CustomStreams;

namespace DlpDashboard.Tests.Detection.Custom;

public sealed class CustomScannerTests
{
    [Fact]
    public void An_expression_finds_its_values_at_their_bytes_also_behind_letters_of_several_bytes()
    {
        var text = "Grüße 😀 EMP-123456, emp-654321 und EMP-12345 €";
        var places = Places(Pattern(@"\bEMP-\d{6}\b"), Encoding.UTF8.GetBytes(text));
        Assert.Equal(["EMP-123456", "emp-654321"], places.Select(place => place.Value));
        Assert.Equal(Encoding.UTF8.GetByteCount("Grüße 😀 "), places[0].Start);
        Assert.All(places, place => Assert.Equal("pattern", place.Reasons));
        Assert.Equal(["EMP-123456"], Values(Pattern(@"\bEMP-\d{6}\b") with { IsCaseSensitive = true }, text));
    }

    [Fact]
    public void Line_borders_and_word_borders_are_where_the_text_has_them_however_long_it_is()
    {
        var text = string.Concat(Enumerable.Range(0, 20_000).Select(line => $"xx{line:000000} zz{line:000000}\n"));
        Assert.Equal(20_000, Values(Pattern(@"^xx\d{6}"), text).Count);
        Assert.Equal(20_000, Values(Pattern(@"zz\d{6}$"), text).Count);
        Assert.Equal(20_000, Values(Pattern(@"\bzz\d{6}\b"), text).Count);
        Assert.Single(Values(Pattern(@"\Axx\d{6}"), text));
    }

    [Theory]
    [InlineData(@"\bEMP-\d{6}\b")]
    [InlineData("[äöü]{2,}")]
    [InlineData("a.*?z")]
    [InlineData("x+")]
    public void What_an_expression_finds_does_not_hang_on_how_the_text_is_cut(string pattern)
    {
        var dice = new Dice(5);
        var text = new StringBuilder();
        while (text.Length < 250_000)
        {
            text.Append(dice.Of(["EMP-123456 ", "äöü", "a longer word z", "xxxx", "😀", "\n", "plain text, ", "EMP-1234567 ", "ab"]));
        }

        var bytes = Encoding.UTF8.GetBytes(text.ToString());
        var whole = Places(Pattern(pattern), bytes);
        Assert.NotEmpty(whole);
        Assert.Equal(whole, Places(Pattern(pattern), bytes, _ => 1 + dice.Below(5000)));
        Assert.Equal(whole, Places(Pattern(pattern), bytes, _ => 4097));
        Assert.Equal(whole, Places(Pattern(pattern), bytes, at => at % 3 == 0 ? 1 : 65_537));
    }

    [Fact]
    public void A_pattern_finds_the_same_in_windows_as_the_plain_engine_in_the_whole()
    {
        var dice = new Dice(9);
        var text = new StringBuilder();
        while (text.Length < 300_000)
        {
            text.Append(dice.Text(dice.Below(9), "abcß-12 ")).Append(dice.Of([" ", "\n", "id-", "€"]));
        }

        const string Expression = @"\bid-[a-cß]+\d?";
        var expected = PatternMatcher.Compile(Expression, isCaseSensitive: false).Matches(text.ToString()).Select(match => match.Value).ToList();
        Assert.True(expected.Count > 1000);
        Assert.Equal(expected, Values(Pattern(Expression), text.ToString()));
    }

    [Fact]
    public void A_match_without_end_gives_its_beginning_and_holds_nothing_up()
    {
        var found = Values(Pattern("start.+"), "x start" + new string('y', 500_000) + "\nstart z");
        Assert.Equal(PatternMatcher.LongestValue, found[0].Length);
        Assert.Equal("start z", found[^1]);
    }

    [Fact]
    public void Bytes_that_are_no_text_are_passed_over()
    {
        byte[] text = [.. "a "u8, 0xFF, 0xC3, 0x28, 0xE2, 0x82, .. " EMP-123456 "u8, 0xF0, 0x9F];
        var place = Assert.Single(Places(Pattern(@"EMP-\d{6}"), text));
        Assert.Equal(("EMP-123456", text.AsSpan().IndexOf("EMP"u8)), (place.Value, (int)place.Start));
    }

    [Fact]
    public void Words_count_whole_whatever_their_case_and_white_space_and_the_longest_fits()
    {
        var rule = Words("Orion", "Orion Two", "Müller", "ΟΔΥΣΣΕΑΣ", "a1", "Straße 7");
        var text = "orion, ORION\t two; orionid; Project_Orion. MÜLLER müller-lüdenscheid Müllers οδυσσεας A1 a12 STRASSE 7 straße   7";
        Assert.Equal(["orion", "ORION\t two", "Orion", "MÜLLER", "müller", "A1", "straße   7"], Values(rule, text).Where(value => !value.StartsWith('ο')));
        Assert.Equal(["Orion"], Values(rule with { IsCaseSensitive = true }, "orion ORION Orion"));
    }

    [Fact]
    public void Words_stand_inside_others_only_where_that_is_asked_for()
    {
        var rule = Words("機密", "geheim");
        Assert.Empty(Values(rule, "これは機密文書です Staatsgeheimnis"));
        Assert.Equal(["機密", "geheim"], Values(rule with { IsWholeWords = false }, "これは機密文書です Staatsgeheimnis"));
    }

    [Fact]
    public void A_hundred_thousand_words_are_all_found_and_nothing_else_wherever_windows_end()
    {
        var dice = new Dice(3);
        var terms = Enumerable.Range(0, 100_000).Select(at => dice.Text(3 + dice.Below(12), "abcdefghijklmnopqrstuvwxyz") + (at % 4 == 0 ? " " + dice.Text(5, "klmnop") : "") + at).Distinct().ToArray();
        var text = string.Join(" , ", terms) + " none0 ofthese0";
        var found = Values(Words(terms), text, at => 1 + (at % 7919));
        Assert.Equal(terms, found);
    }

    [Fact]
    public void A_list_says_no_for_nearly_every_word_that_is_not_on_it_at_the_first_look()
    {
        var dice = new Dice(7);
        var terms = Enumerable.Range(0, 100_000).Select(at => dice.Text(6 + dice.Below(6), "abcdefghijklmnopqrstuvwxyz")).ToArray();
        var filter = new TermPrefilter(terms, wholeWords: true);
        var wrong = Enumerable.Range(0, 100_000).Count(_ => Encoding.UTF8.GetBytes(dice.Text(9, "abcdefghijklmnopqrstuvwxyz0123456789")) is var word && filter.MayBegin([.. word, .. new byte[8]], 0, 9));
        Assert.InRange(wrong, 0, 3000);
    }

    [Fact]
    public void A_number_counts_only_near_a_required_word_or_under_a_key_of_that_name()
    {
        var rule = Pattern(@"\b\d{6}\b") with { RequiredWords = ["employee no", "staff"], Distance = 20 };
        Assert.Equal(["123456"], Values(rule, "Staff member 123456. " + new string('.', 40) + " 654321"));
        Assert.Equal(["123456"], Values(rule, "123456 (staff)"));
        Assert.Empty(Values(rule, "flagstaff 123456 staffing"));
        Assert.Empty(Values(rule, "staff " + new string('-', 20) + " 123456"));
        var keyed = Places(rule, "a 123456"u8.ToArray(), map: new Keyed("employeeNo"));
        Assert.Equal("pattern,key:employee_no", Assert.Single(keyed).Reasons);
    }

    [Fact]
    public void A_word_that_excludes_keeps_a_value_out()
    {
        var rule = Pattern(@"\b\d{6}\b") with { ExcludedWords = ["order", "bestellung"], Distance = 30 };
        Assert.Equal(["222222"], Values(rule, "order 111111\n" + new string('.', 60) + "\n222222\n" + new string('.', 60) + "\nBESTELLUNG: 333333"));
    }

    [Fact]
    public void Check_digits_decide()
    {
        Assert.Equal(["79927398713"], Values(Pattern(@"\b\d{11}\b") with { Checksum = ChosenChecksum.Luhn }, "79927398713 79927398710 79927398712"));
    }

    [Theory]
    [InlineData("(?:a.*b)|a", "a")]
    [InlineData("a+b", "a")]
    [InlineData("(a+)+$", "ab")]
    [InlineData("(.*)(.*)(.*)(.*)[^a]x", "aaaaaaaaaa")]
    [InlineData(@"\d+\.\d+\.\d+x", "1.")]
    public void No_text_makes_an_expression_slower_than_its_length(string pattern, string unit)
    {
        var text = string.Concat(Enumerable.Repeat(unit, 300_000 / unit.Length));
        var began = System.Diagnostics.Stopwatch.GetTimestamp();
        _ = Values(Pattern(pattern), text);

        // A quadratic one would take hours; this is wide of any machine.
        Assert.True(System.Diagnostics.Stopwatch.GetElapsedTime(began) < TimeSpan.FromSeconds(60));
    }

    private sealed class Keyed(string key) : ISegmentMap
    {
        private readonly byte[] _key = Encoding.UTF8.GetBytes(key);

        public ReadOnlySpan<byte> KeyAt(long offset) => _key;

        public TextLocation LocationAt(long offset) => new();
    }
}
