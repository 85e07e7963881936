using System.Net.Http.Json;
using System.Text.Json;
using DlpDashboard.Events;
using DlpDashboard.Findings;
using DlpDashboard.Tests.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace DlpDashboard.Tests.Findings;

/// <summary>The list of findings as a person uses it: order, and triage of more than is shown.</summary>
public sealed class FindingsInBrowserTests(FindingsInBrowserTests.App app) : IClassFixture<FindingsInBrowserTests.App>
{
    private const int Files = 230;

    [Fact]
    public async Task The_most_severe_come_first_and_all_that_match_are_set_though_not_all_are_shown()
    {
        using var client = await app.AsAdminAsync();
        await ScannedAsync(client);
        await using var person = await Person.SignInAsync(app.Address);
        var page = person.Page;
        await person.GoAsync("/findings");
        var table = page.GetByRole(AriaRole.Table, new() { Name = "Findings" });
        await table.GetByText("High").Or(table.GetByText("Medium")).First.WaitForAsync();
        await page.GetByLabel("Order").SelectOptionAsync("severity");
        await Assertions.Expect(table.Locator("tbody tr[data-row]").First).ToContainTextAsync("card.txt");

        await person.GoAsync("/findings?detector=email");
        await page.GetByRole(AriaRole.Checkbox, new() { Name = "Choose all loaded rows" }).CheckAsync();
        await page.GetByText("100 rows chosen").WaitForAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Set status of all that match" }).ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog, new() { Name = "Set status" });
        await dialog.GetByRole(AriaRole.Heading, new() { Name = $"Set the status of all {Files} findings that match" }).WaitForAsync();
        Assert.Empty(await Barriers.OnAsync(page, "bulk"));
        await dialog.GetByRole(AriaRole.Button, new() { Name = $"Set the status of {Files} findings" }).ClickAsync();
        await page.GetByText($"{Files} findings set to acknowledged.").WaitForAsync();

        await using var db = app.NewContext();
        Assert.Equal(Files, await db.Findings.CountAsync(f => f.DetectorId == "email" && f.Status == FindingStatus.Acknowledged));
        Assert.Equal(1, await db.Findings.CountAsync(f => f.DetectorId == "payment-card" && f.Status == FindingStatus.Open));
        Assert.Single(await db.Set<StoryEvent>().Where(e => e.Type == EventTypes.FindingsTriaged).ToListAsync());
        Assert.Empty(person.Complaints);
    }

    private async Task ScannedAsync(HttpClient client)
    {
        var root = Directory.CreateDirectory(Path.Combine(app.Folder, "files", "many")).FullName;
        for (var at = 0; at < Files; at++)
        {
            await File.WriteAllTextAsync(Path.Combine(root, $"mail-{at:000}.txt"), "Write to jane.roe@example.com");
        }

        await File.WriteAllTextAsync(Path.Combine(root, "card.txt"), $"card 4111 1111 1111 {1111}");
        using var added = await client.PostAsJsonAsync("/api/v1/endpoints", new { name = "Many", provider = "local", settings = new { root } });
        var endpoint = (await added.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid();
        using var started = await client.PostAsJsonAsync("/api/v1/scans", new { endpointId = endpoint, detectors = new[] { "email", "payment-card" } });
        var scan = (await started.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid();
        await Until.TrueAsync(async () =>
        {
            await using var db = app.NewContext();
            return (await db.FindAsync<DlpDashboard.Scans.Scan>(scan))?.HasEnded == true;
        });
    }

    /// <summary>The app that may read the fixture's folder.</summary>
    public sealed class App : AppFixture
    {
        protected override IEnumerable<KeyValuePair<string, string>> Settings => [new("Providers:LocalRoots:0", Path.Combine(Folder, "files"))];
    }
}
