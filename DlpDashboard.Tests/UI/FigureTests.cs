using DlpDashboard.UI;
using DlpDashboard.UI.Charts;
using DlpDashboard.UI.Time;

namespace DlpDashboard.Tests.UI;

public sealed class FigureTests
{
    [Theory]
    [InlineData(0, "0 B")]
    [InlineData(999, "999 B")]
    [InlineData(1000, "1 KB")]
    [InlineData(1536, "1.5 KB")]
    [InlineData(99_949, "99.9 KB")]
    [InlineData(999_499, "999 KB")]
    [InlineData(999_500, "1 MB")]
    [InlineData(999_999_999, "1 GB")]
    [InlineData(12_400_000_000, "12.4 GB")]
    [InlineData(long.MaxValue, "9.2 EB")]
    [InlineData(-1500, "−1.5 KB")]
    [InlineData(long.MinValue, "−9.2 EB")]
    public void Bytes_are_short_in_powers_of_a_thousand(long bytes, string shown) => Assert.Equal(shown, Figures.Bytes(bytes));

    [Theory]
    [InlineData(999, "999")]
    [InlineData(1_249, "1.2k")]
    [InlineData(999_950, "1M")]
    [InlineData(18_204_113, "18.2M")]
    public void Counts_are_short(long count, string shown) => Assert.Equal(shown, Figures.Compact(count));

    [Theory]
    [InlineData(0, "0%")]
    [InlineData(0.00001, "<0.1%")]
    [InlineData(0.0432, "4.3%")]
    [InlineData(0.5, "50%")]
    [InlineData(0.99999, "99.9%")]
    [InlineData(1, "100%")]
    [InlineData(7, "100%")]
    [InlineData(double.NaN, "0%")]
    public void A_share_is_whole_only_when_it_is_all(double share, string shown) => Assert.Equal(shown, Figures.Percent(share));

    [Theory]
    [InlineData("VeryLikely", "Very likely")]
    [InlineData("falsePositive", "False positive")]
    [InlineData("Open", "Open")]
    [InlineData("", "")]
    public void Names_of_the_code_become_words(string name, string words) => Assert.Equal(words, Words.OfName(name));

    [Fact]
    public void One_is_singular() => Assert.Equal(["0 scans", "1 scan", "2,000 scans"], new long[] { 0, 1, 2000 }.Select(count => Words.Counted(count, "scan")));

    [Theory]
    [InlineData(0, "0 s")]
    [InlineData(0.44, "0.4 s")]
    [InlineData(42, "42 s")]
    [InlineData(200, "3 min 20 s")]
    [InlineData(7200, "2 h")]
    [InlineData(360_000, "4 d 4 h")]
    [InlineData(-5, "0 s")]
    public void Durations_have_two_units_at_most(double seconds, string shown) => Assert.Equal(shown, Durations.Of(TimeSpan.FromSeconds(seconds)));

    [Theory]
    [InlineData(0, 2)]
    [InlineData(3, 4)]
    [InlineData(97, 100)]
    [InlineData(100, 100)]
    [InlineData(101, 200)]
    [InlineData(double.PositiveInfinity, 2)]
    public void Axes_end_at_round_numbers(double highest, double top) => Assert.Equal(top, NiceTop.Above(highest));
}
