using System.Net.Http.Json;
using System.Text.Json;
using DlpDashboard.Kernel;
using DlpDashboard.Tests.Testing;
using Microsoft.Playwright;

namespace DlpDashboard.Tests.EndToEnd;

/// <summary>An organisation's own detectors as a person makes them: the real app, a real browser, a folder.</summary>
public sealed class DetectorJobTests(DetectorJobTests.FolderApp app) : IClassFixture<DetectorJobTests.FolderApp>
{
    [Fact]
    public async Task A_detector_is_written_tried_scanned_with_and_switched_off()
    {
        var endpoint = await AddFolderAsync("jobs", "badge EMP-123456 of someone@company.example\n");
        await using var person = await Person.SignInAsync(app.Address);
        var page = person.Page;
        await person.GoAsync(Links.NewDetector);
        await page.GetByLabel("Name", new() { Exact = true }).FillAsync("Badge number");
        await page.Locator("#custom-pattern").FillAsync(@"\bEMP-\d{99999}\b");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add detector" }).ClickAsync();
        await page.Locator("#custom-pattern[aria-invalid=true]").WaitForAsync();
        await page.GetByText("its repeats make").WaitForAsync();
        await page.Locator("#custom-pattern").FillAsync(@"\bEMP-\d{6}\b");
        await page.GetByLabel("Text to try").FillAsync("one EMP-654321 here");
        await page.GetByRole(AriaRole.Button, new() { Name = "Try it" }).ClickAsync();
        await page.Locator(".marks mark", new() { HasText = "EMP-654321" }).WaitForAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Add detector" }).ClickAsync();
        await person.SeeAsync("Badge number");

        await ScanAsync(person, endpoint);
        await person.GoAsync("/findings");
        var table = page.GetByRole(AriaRole.Table, new() { Name = "Findings" });
        await table.GetByText("Badge number").WaitForAsync();
        await table.GetByText("email", new() { Exact = true }).WaitForAsync();

        await person.GoAsync(Links.Detector("email"));
        await page.GetByLabel("Look for it").UncheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        await page.Locator("header").GetByText("Off").WaitForAsync();
        await ScanAsync(person, endpoint);
        await person.GoAsync("/findings?status=open");
        await table.GetByText("Badge number").WaitForAsync();
        Assert.Equal(0, await table.GetByText("email", new() { Exact = true }).CountAsync());
        Assert.Empty(person.Complaints);
    }

    [Fact]
    public async Task A_long_list_of_words_comes_from_a_file_and_a_megabyte_is_tried_in_the_browser()
    {
        var file = Path.Combine(app.Folder, "names.txt");
        await File.WriteAllLinesAsync(file, Enumerable.Range(0, 100_000).Select(at => $"codename{at}"));
        await using var person = await Person.SignInAsync(app.Address);
        var page = person.Page;
        await person.GoAsync(Links.NewDetector);
        await page.GetByLabel("Name", new() { Exact = true }).FillAsync("Code names");
        await page.GetByLabel("Words and phrases").First.CheckAsync();
        await page.Locator("input[type=file]").SetInputFilesAsync(file);
        await page.GetByText("100,000 words and phrases").WaitForAsync();
        await page.GetByLabel("Text to try").FillAsync(new string('x', 900_000) + " codename777 ");
        await page.GetByRole(AriaRole.Button, new() { Name = "Try it" }).ClickAsync();
        await page.GetByText("1 value was found.").WaitForAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Add detector" }).ClickAsync();
        await person.SeeAsync("Code names");

        // A short list is written in its box, and what is written there is what is saved.
        await person.GoAsync(Links.NewDetector);
        await page.GetByRole(AriaRole.Button, new() { Name = "Code names of projects" }).ClickAsync();
        await page.Locator("#custom-terms").FillAsync("Zanzibar\nQuokka");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add detector" }).ClickAsync();
        await page.GetByText("2 words and phrases, such as Zanzibar, Quokka").WaitForAsync();
        Assert.Empty(person.Complaints);
    }

    [Fact]
    public async Task A_value_is_excluded_in_the_panel_and_the_filters_of_the_catalogue_stand_in_the_address()
    {
        await using var person = await Person.SignInAsync(app.Address);
        var page = person.Page;
        await person.GoAsync(Links.Exclusions);
        await page.GetByRole(AriaRole.Button, new() { Name = "New rule" }).ClickAsync();
        var panel = page.GetByRole(AriaRole.Dialog);
        await panel.Locator("#exclusion-value").FillAsync("our-own-sample-value");
        await panel.GetByRole(AriaRole.Button, new() { Name = "Add rule" }).ClickAsync();
        await panel.Locator("#exclusion-reason[aria-invalid=true]").WaitForAsync();
        await panel.Locator("#exclusion-reason").FillAsync("A sample of ours");
        await panel.GetByRole(AriaRole.Button, new() { Name = "Add rule" }).ClickAsync();
        await page.GetByRole(AriaRole.Table, new() { Name = "Exclusion rules" }).GetByText("ou********ue").WaitForAsync();

        await person.GoAsync("/detectors?category=health&region=GB");
        var table = page.GetByRole(AriaRole.Table, new() { Name = "Detectors" });
        await table.GetByText("UK NHS number").WaitForAsync();
        Assert.Equal(0, await table.GetByText("Payment card").CountAsync());
        Assert.Empty(person.Complaints);
    }

    private static async Task ScanAsync(Person person, Guid endpoint)
    {
        await person.GoAsync(Links.StartScan(endpoint));
        await person.Page.GetByRole(AriaRole.Button, new() { Name = "Start scan" }).Last.ClickAsync();
        await person.SeeAsync("Scan of");
        await person.Page.Locator("header").GetByText("Completed").WaitForAsync();
    }

    private async Task<Guid> AddFolderAsync(string name, string text)
    {
        var root = Path.Combine(app.Folder, "files", name);
        Directory.CreateDirectory(Path.Combine(root, "bucket"));
        await File.WriteAllTextAsync(Path.Combine(root, "bucket", "a.txt"), text);
        using var client = await app.AsAdminAsync();
        using var made = await client.PostAsJsonAsync("/api/v1/endpoints", new { name, provider = "local", settings = new { root } });
        var body = await made.Content.ReadAsStringAsync();
        Assert.True(made.IsSuccessStatusCode, body);
        return JsonDocument.Parse(body).RootElement.GetProperty("id").GetGuid();
    }

    /// <summary>The app that may read folders of its own.</summary>
    public sealed class FolderApp : AppFixture
    {
        protected override IEnumerable<KeyValuePair<string, string>> Settings => [new("Providers:LocalRoots:0", Path.Combine(Folder, "files"))];
    }
}
