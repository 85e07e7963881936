using System.Numerics;
using DlpDashboard.Scans.Planning;

namespace DlpDashboard.Tests.Scans;

public sealed class SampleBoundTests
{
    [Theory]
    [InlineData(10, 1)]
    [InlineData(50, 20)]
    [InlineData(200, 7)]
    [InlineData(1000, 59)]
    [InlineData(400, 399)]
    public void It_is_the_largest_number_that_the_sample_could_have_missed(int objects, int looked)
    {
        var bound = SampleBound.OfClean(objects, looked).AtMost;

        // C(N−K, n)·20 ≥ C(N, n), in whole numbers.
        Assert.True(Choose(objects - bound, looked) * 20 >= Choose(objects, looked));
        Assert.True(Choose(objects - bound - 1, looked) * 20 < Choose(objects, looked));
    }

    [Fact]
    public void Who_looked_at_all_knows_all_and_who_looked_at_none_knows_nothing()
    {
        Assert.Equal(0, SampleBound.OfClean(1000, 1000).AtMost);
        Assert.Equal(1000, SampleBound.OfClean(1000, 0).AtMost);
        Assert.Equal(0, SampleBound.OfClean(0, 0).Share);
    }

    [Fact]
    public void Small_samples_of_much_follow_the_rule_of_three()
    {
        Assert.InRange(SampleBound.OfClean(1_000_000, 1000).Share, 0.0029, 0.0031);
        Assert.InRange(SampleBound.OfClean(5_000_000_000_000, 300).Share, 0.0098, 0.0101);
        Assert.InRange(SampleBound.OfClean(long.MaxValue, 1).Share, 0.949, 0.951);
    }

    [Fact]
    public void More_looked_at_never_says_less_and_more_confidence_never_says_more()
    {
        var bounds = Enumerable.Range(0, 101).Select(looked => SampleBound.OfClean(100, looked).AtMost).ToList();
        Assert.Equal(bounds.OrderDescending(), bounds);
        Assert.True(SampleBound.OfClean(10_000, 100, 0.99).AtMost > SampleBound.OfClean(10_000, 100).AtMost);
    }

    [Theory]
    [InlineData(10, 11, 0.95)]
    [InlineData(-1, 0, 0.95)]
    [InlineData(10, 1, double.NaN)]
    [InlineData(10, 1, 1)]
    public void Nonsense_is_refused(long objects, long looked, double confidence) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => SampleBound.OfClean(objects, looked, confidence));

    private static BigInteger Choose(long from, long take)
    {
        var ways = from < take ? BigInteger.Zero : BigInteger.One;
        for (long i = 0; i < take && from >= take; i++)
        {
            ways = ways * (from - i) / (i + 1);
        }

        return ways;
    }
}
