using DlpDashboard.Tests.Testing;
using Microsoft.Playwright;

namespace DlpDashboard.Tests.Web;

public sealed class DocsInBrowserTests(AppFixture app) : IClassFixture<AppFixture>
{
    [Fact]
    public async Task The_interactive_documentation_works_under_the_content_security_policy()
    {
        await using var person = await Person.SignInAsync(app.Address);
        var page = person.Page;
        await page.GotoAsync(new Uri(app.Address, "/docs/index.html").ToString());
        await Assertions.Expect(page.GetByText("Who did what, newest first")).ToBeVisibleAsync();
        Assert.Empty(person.Complaints);

        await page.GetByText("Who is signed in, and what that person may do").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Try it out" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Execute" }).ClickAsync();
        await Assertions.Expect(page.GetByText(AppFixture.AdminEmail).First).ToBeVisibleAsync();
        Assert.Empty(person.Complaints);
    }
}
