using DlpDashboard.Providers;
using DlpDashboard.Scans;
using DlpDashboard.Scans.Running;

namespace DlpDashboard.Tests.Scans;

public sealed class ScanWindowTests
{
    private const int Stretch = ScanWindow.StretchLength;

    [Fact]
    public async Task The_mark_does_not_pass_an_object_that_is_still_being_read()
    {
        using var window = new ScanWindow(100_000, ScanLeftOut.Zero);
        await EnterAsync(window, 3 * Stretch);

        Assert.Null(window.Leave(Numbers(1, (3 * Stretch) - 1)).Mark);
        Assert.Equal(new ScanMark("b", Key((3 * Stretch) - 1)), window.Leave([0]).Mark);
    }

    [Fact]
    public async Task The_mark_is_the_same_whatever_the_order_objects_end_in()
    {
        using var window = new ScanWindow(100_000, ScanLeftOut.Zero);
        await EnterAsync(window, 4 * Stretch);
        var order = Numbers(0, 4 * Stretch).ToArray();
        new Random(7).Shuffle(order);

        ScanMark? last = null;
        var done = new HashSet<long>();
        foreach (var number in order)
        {
            last = window.Leave([number]).Mark ?? last;
            done.Add(number);
            if (last is not null)
            {
                var passed = int.Parse(last.Key[1..], System.Globalization.CultureInfo.InvariantCulture);
                Assert.All(Numbers(0, passed + 1), before => Assert.Contains(before, done));
            }
        }

        Assert.Equal(Key((4 * Stretch) - 1), last!.Key);
        Assert.Equal(0, window.Length);
    }

    [Fact]
    public async Task Listing_waits_while_the_window_is_full_and_goes_on_when_its_oldest_stretch_is_written()
    {
        using var window = new ScanWindow(2 * Stretch, ScanLeftOut.Zero);
        await EnterAsync(window, 2 * Stretch);

        var next = window.EnterAsync(Object(2 * Stretch), default).AsTask();
        Assert.False(next.IsCompleted);
        Assert.Equal(2 * Stretch, window.Length);

        window.Leave(Numbers(Stretch, Stretch));
        Assert.False(next.IsCompleted);
        window.Leave(Numbers(0, Stretch));
        Assert.Equal(2 * Stretch, await next.WaitAsync(TimeSpan.FromSeconds(30)));
    }

    [Fact]
    public async Task Objects_listed_out_of_order_do_not_move_the_mark()
    {
        using var window = new ScanWindow(100_000, ScanLeftOut.Zero);
        for (var i = 0; i < Stretch; i++)
        {
            await window.EnterAsync(mark: null, default);
        }

        Assert.Null(window.Leave(Numbers(0, Stretch)).Mark);
    }

    [Theory]
    [InlineData("b", "a/b.txt")]
    [InlineData("", "")]
    [InlineData("bücket", "nul\0 and \u202Ertl 🚀")]
    public void A_mark_comes_back_from_the_database_as_it_was(string bucket, string key) =>
        Assert.Equal(new ScanMark(bucket, key), ScanMark.FromBytes(new ScanMark(bucket, key).ToBytes()));

    private static IEnumerable<long> Numbers(int first, int count) => Enumerable.Range(first, count).Select(number => (long)number);

    private static string Key(int number) => $"k{number:D6}";

    private static StoredObject Object(int number) => new("b", Key(number), 1, "1", DateTime.UnixEpoch);

    private static async Task EnterAsync(ScanWindow window, int count)
    {
        for (var i = 0; i < count; i++)
        {
            Assert.Equal(i, await window.EnterAsync(Object(i), default));
        }
    }
}
