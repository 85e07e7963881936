using System.Net;
using DlpDashboard.Tests.Testing;
using Microsoft.Playwright;

namespace DlpDashboard.Tests.EndToEnd;

/// <summary>More windows than one account may have.</summary>
public sealed class ManyWindowsTests(ManyWindowsTests.SmallApp app) : IClassFixture<ManyWindowsTests.SmallApp>
{
    [Fact]
    public async Task A_window_too_many_is_told_so_and_opens_once_another_is_closed()
    {
        await using var person = await Person.SignInAsync(app.Address);
        var second = await person.Page.Context.NewPageAsync();
        await second.GotoAsync(new Uri(app.Address, "/scans").ToString());
        await second.GetByRole(AriaRole.Heading, new() { Level = 1, Name = "Scans" }).WaitForAsync();

        var third = await person.Page.Context.NewPageAsync();
        var answer = await third.GotoAsync(new Uri(app.Address, "/findings").ToString());
        Assert.Equal((int)HttpStatusCode.TooManyRequests, answer!.Status);
        await third.GetByRole(AriaRole.Heading, new() { Level = 1, Name = "Too many windows are open" }).WaitForAsync();
        await third.GetByText("You have 2 windows").WaitForAsync();

        await second.CloseAsync();
        await Until.TrueAsync(async () =>
        {
            if (await third.GetByRole(AriaRole.Button, new() { Name = "Try again" }).IsVisibleAsync())
            {
                await third.GetByRole(AriaRole.Button, new() { Name = "Try again" }).ClickAsync();
                await third.WaitForLoadStateAsync(LoadState.NetworkIdle);
            }

            return await third.GetByRole(AriaRole.Heading, new() { Level = 1, Name = "Findings" }).IsVisibleAsync();
        });
        await third.CloseAsync();
    }

    [Fact]
    public async Task A_window_that_is_loaded_again_at_the_limit_comes_back_by_itself()
    {
        await app.AddAccountAsync("reloads@example.test", "Admin");
        await using var person = await Person.ArriveAsync(app.Address);
        await person.GoAsync("/account/login");
        await person.Page.GetByLabel("Email").FillAsync("reloads@example.test");
        await person.Page.GetByLabel("Password", new() { Exact = true }).FillAsync(SignedIn.Password);
        await person.Page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await person.SeeAsync("Overview");
        var second = await person.Page.Context.NewPageAsync();
        await second.GotoAsync(new Uri(app.Address, "/scans").ToString());
        await second.GetByRole(AriaRole.Heading, new() { Level = 1, Name = "Scans" }).WaitForAsync();
        await second.ReloadAsync();
        await second.GetByRole(AriaRole.Heading, new() { Level = 1, Name = "Scans" }).WaitForAsync();
    }

    [Fact]
    public async Task Windows_that_pass_the_documents_check_together_are_still_told_and_not_left_broken()
    {
        await app.AddAccountAsync("restores@example.test", "Admin");
        await using var person = await Person.ArriveAsync(app.Address);
        await person.GoAsync("/account/login");
        await person.Page.GetByLabel("Email").FillAsync("restores@example.test");
        await person.Page.GetByLabel("Password", new() { Exact = true }).FillAsync(SignedIn.Password);

        // Documents come, circuits wait: as where a browser opens all its tabs of yesterday.
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await person.Page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await person.SeeAsync("Overview");
        await person.Page.Context.RouteAsync("**/_blazor/negotiate**", async route =>
        {
            await gate.Task;
            await route.ContinueAsync();
        });
        var pages = new List<IPage>();
        foreach (var path in new[] { "/scans", "/findings" })
        {
            var page = await person.Page.Context.NewPageAsync();
            await page.GotoAsync(new Uri(app.Address, path).ToString(), new() { WaitUntil = WaitUntilState.DOMContentLoaded });
            pages.Add(page);
        }

        gate.SetResult();
        var refused = 0;
        foreach (var page in pages)
        {
            await page.GetByRole(AriaRole.Heading, new() { Level = 1 }).WaitForAsync();
            refused += await page.GetByRole(AriaRole.Heading, new() { Level = 1, Name = "Too many windows are open" }).CountAsync();
        }

        Assert.Equal(1, refused);
    }

    /// <summary>Two windows a person.</summary>
    public sealed class SmallApp : AppFixture
    {
        protected override IEnumerable<KeyValuePair<string, string>> Settings => [new("Windows:PerPerson", "2")];
    }
}
