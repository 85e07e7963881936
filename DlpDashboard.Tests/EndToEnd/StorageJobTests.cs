using System.Net.Http.Json;
using System.Text.Json;
using DlpDashboard.Kernel;
using DlpDashboard.Tests.Testing;
using Microsoft.Playwright;

namespace DlpDashboard.Tests.EndToEnd;

/// <summary>Sizes as a person sees them: the real app, a real browser, folders.</summary>
public sealed class StorageJobTests(StorageJobTests.FolderApp app) : IClassFixture<StorageJobTests.FolderApp>
{
    [Fact]
    public async Task A_folder_is_measured_its_figures_are_seen_and_a_part_of_the_treemap_opens_its_list()
    {
        await using var person = await Person.SignInAsync(app.Address);
        var page = person.Page;
        await person.GoAsync(Links.Storage);
        await page.GetByText("No storage is connected yet").WaitForAsync();
        var endpoint = await AddFolderAsync();
        await person.GoAsync(Links.Storage);
        await page.GetByText("Nothing is measured yet").WaitForAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Measure all now" }).ClickAsync();

        var table = page.GetByRole(AriaRole.Table, new() { Name = "Buckets by size" });
        await page.GetByRole(AriaRole.Heading, new() { Name = "Buckets", Exact = true }).ScrollIntoViewIfNeededAsync();
        await table.GetByText("large").WaitForAsync();
        await page.GetByText("9 KB", new() { Exact = true }).First.WaitForAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Measured folders 9 KB" }).ClickAsync();
        await page.WaitForURLAsync($"**{Links.StorageOf(endpoint)}");
        await page.GetByRole(AriaRole.Heading, new() { Name = "By bucket and prefix" }).WaitForAsync();
        Assert.Empty(await Barriers.OnAsync(page, Links.Storage));
        await page.GetByRole(AriaRole.Link, new() { Name = "large 8 KB" }).First.ClickAsync();
        var panel = page.GetByRole(AriaRole.Dialog);
        await panel.GetByText("reports/").First.WaitForAsync();
        await panel.GetByText("one.csv").First.WaitForAsync();
        await panel.GetByText("A forecast needs sizes of 7 days").WaitForAsync();
        await page.Keyboard.PressAsync("Escape");
        await page.GetByRole(AriaRole.Heading, new() { Name = "Buckets", Exact = true }).ScrollIntoViewIfNeededAsync();

        await page.GetByRole(AriaRole.Searchbox, new() { Name = "Search buckets" }).FillAsync("small");
        await page.WaitForURLAsync("**q=small**");
        await Assertions.Expect(table.GetByText("large")).ToHaveCountAsync(0);
        var csv = await page.GetByRole(AriaRole.Link, new() { Name = "CSV" }).GetAttributeAsync("href");
        Assert.Contains("q=small", csv, StringComparison.Ordinal);

        await person.GoAsync(Links.Providers);
        await page.GetByRole(AriaRole.Heading, new() { Name = "Folder" }).First.WaitForAsync();
        await page.GetByText("no scan came to its end yet").WaitForAsync();
        Assert.Empty(await Barriers.OnAsync(page, Links.Providers));
        Assert.Empty(person.Complaints);
    }

    private async Task<Guid> AddFolderAsync()
    {
        foreach (var (name, bytes) in new[] { ("large/reports/one.csv", 5_000), ("large/logs/two.log", 3_000), ("small/three.txt", 1_000) })
        {
            var file = Path.Combine(app.Root, name);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            await File.WriteAllTextAsync(file, new string('x', bytes));
        }

        using var client = await app.AsAdminAsync();
        using var added = await client.PostAsJsonAsync("/api/v1/endpoints", new { name = "Measured folders", provider = "local", settings = new { root = app.Root } });
        Assert.True(added.IsSuccessStatusCode, await added.Content.ReadAsStringAsync());
        return (await added.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid();
    }

    /// <summary>The app with a folder that may be connected.</summary>
    public sealed class FolderApp : AppFixture
    {
        public string Root => Directory.CreateDirectory(Path.Combine(Folder, "measured")).FullName;

        protected override IEnumerable<KeyValuePair<string, string>> Settings => [new("Providers:LocalRoots", Root), new("Storage:LookForWork", "00:00:00.200")];
    }
}
