using DlpDashboard.Providers.Azure;
using DlpDashboard.Tests.Testing;
using Microsoft.Playwright;

namespace DlpDashboard.Tests.EndToEnd;

/// <summary>An Azure container from the form to a finding: the real app, a real browser, a real blob service.</summary>
public sealed class AzureJobTests(AppFixture app, Azurite azurite) : IClassFixture<AppFixture>, IClassFixture<Azurite>
{
    [Fact]
    public async Task A_container_is_connected_scanned_and_its_finding_shown()
    {
        var container = await azurite.NewContainerAsync();
        for (var at = 0; at < 30; at++)
        {
            await container.GetBlobClient($"exports/rows-{at:00}.csv").UploadAsync(BinaryData.FromString($"name,card\nPerson {at},4111 1111 1111 1111\n"));
        }

        await using var person = await Person.SignInAsync(app.Address);
        await ConnectAsync(person.Page, container.Name);
        await person.Page.GetByRole(AriaRole.Link, new() { Name = "Start scan" }).ClickAsync();
        await person.Page.GetByRole(AriaRole.Button, new() { Name = "Start scan" }).ClickAsync();
        await person.Page.Locator("header").GetByText("Completed").WaitForAsync(new() { Timeout = 120_000 });
        await person.GoAsync("/findings?detector=payment-card&q=rows-07");
        await person.Page.GetByRole(AriaRole.Table, new() { Name = "Findings" }).GetByText("rows-07.csv").First.WaitForAsync();
        Assert.Empty(person.Complaints);
    }

    private async Task ConnectAsync(IPage page, string container)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = "Add an endpoint" }).ClickAsync();
        await page.GetByLabel("Azure Blob Storage").CheckAsync();
        await page.GetByLabel("Name", new() { Exact = true }).FillAsync("Customer containers");
        await page.GetByLabel("Credentials").SelectOptionAsync(AzureFields.ByAccountKey);
        await page.GetByLabel("Account name").FillAsync(Azurite.Account);
        await page.GetByLabel("Account key").FillAsync(Convert.ToBase64String(new byte[64]));
        await page.GetByLabel("Blob endpoint").FillAsync(azurite.Url);
        await page.GetByLabel("Buckets").FillAsync(container);
        await page.GetByRole(AriaRole.Button, new() { Name = "Test connection" }).ClickAsync();
        var failed = page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "Failed" });
        await failed.First.WaitForAsync();
        Assert.Contains("account key", await failed.First.InnerTextAsync(), StringComparison.OrdinalIgnoreCase);

        await page.GetByLabel("Account key").FillAsync(Azurite.Key);
        await page.GetByRole(AriaRole.Button, new() { Name = "Test again" }).Or(page.GetByRole(AriaRole.Button, new() { Name = "Test connection" })).First.ClickAsync();
        await Assertions.Expect(failed).ToHaveCountAsync(0);
        await page.GetByRole(AriaRole.Button, new() { Name = "Add endpoint" }).ClickAsync();
        await page.GetByRole(AriaRole.Heading, new() { Level = 1, Name = "Customer containers" }).WaitForAsync();
    }
}
