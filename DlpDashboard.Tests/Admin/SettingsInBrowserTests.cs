using System.Net.Http.Json;
using System.Text.Json;
using DlpDashboard.Kernel;
using DlpDashboard.Tests.Testing;
using Microsoft.Playwright;

namespace DlpDashboard.Tests.Admin;

public sealed class SettingsInBrowserTests(AppFixture app) : IClassFixture<AppFixture>
{
    [Fact]
    public async Task Settings_are_mended_at_their_fields_saved_and_not_lost_by_leaving()
    {
        await using var person = await Person.SignInAsync(app.Address);
        var page = person.Page;
        await person.GoAsync("/admin/settings");
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Set own prices for Amazon S3" }).ClickAsync();
        await page.Locator("#aws-transfer").FillAsync("a lot");
        await page.Locator("#retention-events").FillAsync("-4");
        await page.Locator("#scans-at-once").FillAsync("99");
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Save settings" }).ClickAsync();
        foreach (var id in new[] { "aws-name", "aws-transfer", "retention-events", "scans-at-once" })
        {
            await page.Locator($"#{id}[aria-invalid=true]").WaitForAsync();
        }

        await page.Locator("#aws-name").FillAsync("Contract 7");
        await page.Locator("#aws-transfer").FillAsync("0.01");
        await page.Locator("#retention-events").FillAsync("30");
        await page.Locator("#scans-at-once").FillAsync("3");
        await page.Locator("#scans-at-once").BlurAsync();
        await page.GetByText("Not saved yet.").WaitForAsync();
        await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Events", Exact = true }).First.ClickAsync();
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Stay" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Save settings" }).ClickAsync();
        await page.GetByText("The settings are saved.").WaitForAsync();

        await person.GoAsync("/admin/settings");
        Assert.Equal("Contract 7", await page.Locator("#aws-name").InputValueAsync());
        Assert.Equal("30", await page.Locator("#retention-events").InputValueAsync());
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Back to the default" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Save settings" }).ClickAsync();
        await page.GetByText("The settings are saved.").First.WaitForAsync();
        Assert.Empty(person.Complaints);
    }

    [Fact]
    public async Task The_retention_is_run_after_a_question_and_its_end_is_shown_by_itself()
    {
        await using var person = await Person.SignInAsync(app.Address);
        var page = person.Page;
        await person.GoAsync("/admin/settings");
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Run now" }).ClickAsync();
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Remove now" }).ClickAsync();
        await page.Locator(".runs").GetByText("Completed").WaitForAsync();
        await page.Locator(".runs").GetByText("asked for by Administrator").WaitForAsync();
    }

    [Theory]
    [InlineData(1440, ColorScheme.Light)]
    [InlineData(390, ColorScheme.Dark)]
    public async Task A_help_opens_by_key_and_press_stays_inside_the_window_and_folds_by_escape_and_elsewhere(int width, ColorScheme theme)
    {
        await using var person = await Person.SignInAsync(app.Address, width, theme: theme);
        var page = person.Page;
        await person.GoAsync("/admin/settings");
        var help = page.Locator("button[aria-controls=tip-retention]");
        var words = page.GetByText("what is older than its period is removed for good");
        await help.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await words.WaitForAsync();
        Assert.Equal("true", await help.GetAttributeAsync("aria-expanded"));
        var box = (await words.BoundingBoxAsync())!;
        Assert.InRange(box.X, 0, width - box.Width);
        await page.Keyboard.PressAsync("Escape");
        await words.WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Hidden });
        Assert.Equal("false", await help.GetAttributeAsync("aria-expanded"));
        await help.ClickAsync();
        await words.WaitForAsync();
        await page.Locator("h1").ClickAsync();
        await words.WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Hidden });
    }

    [Fact]
    public async Task Escape_folds_a_help_and_not_the_dialog_around_it()
    {
        using var client = await app.AsAdminAsync();
        using var made = await client.PostAsJsonAsync("/api/v1/endpoints", new { name = "Bucket", provider = "aws", region = "eu-central-1", accessKeyId = "A", secretAccessKey = "B" });
        var id = (await made.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid();
        await using var person = await Person.SignInAsync(app.Address);
        var page = person.Page;
        await person.GoAsync(Links.StartScan(id));
        var dialog = page.GetByRole(AriaRole.Dialog);
        await dialog.Locator("button[aria-controls=plan-mode-tip]").ClickAsync();
        var words = page.GetByText("An object counts as unchanged");
        await words.WaitForAsync();
        await page.Keyboard.PressAsync("Escape");
        await words.WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Hidden });
        Assert.True(await dialog.IsVisibleAsync());
    }
}
