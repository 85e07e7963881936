using Bunit;
using DlpDashboard.Access;
using DlpDashboard.Kernel;
using DlpDashboard.Storage.Pages;
using DlpDashboard.Tests.Posture;
using DlpDashboard.Tests.Testing;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace DlpDashboard.Tests.Storage;

/// <summary>The pages' states: nothing connected, nothing measured, something measured, a person who may only look.</summary>
public sealed class StoragePagesTests(PostureWorld world) : IClassFixture<PostureWorld>
{
    [Fact]
    public async Task Without_endpoints_both_pages_say_how_to_begin()
    {
        await using var stage = new AppStage(world, await world.NewActorAsync());
        var sizes = stage.Render<StoragePage>();
        sizes.WaitForAssertion(() => Assert.Contains("No storage is connected yet", sizes.Markup, StringComparison.Ordinal));
        var providers = stage.Render<ProvidersPage>();
        providers.WaitForAssertion(() => Assert.Contains("No storage is connected yet", providers.Markup, StringComparison.Ordinal));
        Assert.Contains(providers.FindAll(".empty a"), link => link.GetAttribute("href") == Links.Endpoints);
    }

    [Fact]
    public async Task What_is_not_measured_says_so_and_measuring_it_shows_its_size()
    {
        var (endpoint, folder) = await world.NewFoldersAsync("pictures");
        await File.WriteAllBytesAsync(Path.Combine(folder, "pictures", "one.png"), new byte[2048]);
        await using var stage = new AppStage(world, await world.AdminAsync());
        stage.Services.GetRequiredService<NavigationManager>().NavigateTo(Links.StorageOf(endpoint));
        var page = stage.Render<StoragePage>();
        page.WaitForAssertion(() => Assert.Contains("Measure now", page.Markup, StringComparison.Ordinal));
        await page.FindAll("button").Single(button => button.TextContent.Contains("Measure now", StringComparison.Ordinal)).ClickAsync(new());
        page.WaitForAssertion(() => Assert.Contains("pictures", page.Find("table").TextContent, StringComparison.Ordinal));
        page.WaitForAssertion(() => Assert.Equal("2 KB", page.FindAll(".stat .value")[0].TextContent));
        Assert.Contains("A forecast needs sizes of 7 days", page.Markup, StringComparison.Ordinal);
        var providers = stage.Render<ProvidersPage>();
        providers.WaitForAssertion(() => Assert.Contains("Folder", providers.Find(".providers").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_only_looks_is_not_offered_to_measure()
    {
        await world.NewFoldersAsync("still");
        var admin = await world.AdminAsync();
        await using var stage = new AppStage(world, admin with { Permissions = new HashSet<string>(StringComparer.Ordinal) { Permissions.StorageRead } });
        var page = stage.Render<StoragePage>();
        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll(".empty, .figures")));
        Assert.DoesNotContain(page.FindAll("button"), button => button.TextContent.Contains("Measure", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Filters_that_are_none_are_harmless()
    {
        await world.NewFoldersAsync("calm");
        await using var stage = new AppStage(world, await world.AdminAsync());
        stage.Services.GetRequiredService<NavigationManager>().NavigateTo("/storage?endpoint=x&provider=%00&sort=nonsense&unlisted=maybe&uploads=7&bucket=not-an-id&q=zzz");
        var page = stage.Render<StoragePage>();
        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll(".empty, .figures")));
    }
}
