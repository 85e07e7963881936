using Bunit;
using DlpDashboard.Access;
using DlpDashboard.Kernel;
using DlpDashboard.Risk;
using DlpDashboard.Risk.Pages;
using DlpDashboard.Tests.Posture;
using DlpDashboard.Tests.Testing;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace DlpDashboard.Tests.Risk;

/// <summary>The pages' states: nothing there, nothing that matches, something, a bucket that is not there, a person who may see only half.</summary>
public sealed class RiskPagesTests(PostureWorld world) : IClassFixture<PostureWorld>
{
    [Fact]
    public async Task Without_buckets_the_page_says_how_to_begin()
    {
        await using var stage = new AppStage(world, await world.NewActorAsync());
        var page = stage.Render<RiskPage>();
        page.WaitForAssertion(() => Assert.Contains("No bucket is known yet", page.Markup, StringComparison.Ordinal));
        Assert.Empty(page.FindAll(".matrix"));
        Assert.Contains(page.FindAll(".empty a"), link => link.GetAttribute("href") == Links.Endpoints);
    }

    [Fact]
    public async Task Buckets_stand_in_the_map_and_in_the_list_and_lead_to_their_pages()
    {
        var (endpoint, _) = await world.NewFoldersAsync("ledgers");
        await using var stage = new AppStage(world, await world.AdminAsync());
        stage.Services.GetRequiredService<NavigationManager>().NavigateTo(Links.RisksOf(endpoint));
        await Until.TrueAsync(async () => await world.Get<RiskReader>().CellsAsync(await world.AdminAsync(), new RiskFilter(EndpointIds: [endpoint]), default) is [{ Buckets: > 0 }, ..]);
        var page = stage.Render<RiskPage>();
        page.WaitForAssertion(() => Assert.Contains("ledgers", page.Find("table:not(.matrix)").TextContent, StringComparison.Ordinal));
        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll(".matrix td a")));
        Assert.Contains("nobody knows what lies in it", page.Markup, StringComparison.Ordinal);
        Assert.Contains(page.FindAll("a[data-open]"), link => link.GetAttribute("href")!.StartsWith("/buckets/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Filters_that_nothing_matches_can_be_cleared_and_values_that_are_none_are_harmless()
    {
        await world.NewFoldersAsync("only");
        await using var stage = new AppStage(world, await world.AdminAsync());
        stage.Services.GetRequiredService<NavigationManager>().NavigateTo($"{Links.Risks}?exposure=nonsense&sensitivity=%00&endpoint=x&detector=no-such&atLeast=9&q=zzz");
        var page = stage.Render<RiskPage>();
        page.WaitForAssertion(() => Assert.Contains("No bucket matches these filters", page.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_bucket_of_others_or_of_nobody_is_not_there()
    {
        var (endpoint, _) = await world.NewFoldersAsync("theirs");
        await using var stage = new AppStage(world, await world.NewActorAsync());
        foreach (var id in new[] { StableId.OfBucket(endpoint, "theirs"), Guid.CreateVersion7() })
        {
            var page = stage.Render<BucketPage>(with => with.Add(p => p.Id, id));
            page.WaitForAssertion(() => Assert.Contains("There is no such bucket in your organisation", page.Markup, StringComparison.Ordinal));
            Assert.DoesNotContain("theirs", page.Markup, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task What_a_refresh_read_stands_on_the_buckets_page_at_its_end()
    {
        const string Failure = "Everybody on the machine may write";
        var (endpoint, folder) = await world.NewFoldersAsync("opened");
        await using var stage = new AppStage(world, await world.AdminAsync());
        var bucket = StableId.OfBucket(endpoint, "opened");
        stage.Services.GetRequiredService<NavigationManager>().NavigateTo(Links.Bucket(bucket, "checks"));
        var page = stage.Render<BucketPage>(with => with.Add(p => p.Id, bucket));
        page.WaitForAssertion(() => Assert.Contains("Others may not write", page.Markup, StringComparison.Ordinal));
        Assert.DoesNotContain(Failure, page.Markup, StringComparison.Ordinal);
        File.SetUnixFileMode(Path.Combine(folder, "opened"), (UnixFileMode)0b111_111_111);
        await world.RefreshAsync(endpoint);
        page.WaitForAssertion(() => Assert.Contains(Failure, page.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_may_not_see_findings_sees_how_the_bucket_is_set_up_and_nothing_of_what_was_found()
    {
        var (endpoint, _) = await world.NewFoldersAsync("half");
        var admin = await world.AdminAsync();
        await using var stage = new AppStage(world, admin with { Permissions = new HashSet<string>(StringComparer.Ordinal) { Permissions.PostureRead } });
        var page = stage.Render<BucketPage>(with => with.Add(p => p.Id, StableId.OfBucket(endpoint, "half")));
        page.WaitForAssertion(() => Assert.Contains("Findings are not shown to you", page.Markup, StringComparison.Ordinal));
        Assert.Equal(["Overview", "Checks", "Access", "Documents", "History"], page.FindAll("nav a, [role=tab]").Select(tab => tab.TextContent.Trim()).Where(text => text is not ("Risk" or "")).Intersect(["Overview", "Checks", "Access", "Documents", "Findings", "Storage", "History"]));
        Assert.DoesNotContain(page.FindAll("a, button"), part => part.TextContent.Contains("Start scan", StringComparison.Ordinal));
    }
}
