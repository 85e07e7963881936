using System.Diagnostics;
using DlpDashboard.Detection.Custom;

namespace DlpDashboard.Tests.Detection.Custom;

public sealed class PatternCheckTests
{
    [Theory]
    [InlineData(@"\bEMP-\d{6}\b")]
    [InlineData("(a+)+$")]
    [InlineData(@"[A-Z]{2}\d{2,4}(?:-[0-9a-f]{4}){3}")]
    [InlineData(@"(?<year>\d{4})-\d\d")]
    [InlineData("[a-z-[aeiou]]{3}x")]
    [InlineData("x{1,1000}y")]
    [InlineData("a{b")]
    [InlineData("a{,5}")]
    [InlineData(@"\{1000000\}")]
    public void Usual_expressions_are_taken(string pattern) => Assert.Null(PatternCheck.FaultOf(pattern, isCaseSensitive: false));

    [Theory]
    [InlineData("a{100000}", 2)]
    [InlineData("(a{1000}){1000}", 10)]
    [InlineData("((((a{60}){60}){60}){60})", null)]
    [InlineData("(?:a{1,99999999999})", 5)]
    [InlineData("(a{2147483647}){2147483647}", null)]
    [InlineData("((a{100}b{100}){100}", null)]
    public void Repeats_that_grow_without_bound_are_refused_before_they_are_written_out(string pattern, int? position)
    {
        var began = Stopwatch.GetTimestamp();
        var fault = PatternCheck.FaultOf(pattern, isCaseSensitive: true);
        Assert.NotNull(fault);
        Assert.Contains("states", fault.Sentence, StringComparison.Ordinal);
        Assert.True(position is null || position == fault.Position, $"{fault.Position}");
        Assert.True(Stopwatch.GetElapsedTime(began) < TimeSpan.FromSeconds(5));
    }

    [Theory]
    [InlineData(@"(a)\1", "Back references")]
    [InlineData("(?=a)b", "lookarounds")]
    [InlineData("(?<!x)y", "lookarounds")]
    [InlineData("(?>a+)b", "atomic")]
    [InlineData("(?(a)b|c)", "conditions")]
    [InlineData(@"\Ga", "comments")]
    [InlineData("(?#x)a", "comments")]
    [InlineData("(?x) a # b", "option x")]
    [InlineData("(?i-sx:a)", "option x")]
    [InlineData("a*", "empty places")]
    [InlineData("(|a)", "empty places")]
    [InlineData("", "1 to")]
    public void What_cannot_be_linear_or_finds_nothing_is_refused_in_words(string pattern, string words) =>
        Assert.Contains(words, PatternCheck.FaultOf(pattern, isCaseSensitive: false)!.Sentence, StringComparison.Ordinal);

    [Theory]
    [InlineData("ab(c", 4)]
    [InlineData("ab[c", 4)]
    [InlineData("abc)", 4)]
    [InlineData("*a", 1)]
    [InlineData("a{5,2}", 6)]
    [InlineData("[z-a]", 4)]
    [InlineData("abc\\", 4)]
    public void A_malformed_expression_is_refused_with_its_place(string pattern, int position)
    {
        var fault = PatternCheck.FaultOf(pattern, isCaseSensitive: false);
        Assert.NotNull(fault);
        Assert.InRange(fault.Position ?? 0, position - 1, position + 1);
        Assert.DoesNotContain(pattern, fault.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_expression_is_refused() => Assert.NotNull(PatternCheck.FaultOf(new string('a', PatternCheck.LongestPattern + 1), isCaseSensitive: false));

    [Fact]
    public void Any_text_at_all_is_taken_or_refused_and_never_breaks_the_check()
    {
        var dice = new DlpDashboard.Samples.Dice(11);
        for (var round = 0; round < 3000; round++)
        {
            var pattern = dice.Text(1 + dice.Below(14), @"ab(){}[]\|*+?^$.,-0129<=!:#ixdpLG");
            var fault = PatternCheck.FaultOf(pattern, isCaseSensitive: round % 2 == 0);
            Assert.True(fault is null || fault.Sentence.Length > 0);
        }
    }
}
