using Bunit;
using DlpDashboard.Detection;
using DlpDashboard.Scans.Pages;
using DlpDashboard.Scans.Planning;

namespace DlpDashboard.Tests.Scans;

public sealed class ScanPlanFieldsTests : IAsyncDisposable
{
    private readonly BunitContext _stage = new();
    private ScanPlan _plan = ScanPlan.Everything;

    public ValueTask DisposeAsync() => _stage.DisposeAsync();

    [Fact]
    public async Task What_is_written_becomes_the_plan_with_its_units()
    {
        var fields = Show(ScanPlan.Everything);
        await fields.Find("#plan-prefixes").ChangeAsync("hr/\nit/\r\n\n");
        await fields.Find("#plan-maxObjectBytes").ChangeAsync("2.5");
        await fields.Find("#plan-bytesPerObject").ChangeAsync("64");
        await fields.Find("#plan-timeBudgetSeconds").ChangeAsync("2");
        await fields.Find("#plan-samplePercent").ChangeAsync("0.5");
        await fields.Find("[aria-label='Unit of byte budget']").ChangeAsync("TB");
        await fields.Find("#plan-byteBudget").ChangeAsync("1");

        Assert.Equal(["hr/", "it/"], _plan.Prefixes);
        Assert.Equal((2_500_000, 65536, 7200d, 0.5, 1_000_000_000_000), (_plan.MaxObjectBytes, _plan.BytesPerObject, _plan.TimeBudget?.TotalSeconds, _plan.SamplePercent, _plan.ByteBudget));
        Assert.True(ScanPlanCheck.Tidy(_plan).Succeeded);
    }

    [Fact]
    public void A_plan_stands_in_its_fields_in_the_shortest_units()
    {
        var fields = Show(new ScanPlan { BytesPerObject = 65536, MaxObjectBytes = 1_500_000_000, TimeBudget = TimeSpan.FromHours(36) });
        Assert.Equal("64", fields.Find("#plan-bytesPerObject").GetAttribute("value"));
        Assert.Equal("1.5", fields.Find("#plan-maxObjectBytes").GetAttribute("value"));
        Assert.Equal("36", fields.Find("#plan-timeBudgetSeconds").GetAttribute("value"));
    }

    [Theory]
    [InlineData("NaN")]
    [InlineData("-5")]
    [InlineData("1e9")]
    [InlineData("1,5")]
    [InlineData("∞")]
    [InlineData("99999999999999999999999999999")]
    [InlineData("ten")]
    public async Task What_is_no_number_is_said_at_its_field_and_no_check_lets_it_pass(string written)
    {
        foreach (var field in new[] { "samplePercent", "maxObjectBytes", "bytesPerObject", "timeBudgetSeconds", "byteBudget" })
        {
            var fields = Show(ScanPlan.Everything);
            await fields.Find($"#plan-{field}").ChangeAsync(written);
            var input = fields.Find($"#plan-{field}");
            Assert.Equal("true", input.GetAttribute("aria-invalid"));
            Assert.Equal(written, input.GetAttribute("value"));
            Assert.Equal(field, Assert.Single(ScanPlanCheck.Problems(_plan)).Field);
        }
    }

    [Fact]
    public void All_problems_stand_at_their_fields_at_once_and_their_parts_open()
    {
        var plan = new ScanPlan
        {
            Prefixes = [.. Enumerable.Range(0, 10_000).Select(i => $"{i}/")],
            Include = [new string('*', 2000)],
            Detectors = ["no-such"],
            MaxObjectBytes = -1,
            SamplePercent = double.NaN,
            BytesPerObject = long.MinValue,
            TimeBudget = TimeSpan.MaxValue,
            ByteBudget = 0,
        };
        var problems = ScanPlanCheck.Problems(plan);
        Assert.Equal(["detectors", "prefixes", "include", "maxObjectBytes", "samplePercent", "bytesPerObject", "timeBudgetSeconds", "byteBudget"], problems.Select(problem => problem.Field));

        var fields = _stage.Render<ScanPlanFields>(with => with.Add(p => p.Value, plan with { Prefixes = [] }).Add(p => p.Problems, problems));

        Assert.All(problems, problem => Assert.Contains(problem.Sentence, fields.Find($"#plan-{problem.Field}-error").TextContent, StringComparison.Ordinal));
        Assert.Equal(4, fields.FindAll("details[open]").Count);
    }

    [Fact]
    public async Task Presets_fill_the_plan_and_tell_which_one_it_is()
    {
        var fields = Show(ScanPlan.Everything);
        Assert.Equal("Everything", fields.Find("[aria-pressed=true]").TextContent);
        await fields.FindAll(".preset").Single(preset => preset.TextContent == "Secrets only").ClickAsync(new());

        Assert.Equal(["pack-secrets"], _plan.Detectors);
        Assert.All(ScanPlanPreset.All, preset => Assert.True(ScanPlanCheck.Tidy(preset.Plan).Succeeded));
    }

    [Fact]
    public async Task Detectors_are_found_by_name_and_chosen_by_category()
    {
        var fields = Show(ScanPlan.Everything);
        await fields.Find("#plan-detectors").InputAsync("financial");
        Assert.DoesNotContain(fields.FindAll(".groups legend"), legend => legend.TextContent.Contains("Secret", StringComparison.Ordinal));
        await fields.Find(".groups legend button").ClickAsync(new());
        Assert.Equal(DetectorCatalogue.All.Count(detector => detector.Category == "financial"), _plan.Detectors.Count);
    }

    [Fact]
    public void The_words_name_every_limit()
    {
        var plan = new ScanPlan { Mode = ScanMode.Changed, Prefixes = ["hr/", "a/", "b/"], Extensions = ["csv"], Exclude = ["tmp*"], MaxObjectBytes = 10_000_000, SamplePercent = 5, BytesPerObject = 65536, Detectors = ["email"], TimeBudget = TimeSpan.FromHours(2), ByteBudget = 5_000_000_000 };
        Assert.Equal("Changed objects only; below hr/, a/ and 1 more; ending in .csv; without tmp*; up to 10 MB; a sample of 5%; the first 64 KiB of each; E-mail address; stops after 2 h; stops after 5 GB.", ScanPlanWords.Of(plan));
        Assert.Equal("Everything", ScanPlanWords.Brief(ScanPlan.Everything));
        Assert.Equal("a sample of 5%, the first 64 KiB of each", ScanPlanWords.Brief(ScanPlanPreset.All[1].Plan));
        Assert.Contains("nothing is found in about 50 objects, then with 95% confidence at most 4 of 100 (4%)", ScanPlanWords.Bound(new ScanPlan { SamplePercent = 50 }, 100), StringComparison.Ordinal);
    }

    private IRenderedComponent<ScanPlanFields> Show(ScanPlan plan)
    {
        IRenderedComponent<ScanPlanFields>? shown = null;
        shown = _stage.Render<ScanPlanFields>(with => with.Add(p => p.Value, _plan = plan).Add(p => p.ValueChanged, changed =>
        {
            _plan = changed;
            shown!.Render(again => again.Add(p => p.Value, changed));
        }));
        return shown;
    }
}
