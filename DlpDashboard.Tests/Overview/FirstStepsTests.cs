using DlpDashboard.Access.SignIn;
using DlpDashboard.Overview;
using DlpDashboard.Tests.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace DlpDashboard.Tests.Overview;

public sealed class FirstStepsTests(AppFixture app) : IClassFixture<AppFixture>
{
    [Fact]
    public async Task An_empty_house_says_what_to_do_first_and_only_to_those_who_may()
    {
        await using var person = await Person.SignInAsync(app.Address);
        await person.Page.GetByText("0 of 5 done").WaitForAsync();
        await person.Page.GetByRole(AriaRole.Link, new() { Name = "Add an endpoint" }).ClickAsync();
        await person.Page.GetByRole(AriaRole.Heading, new() { Level = 1, Name = "Add an endpoint" }).WaitForAsync();

        var account = await app.AddAccountAsync("reader@example.test", "Analyst");
        var analyst = await app.Services.GetRequiredService<AbsentActor>().FindAsync(account.OrganisationId, account.Id, default);
        var snapshot = await app.Services.GetRequiredService<OverviewReader>().SnapshotAsync(analyst!, default);
        Assert.Empty(await app.Services.GetRequiredService<FirstStepsReader>().ReadAsync(analyst!, snapshot, default));
    }

    [Fact]
    public async Task Put_away_they_stay_away_until_the_account_page_brings_them_back()
    {
        await using var person = await Person.SignInAsync(app.Address);
        var page = person.Page;
        var heading = page.GetByRole(AriaRole.Heading, new() { Name = "First steps" });
        await heading.WaitForAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Hide" }).ClickAsync();
        await page.GetByText("No storage is connected yet").WaitForAsync();
        await page.ReloadAsync();
        await page.GetByText("No storage is connected yet").WaitForAsync();
        Assert.Equal(0, await heading.CountAsync());

        await person.GoAsync("/account");
        await page.GetByRole(AriaRole.Button, new() { Name = "Show the first steps again" }).ClickAsync();
        await heading.WaitForAsync();
        Assert.Empty(person.Complaints);
    }
}
