using AngleSharp.Dom;
using Bunit;
using DlpDashboard.Detection;
using DlpDashboard.Kernel;
using DlpDashboard.Risk;
using DlpDashboard.Risk.Arithmetic;
using DlpDashboard.Risk.Pages;
using DlpDashboard.Tests.UI;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace DlpDashboard.Tests.Risk;

/// <summary>What the parts of the risk pages say of what they are given.</summary>
public sealed class RiskPartsTests
{
    [Fact]
    public async Task Each_cell_of_the_heat_map_opens_its_list_and_keeps_the_other_filters()
    {
        await using var stage = new Stage();
        stage.Services.GetRequiredService<NavigationManager>().NavigateTo($"{Links.Risks}?q=shop");
        var map = stage.Render<RiskMatrix>(with => with.Add(part => part.Cells, [new RiskCell(ExposureLevel.AnonymousRead, SensitivityBand.Critical, 1234, 90), new RiskCell(ExposureLevel.Private, SensitivityBand.Unknown, 1, 6)]));
        var worst = map.FindAll("td a")[0];
        Assert.Equal("1.2k", worst.TextContent);
        Assert.Equal($"{Links.Risks}?exposure=anonymousRead&sensitivity=critical&q=shop", worst.GetAttribute("href"));
        Assert.Contains("1,234 buckets", worst.GetAttribute("aria-label")!, StringComparison.Ordinal);
        Assert.Contains("highest risk 90", worst.GetAttribute("aria-label")!, StringComparison.Ordinal);
        Assert.Equal(7, map.FindAll("tbody tr").Count);
        Assert.Equal(2, map.FindAll("td a").Count);
    }

    [Fact]
    public async Task The_cell_whose_list_is_open_is_marked_and_leads_back()
    {
        await using var stage = new Stage();
        stage.Services.GetRequiredService<NavigationManager>().NavigateTo($"{Links.Risks}?exposure=private&sensitivity=unknown");
        var map = stage.Render<RiskMatrix>(with => with.Add(part => part.Cells, [new RiskCell(ExposureLevel.Private, SensitivityBand.Unknown, 1, 6)]));
        Assert.Equal(("true", Links.Risks), (map.Find("td a").GetAttribute("aria-current"), map.Find("td a").GetAttribute("href")));
    }

    [Theory]
    [InlineData(0, "Minimal")]
    [InlineData(5, "Low")]
    [InlineData(15, "Medium")]
    [InlineData(30, "High")]
    [InlineData(50, "Critical")]
    [InlineData(100, "Critical")]
    public async Task A_risk_is_a_number_and_a_word(int value, string word)
    {
        await using var stage = new Stage();
        var pill = stage.Render<RiskPill>(with => with.Add(part => part.Value, value));
        Assert.Equal($"{value}{word}", pill.Find("span").TextContent);
    }

    [Fact]
    public async Task A_bucket_shows_its_arithmetic_and_what_lowers_it()
    {
        await using var stage = new Stage();
        var joined = JoinedRisk.Of(
            new BucketExposureFacts(true, true, ["read"], 0, false, false, false),
            [new FoundKind("payment-card", "financial", Severity.High, Likelihood.VeryLikely, 37, 1204)],
            new BucketCover(100, 60, 0, true));
        var panel = Panel(stage, joined);
        Assert.Contains("Exposure 95 × (0.05 + 0.95 × sensitivity 67.1 ÷ 100) = 65", panel.Find(".sum").TextContent, StringComparison.Ordinal);
        Assert.Contains("1,204", panel.Find("table tbody tr").TextContent, StringComparison.Ordinal);
        Assert.Equal(3, panel.FindAll(".steps li").Count);
        Assert.Contains("at least 12", panel.Markup, StringComparison.Ordinal);
        Assert.Contains(panel.FindAll("a"), link => link.GetAttribute("href")!.Contains("view=access", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_private_bucket_in_which_nothing_was_found_has_nothing_to_lower()
    {
        await using var stage = new Stage();
        var panel = Panel(stage, JoinedRisk.Of(new BucketExposureFacts(true, false, [], 0, false, false, false), [], new BucketCover(10, 10, 0, true)));
        Assert.Empty(panel.FindAll(".steps li"));
        Assert.Empty(panel.FindAll("table"));
        Assert.Contains("Nothing found", panel.Markup, StringComparison.Ordinal);
    }

    private static IRenderedComponent<BucketRiskPanel> Panel(Stage stage, JoinedRisk joined)
    {
        var head = new BucketHead(Guid.Empty, Guid.Empty, "Shop", "aws", "exports", null, 40, null, null);
        stage.ComponentFactories.AddStub<OwnName>();
        return stage.Render<BucketRiskPanel>(with => with.Add(part => part.Risk, new BucketRiskView(
            head, joined, joined.Exposure.Level, joined.Sensitivity.Band(joined.Cover), "Why.", null, null, [])));
    }
}
