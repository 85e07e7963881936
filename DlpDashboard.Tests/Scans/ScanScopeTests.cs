using DlpDashboard.Kernel;
using DlpDashboard.Scans.Planning;

namespace DlpDashboard.Tests.Scans;

public sealed class ScanScopeTests
{
    private static readonly Guid Endpoint = Guid.Parse("018f0000-0000-7000-8000-000000000001");

    [Theory]
    [InlineData("hr/a.csv", LeftOutBy.None)]
    [InlineData("ops/a.csv", LeftOutBy.Prefix)]
    [InlineData("hr/a.PDF", LeftOutBy.Extension)]
    [InlineData("hr/csv", LeftOutBy.Extension)]
    [InlineData("hr/old/a.csv", LeftOutBy.Pattern)]
    [InlineData("hr/draft-1.csv", LeftOutBy.Pattern)]
    [InlineData("hr/a.Csv", LeftOutBy.None)]
    public void The_first_rule_that_leaves_an_object_out_is_told(string key, LeftOutBy by)
    {
        var scope = new ScanScope(Tidy(new ScanPlan { Prefixes = ["hr/"], Extensions = [".CSV"], Exclude = ["hr/old/*", "draft-*"] }));

        Assert.Equal(by, scope.Judge(key, 10, Guid.Empty));
    }

    [Fact]
    public void A_ceiling_leaves_out_what_is_larger_and_nothing_else()
    {
        var scope = new ScanScope(new ScanPlan { MaxObjectBytes = 100 });

        Assert.Equal(LeftOutBy.None, scope.Judge("a", 100, Guid.Empty));
        Assert.Equal(LeftOutBy.Size, scope.Judge("a", 101, Guid.Empty));
    }

    [Fact]
    public void A_sample_holds_its_share_and_the_same_objects_again()
    {
        var ids = Enumerable.Range(0, 20_000).Select(i => StableId.OfObject(Endpoint, "b", $"k{i}")).ToList();
        var ten = Chosen(10);

        Assert.InRange(ten.Count, 1_800, 2_200);
        Assert.Equal(ten, Chosen(10));
        Assert.Superset(ten, Chosen(20));
        Assert.Equal(ids.Count, Chosen(100).Count);

        HashSet<Guid> Chosen(double percent) =>
            [.. ids.Where(id => new ScanScope(Tidy(new ScanPlan { SamplePercent = percent })).Judge("k", 1, id) == LeftOutBy.None)];
    }

    [Fact]
    public void Plans_that_make_no_sense_are_refused_with_their_field()
    {
        Assert.Equal("samplePercent", ScanPlanCheck.Tidy(new ScanPlan { SamplePercent = double.NaN }).Problem?.Field);
        Assert.Equal("bytesPerObject", ScanPlanCheck.Tidy(new ScanPlan { BytesPerObject = 1 }).Problem?.Field);
        Assert.Equal("maxObjectBytes", ScanPlanCheck.Tidy(new ScanPlan { MaxObjectBytes = 0 }).Problem?.Field);
        Assert.Equal("timeBudgetSeconds", ScanPlanCheck.Tidy(new ScanPlan { TimeBudget = TimeSpan.FromSeconds(1) }).Problem?.Field);
        Assert.Equal("byteBudget", ScanPlanCheck.Tidy(new ScanPlan { ByteBudget = -1 }).Problem?.Field);
        Assert.Equal("prefixes", ScanPlanCheck.Tidy(new ScanPlan { Prefixes = [new string('x', 2000)] }).Problem?.Field);
        Assert.Equal("exclude", ScanPlanCheck.Tidy(new ScanPlan { Exclude = [.. Enumerable.Range(0, 501).Select(i => $"{i}")] }).Problem?.Field);
    }

    private static ScanPlan Tidy(ScanPlan plan) => ScanPlanCheck.Tidy(plan).Value!;
}
