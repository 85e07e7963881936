using DlpDashboard.Tests.Testing;
using Microsoft.Playwright;

namespace DlpDashboard.Tests.Web;

public sealed class DocsInBrowserTests(AppFixture app) : IClassFixture<AppFixture>
{
    [Fact]
    public async Task The_interactive_documentation_works_under_the_content_security_policy()
    {
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = "/usr/bin/chromium",
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
        var page = await browser.NewPageAsync();
        var errors = new List<string>();
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
            {
                errors.Add(message.Text);
            }
        };

        Assertions.SetDefaultExpectTimeout(60_000);
        page.SetDefaultTimeout(60_000);
        await page.GotoAsync($"{app.Address.GetLeftPart(UriPartial.Authority)}/account/login?returnUrl=/docs/index.html");
        await page.GetByLabel("Email").FillAsync(AppFixture.AdminEmail);
        await page.GetByLabel("Password").FillAsync(AppFixture.AdminPassword);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Who did what, newest first")).ToBeVisibleAsync();
        Assert.Equal([], errors);

        await page.GetByText("Who is signed in, and what that person may do").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Try it out" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Execute" }).ClickAsync();
        await Assertions.Expect(page.GetByText(AppFixture.AdminEmail).First).ToBeVisibleAsync();
        Assert.Equal([], errors);
    }
}
