using Bunit;
using DlpDashboard.Providers;
using DlpDashboard.Scans;
using DlpDashboard.Scans.Pages;
using DlpDashboard.Scans.Planning;
using DlpDashboard.Tests.Testing;

namespace DlpDashboard.Tests.Scans;

/// <summary>What a completed sample says of the objects it left out.</summary>
public sealed class ScanSampleTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private const int Objects = 1_000;
    private static readonly ScanPlan Fifth = new() { SamplePercent = 20 };

    [Fact]
    public async Task A_clean_sample_tells_its_bound_on_the_page_over_rest_and_as_csv()
    {
        await using var house = new ScanHouse(database, new ScriptedStore().WithMany("a", Objects, _ => "nothing here"));
        var scan = await house.ScanAsync(Fifth);

        var bound = Assert.IsType<SampleBound>(scan.SampleBound);
        Assert.Equal((Objects, scan.Counts.Scanned, 0.95), (bound.Objects, bound.Looked, bound.Confidence));
        Assert.InRange(bound.Looked, Objects / 10, Objects * 3 / 10);
        Assert.Equal(SampleBound.OfClean(Objects, bound.Looked).AtMost, bound.AtMost);
        Assert.Equal(bound, ScanAnswer.Of(scan).SampleBound);
        Assert.Equal($"{bound.AtMost}", ScanCsv.Scans.Single(column => column.Header == "sampleAtMost").Cell(scan));
        Assert.Equal("20", ScanCsv.Scans.Single(column => column.Header == "samplePercent").Cell(scan));

        await using var stage = new ScanStage(house);
        var page = stage.Render<ScanPage>(with => with.Add(p => p.Id, scan.Id));
        page.WaitForAssertion(() => Assert.Contains($"Nothing was found in the {bound.Looked} objects of the sample that were read. With 95% confidence at most", page.Markup, StringComparison.Ordinal), TimeSpan.FromSeconds(20));
        Assert.Contains($"{bound.AtMost} of {Objects - bound.Looked}.", page.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("nothing was left out", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Objects_of_the_sample_that_could_not_be_read_prove_nothing_and_are_told()
    {
        var store = new ScriptedStore().WithMany("a", Objects, _ => "nothing here");
        var denied = 0;
        store.BeforeOpen = (_, _) => Interlocked.Increment(ref denied) <= 7 ? throw new ObjectStoreException(StoreFault.Denied, "The key may not read this object.") : Task.CompletedTask;
        await using var house = new ScanHouse(database, store);
        var scan = await house.ScanAsync(Fifth);

        Assert.Equal(7, scan.Counts.Denied);
        Assert.Equal((Objects - 7, scan.Counts.Scanned), (scan.SampleBound!.Objects, scan.SampleBound.Looked));
        Assert.Contains("7 objects of the sample could not be read completely: nothing is said of others like them.", ScanSampleWords.Of(scan), StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_bound_is_told_where_something_was_found_or_all_was_read_or_the_scan_did_not_end()
    {
        await using var house = new ScanHouse(database, new ScriptedStore().WithMany("a", 50, _ => Results.Text));
        Assert.Null((await house.ScanAsync(new ScanPlan { SamplePercent = 50 })).SampleBound);
        var all = await house.ScanAsync();
        Assert.Null(all.SampleBound);
        Assert.Null(ScanSampleWords.Of(all));
        var clean = all with { Findings = 0, Plan = Fifth, LeftOut = ScanLeftOut.Zero with { Sample = 200 } };
        Assert.NotNull(clean.SampleBound);
        Assert.Null((clean with { State = ScanState.Stopped }).SampleBound);
        Assert.Null((clean with { IsListed = false }).SampleBound);
    }

    [Theory]
    [InlineData(100, 9_900, null, "100 objects of the sample that were read. With 95% confidence at most 3% of the objects left out hold what the detectors find: 293 of 9,900.")]
    [InlineData(1, 1, null, "1 object of the sample that was read. With 95% confidence at most 100% of the objects left out hold")]
    [InlineData(0, 10, null, "No object of the sample could be read completely, so it says nothing of the 10 objects left out.")]
    [InlineData(100, 9_900, 1024L, "Nothing is said of what lies behind the first bytes of longer objects.")]
    public async Task The_sentence_rounds_up_and_says_what_it_does_not_cover(long looked, long leftOut, long? bytes, string expected)
    {
        await using var house = new ScanHouse(database, new ScriptedStore().With("a", "x.txt", "nothing here"));
        var scan = await house.ScanAsync() with
        {
            Plan = Fifth with { BytesPerObject = bytes },
            Counts = ScanCounts.Zero with { Scanned = looked },
            ObjectsListed = looked,
            LeftOut = ScanLeftOut.Zero with { Sample = leftOut },
        };
        Assert.Contains(expected, ScanSampleWords.Of(scan), StringComparison.Ordinal);
    }
}
