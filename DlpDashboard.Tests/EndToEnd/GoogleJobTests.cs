using System.Globalization;
using DlpDashboard.Tests.Testing;
using Microsoft.Playwright;

namespace DlpDashboard.Tests.EndToEnd;

/// <summary>Google Cloud Storage from the form to a finding: the real app, a real browser, a server that answers as Google's reference says.</summary>
public sealed class GoogleJobTests(AppFixture app) : IClassFixture<AppFixture>
{
    private const int Objects = 40;

    [Fact]
    public async Task A_bucket_is_connected_by_a_service_account_tested_scanned_and_its_finding_shown()
    {
        await using var server = await GoogleStorage.StartAsync();
        server.WantsToken = true;
        foreach (var at in Enumerable.Range(0, Objects))
        {
            server.Objects[$"exports/rows-{at:0000}.csv"] = string.Create(CultureInfo.InvariantCulture, $"name,card\nPerson {at},4111 1111 1111 {1111}\n");
        }

        await using var person = await Person.SignInAsync(app.Address);
        var page = person.Page;
        await person.GoAsync("/endpoints/new");
        await page.GetByLabel("Google Cloud Storage").CheckAsync();
        await page.GetByLabel("Name", new() { Exact = true }).FillAsync("Exports at Google");
        await page.GetByLabel("Endpoint URL").FillAsync(server.Url);
        await page.GetByLabel("Service account key (JSON)").FillAsync(server.Account.Json(("token_uri", "https://tokens.example/steal")));
        await page.GetByLabel("Buckets").FillAsync("bucket");
        await page.GetByRole(AriaRole.Button, new() { Name = "Test connection" }).ClickAsync();
        await page.GetByText("does not lead to Google").First.WaitForAsync();
        Assert.Equal(0, server.Requests);

        await page.GetByLabel("Service account key (JSON)").FillAsync(server.Account.Json());
        await page.GetByLabel("Buckets").FillAsync("bucket");
        await page.GetByRole(AriaRole.Button, new() { Name = "Test connection" }).Or(page.GetByRole(AriaRole.Button, new() { Name = "Test again" })).First.ClickAsync();
        await page.GetByText("An object was read.").WaitForAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Add endpoint" }).ClickAsync();
        await person.SeeAsync("Exports at Google");
        Assert.DoesNotContain("PRIVATE KEY", await page.ContentAsync(), StringComparison.Ordinal);

        await page.GetByRole(AriaRole.Link, new() { Name = "Start scan" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Start scan" }).ClickAsync();
        await page.Locator("header").GetByText("Completed").WaitForAsync(new() { Timeout = 120_000 });
        await person.GoAsync("/findings?detector=payment-card&q=rows-0007");
        await page.GetByRole(AriaRole.Table, new() { Name = "Findings" }).GetByText("rows-0007.csv").First.WaitForAsync();
        Assert.Empty(person.Complaints);
    }
}
