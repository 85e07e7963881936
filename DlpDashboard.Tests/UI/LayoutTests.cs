using DlpDashboard.UI.Charts;

namespace DlpDashboard.Tests.UI;

/// <summary>The boxes of a treemap.</summary>
public sealed class LayoutTests
{
    private static readonly TreemapBox Whole = new(0, 0, 2.6, 1);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(60)]
    public void Areas_are_in_proportion_fill_the_whole_and_lie_within_it(int count)
    {
        var values = Enumerable.Range(1, count).Select(at => Math.Pow(at, 2.5)).OrderDescending().ToList();
        var boxes = TreemapLayout.Of(values, Whole);
        var total = values.Sum();
        Assert.Equal(count, boxes.Count);
        Assert.Equal(Whole.Area, boxes.Sum(box => box.Area), 9);
        foreach (var (value, box) in values.Zip(boxes))
        {
            Assert.Equal(value / total * Whole.Area, box.Area, 9);
            Assert.InRange(box.X, -1e-9, Whole.Width);
            Assert.InRange(box.X + box.Width, 0, Whole.Width + 1e-9);
            Assert.InRange(box.Y + box.Height, 0, Whole.Height + 1e-9);
        }
    }

    [Fact]
    public void No_two_boxes_overlap()
    {
        var boxes = TreemapLayout.Of([.. Enumerable.Range(1, 30).Select(at => 31.0 - at)], Whole);
        foreach (var (one, other) in boxes.SelectMany((one, at) => boxes.Skip(at + 1).Select(other => (one, other))))
        {
            var width = Math.Min(one.X + one.Width, other.X + other.Width) - Math.Max(one.X, other.X);
            var height = Math.Min(one.Y + one.Height, other.Y + other.Height) - Math.Max(one.Y, other.Y);
            Assert.False(width > 1e-9 && height > 1e-9);
        }
    }

    [Fact]
    public void Boxes_of_like_values_are_nearly_square()
    {
        var boxes = TreemapLayout.Of([.. Enumerable.Repeat(1.0, 24)], Whole);
        Assert.All(boxes, box => Assert.InRange(Math.Max(box.Width / box.Height, box.Height / box.Width), 1, 2.5));
    }

    [Fact]
    public void What_is_nothing_gets_no_box()
    {
        Assert.Empty(TreemapLayout.Of([], Whole));
        Assert.All(TreemapLayout.Of([0, 0], Whole), box => Assert.Equal(0, box.Area));
        var boxes = TreemapLayout.Of([5, 0, -3], Whole);
        Assert.Equal([Whole.Area, 0, 0], boxes.Select(box => box.Area));
        Assert.All(TreemapLayout.Of([double.PositiveInfinity, 1], Whole), box => Assert.Equal(0, box.Area));
    }
}
