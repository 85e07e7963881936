using Bunit;
using DlpDashboard.Access;
using DlpDashboard.Kernel;
using DlpDashboard.Scans.Pages;
using DlpDashboard.Scans.Planning;
using DlpDashboard.Tests.Testing;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace DlpDashboard.Tests.Scans.History;

public sealed class ScanComparePageTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task Without_scans_in_the_address_it_says_what_to_choose()
    {
        await using var house = new ScanHouse(database, new ScriptedStore());
        await using var stage = new ScanStage(house);
        var page = At(stage, "/scans/compare");
        page.WaitForAssertion(() => Assert.Contains("Choose two scans", page.Markup, StringComparison.Ordinal), Patience);
        Assert.Single(page.FindAll("h1"));
    }

    [Fact]
    public async Task Scans_in_the_wrong_order_are_a_problem_with_a_sentence()
    {
        await using var house = new ScanHouse(database, new ScriptedStore());
        var first = await house.ScanAsync();
        var second = await house.ScanAsync();
        await using var stage = new ScanStage(house);
        var page = At(stage, Links.CompareScans(second.Id, first.Id));
        page.WaitForAssertion(() => Assert.Contains("Name the earlier one first", page.Find("[role=alert]").TextContent, StringComparison.Ordinal), Patience);
        Assert.Equal(Links.CompareScans(first.Id, second.Id), page.Find(".swap a").GetAttribute("href"));
    }

    [Fact]
    public async Task Numbers_notes_and_rows_stand_there_and_a_kind_in_the_address_narrows_the_rows()
    {
        const string hostile = "<img src=x onerror=alert(1)>.txt";
        var store = new ScriptedStore().With("a", "gone.txt", Results.Text).With("a", "same.txt", Results.Text);
        await using var house = new ScanHouse(database, store);
        var first = await house.ScanAsync();
        store.Remove("a", "gone.txt");
        store.With("a", hostile, Results.Text);
        var second = await house.ScanAsync(new ScanPlan { MaxObjectBytes = 1_000_000 });
        await using var stage = new ScanStage(house);
        var page = At(stage, Links.CompareScans(first.Id, second.Id));

        page.WaitForAssertion(() => Assert.Equal(["1", "0", "0", "1", "–"], page.FindAll(".stat .value").Select(value => value.TextContent)), Patience);
        Assert.Contains("leave out", page.Find("[role=note]").TextContent, StringComparison.Ordinal);
        page.WaitForAssertion(() => Assert.Equal([hostile, "gone.txt"], page.FindAll("tbody bdi.clip").Select(cell => cell.TextContent).Order(StringComparer.Ordinal)), Patience);
        Assert.Empty(page.FindAll("img"));
        Assert.EndsWith($"/api/v1/scans/compare/export?from={first.Id}&to={second.Id}", page.Find("a[download]").GetAttribute("href"), StringComparison.Ordinal);

        stage.Services.GetRequiredService<NavigationManager>().NavigateTo(page.FindAll("nav.tabs a").Single(tab => tab.TextContent.StartsWith("Gone", StringComparison.Ordinal)).GetAttribute("href")!);
        page.WaitForAssertion(() => Assert.Equal("gone.txt", Assert.Single(page.FindAll("tbody bdi.clip")).TextContent), Patience);
        Assert.EndsWith("kind=gone", page.Find("a[download]").GetAttribute("href"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_may_not_take_findings_out_is_offered_no_file()
    {
        await using var house = new ScanHouse(database, new ScriptedStore().With("a", "x.txt", Results.Text));
        var scan = await house.ScanAsync();
        await using var stage = new ScanStage(house, house.Actor with { Permissions = new HashSet<string> { Permissions.ScansRead, Permissions.FindingsRead } });
        var page = At(stage, Links.CompareScans(null, scan.Id));
        page.WaitForAssertion(() => Assert.Equal("x.txt", page.Find("tbody bdi.clip").TextContent), Patience);
        Assert.Empty(page.FindAll("a[download]"));
    }

    [Fact]
    public async Task Two_scans_chosen_in_the_list_lead_to_their_comparison()
    {
        await using var house = new ScanHouse(database, new ScriptedStore());
        var first = await house.ScanAsync();
        var second = await house.ScanAsync();
        await using var stage = new ScanStage(house);
        var page = stage.Render<ScansPage>();
        page.WaitForAssertion(() => Assert.Equal(2, page.FindAll("tbody input[type=checkbox]").Count), Patience);
        await page.FindAll("tbody input[type=checkbox]")[0].ChangeAsync(new() { Value = true });
        Assert.Contains("Choose two scans of one endpoint", page.Markup, StringComparison.Ordinal);
        await page.FindAll("tbody input[type=checkbox]")[1].ChangeAsync(new() { Value = true });
        Assert.Contains(page.FindAll("a.button"), link => link.GetAttribute("href") == Links.CompareScans(first.Id, second.Id));
    }

    [Fact]
    public async Task A_scans_page_tells_its_changes_and_the_trend_and_not_to_whom_findings_are_hidden()
    {
        var store = new ScriptedStore().With("a", "x.txt", Results.Text);
        await using var house = new ScanHouse(database, store);
        var first = await house.ScanAsync();
        store.With("a", "y.txt", Results.Text);
        var second = await house.ScanAsync();
        await using (var stage = new ScanStage(house))
        {
            var page = stage.Render<ScanPage>(with => with.Add(p => p.Id, second.Id));
            page.WaitForAssertion(() => Assert.Contains(page.FindAll("a.button"), link => link.GetAttribute("href") == Links.CompareScans(first.Id, second.Id)), Patience);
            page.WaitForAssertion(() => Assert.Contains("2 open findings at the end of the last scan", page.Markup, StringComparison.Ordinal), Patience);
            Assert.Contains("1 more than before it", page.Markup, StringComparison.Ordinal);
            Assert.Contains(page.FindAll("a.button"), link => link.GetAttribute("href") == Links.ScanReport(second.Id));
        }

        await using var hidden = new ScanStage(house, house.Actor with { Permissions = new HashSet<string> { Permissions.ScansRead } });
        var narrow = hidden.Render<ScanPage>(with => with.Add(p => p.Id, second.Id));
        narrow.WaitForAssertion(() => Assert.Contains("Timeline", narrow.Markup, StringComparison.Ordinal), Patience);
        Assert.DoesNotContain("Changes since", narrow.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("Report", narrow.Markup, StringComparison.Ordinal);
    }

    private static IRenderedComponent<ScanComparePage> At(ScanStage stage, string path)
    {
        stage.Services.GetRequiredService<NavigationManager>().NavigateTo(path);
        return stage.Render<ScanComparePage>();
    }
}
