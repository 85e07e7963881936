using Bunit;
using DlpDashboard.Access;
using DlpDashboard.Kernel;
using DlpDashboard.Posture;
using DlpDashboard.Posture.Judging;
using DlpDashboard.Posture.Pages;
using DlpDashboard.Tests.Testing;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace DlpDashboard.Tests.Posture;

/// <summary>The pages' states: nothing there, nothing read, something wrong, nobody who may.</summary>
public sealed class SecurityPagesTests(PostureWorld world) : IClassFixture<PostureWorld>
{
    [Fact]
    public async Task Without_endpoints_the_page_says_how_to_begin()
    {
        await using var stage = new AppStage(world, await world.NewActorAsync());
        var page = stage.Render<SecurityPage>();
        page.WaitForAssertion(() => Assert.Contains("No storage endpoints yet", page.Markup, StringComparison.Ordinal));
        Assert.Contains(page.FindAll(".empty a"), link => link.GetAttribute("href") == Links.NewEndpoint);
        var report = stage.Render<CompliancePage>();
        report.WaitForAssertion(() => Assert.Contains("No bucket was judged yet", report.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Figures_endpoints_and_buckets_are_shown_and_each_leads_to_its_list()
    {
        var admin = await world.AdminAsync();
        var (endpoint, _) = await world.NewFoldersAsync("first", "second");
        await using var stage = new AppStage(world, admin);
        stage.Services.GetRequiredService<NavigationManager>().NavigateTo($"/security?endpoint={endpoint}");
        var page = stage.Render<SecurityPage>();
        page.WaitForAssertion(() => Assert.Contains("second", page.Find("table").TextContent, StringComparison.Ordinal));
        page.WaitForAssertion(() => Assert.Equal("3", page.FindAll("a.stat .value")[0].TextContent));
        Assert.Contains(page.FindAll("a.stat"), card => card.TextContent.Contains("Insecure", StringComparison.Ordinal) && card.GetAttribute("href") == $"/security?endpoint={endpoint}&standing=insecure");
        Assert.Contains("asked for by Administrator", page.Find(".endpoints").TextContent, StringComparison.Ordinal);
        Assert.Contains("All endpoints are read each day", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Filters_that_nothing_matches_can_be_cleared_and_values_that_are_none_are_harmless()
    {
        var admin = await world.AdminAsync();
        var (endpoint, _) = await world.NewFoldersAsync("only");
        await using var stage = new AppStage(world, admin);
        stage.Services.GetRequiredService<NavigationManager>().NavigateTo($"/security?endpoint={endpoint}&endpoint=x&standing=nonsense&severity=9&public=maybe&verdict=%00&q=zzz&bucket=not-an-id&view=%22");
        var page = stage.Render<SecurityPage>();
        page.WaitForAssertion(() => Assert.Contains("Nothing matches these filters", page.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_only_reads_is_offered_no_refresh_no_acceptance_and_no_change_of_the_hour()
    {
        var admin = await world.AdminAsync();
        var (endpoint, root) = await world.NewFoldersAsync("wide");
        File.SetUnixFileMode(Path.Combine(root, "wide"), (UnixFileMode)0b111_111_111);
        await world.RefreshAsync(endpoint);
        var bucket = (await world.Get<PostureReader>().PageAsync(admin, new PostureFilter([endpoint], Text: "wide"), null, 1, default)).Items[0];
        await using var stage = new AppStage(world, admin with { Permissions = new HashSet<string>(StringComparer.Ordinal) { Permissions.PostureRead } });
        var page = stage.Render<SecurityPage>();
        page.WaitForAssertion(() => Assert.Contains("wide", page.Markup, StringComparison.Ordinal));
        Assert.DoesNotContain(page.FindAll("button"), button => button.TextContent.Contains("Refresh", StringComparison.Ordinal) || button.TextContent == "Change");
        var checks = stage.Render<BucketChecksPanel>(with => with.Add(p => p.BucketId, bucket.BucketId));
        checks.WaitForAssertion(() => Assert.NotEmpty(checks.FindAll(".check.failed")));
        Assert.DoesNotContain(checks.FindAll("button"), button => button.TextContent.Contains("Accept", StringComparison.Ordinal));
        Assert.Contains("can accept this failure", checks.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failure_is_accepted_with_a_reason_and_taken_back()
    {
        var admin = await world.AdminAsync();
        var (endpoint, root) = await world.NewFoldersAsync("open");
        File.SetUnixFileMode(Path.Combine(root, "open"), (UnixFileMode)0b111_111_111);
        await world.RefreshAsync(endpoint);
        var bucket = (await world.Get<PostureReader>().PageAsync(admin, new PostureFilter([endpoint], Text: "open"), null, 1, default)).Items[0];
        await using var stage = new AppStage(world, admin);
        var panel = stage.Render<BucketChecksPanel>(with => with.Add(p => p.BucketId, bucket.BucketId));
        panel.WaitForAssertion(() => Assert.NotEmpty(panel.FindAll(".check.failed")));
        Assert.Contains("Score", panel.Markup, StringComparison.Ordinal);
        var failed = panel.FindAll(".check.failed").Count;
        await Press(panel, "Accept this failure");
        await panel.WaitForElement("form").SubmitAsync();
        panel.WaitForAssertion(() => Assert.Contains("Say in 5 to 500 characters", panel.Markup, StringComparison.Ordinal));
        await panel.Find("form input[type=text]").ChangeAsync("Shared on purpose.");
        await panel.Find("form").SubmitAsync();
        panel.WaitForAssertion(() => Assert.Equal((failed - 1, 1), (panel.FindAll(".check.failed").Count, panel.FindAll(".check.accepted").Count)));
        Assert.Contains("Shared on purpose.", panel.Find(".check.accepted").TextContent, StringComparison.Ordinal);
        await Press(panel, "Take back");
        panel.WaitForAssertion(() => Assert.Equal((failed, 0), (panel.FindAll(".check.failed").Count, panel.FindAll(".check.accepted").Count)));
    }

    [Fact]
    public async Task A_bucket_that_is_not_there_is_a_problem_in_each_part_that_says_what_to_do()
    {
        await using var stage = new AppStage(world, await world.NewActorAsync());
        var id = Guid.CreateVersion7();
        Assert.All(
            new IRenderedComponent<IComponent>[]
            {
                stage.Render<BucketChecksPanel>(with => with.Add(p => p.BucketId, id)),
                stage.Render<BucketAccessPanel>(with => with.Add(p => p.BucketId, id)),
                stage.Render<BucketDocumentsPanel>(with => with.Add(p => p.BucketId, id)),
                stage.Render<BucketHistoryPanel>(with => with.Add(p => p.BucketId, id)),
            },
            part => part.WaitForAssertion(() => Assert.Contains("There is no such bucket here.", part.Markup, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_changed_document_is_compared_with_its_former_version()
    {
        var admin = await world.AdminAsync();
        var (endpoint, root) = await world.NewFoldersAsync("changing");
        File.SetUnixFileMode(Path.Combine(root, "changing"), (UnixFileMode)0b111_111_111);
        await world.RefreshAsync(endpoint);
        var bucket = (await world.Get<PostureReader>().PageAsync(admin, new PostureFilter([endpoint], Text: "changing"), null, 1, default)).Items[0];
        await using var stage = new AppStage(world, admin);
        var history = stage.Render<BucketHistoryPanel>(with => with.Add(p => p.BucketId, bucket.BucketId));
        history.WaitForAssertion(() => Assert.Contains("Folder changed.", history.Markup, StringComparison.Ordinal));
        stage.Services.GetRequiredService<NavigationManager>().NavigateTo(history.FindAll("a").First(link => link.TextContent == "What changed").GetAttribute("href")!);
        var documents = stage.Render<BucketDocumentsPanel>(with => with.Add(p => p.BucketId, bucket.BucketId));
        documents.WaitForAssertion(() => Assert.NotEmpty(documents.FindAll("pre .new")));
        Assert.NotEmpty(documents.FindAll("pre .gone"));
        Assert.Equal("true", documents.Find("nav a.there").GetAttribute("aria-current"));
    }

    [Fact]
    public async Task A_framework_shows_its_controls_and_says_what_it_does_not_cover()
    {
        var actor = await world.NewActorAsync();
        await world.PlantAsync(actor, "aws", ("a", true, [("s3-public", CheckVerdict.Fail), ("s3-tls-only", CheckVerdict.Pass)]));
        await using var stage = new AppStage(world, actor);
        var page = stage.Render<CompliancePage>();
        page.WaitForAssertion(() => Assert.Contains("It covers object storage only", page.Markup, StringComparison.Ordinal));
        stage.Services.GetRequiredService<NavigationManager>().NavigateTo("/compliance?framework=pci-dss-3.2.1");
        page.WaitForAssertion(() => Assert.Contains("7.2.1", page.Find("table").TextContent, StringComparison.Ordinal));
        Assert.Contains(page.FindAll("td a"), link => link.GetAttribute("href") == "/security?check=s3-public" && link.TextContent == "1");
        stage.Services.GetRequiredService<NavigationManager>().NavigateTo("/compliance?framework=nonsense");
        page.WaitForAssertion(() => Assert.Contains("There is no such framework", page.Markup, StringComparison.Ordinal));
    }

    private static Task Press(IRenderedComponent<BucketChecksPanel> panel, string text) => panel.FindAll("button").First(button => button.TextContent.Trim() == text).ClickAsync(new());
}
