using DlpDashboard.Tests.Testing;
using Microsoft.Playwright;

namespace DlpDashboard.Tests.EndToEnd;

/// <summary>The line between browser and app breaks: for a moment, for long, and because the app was started anew.</summary>
public sealed class BrokenLineTests(AppFixture app, BrokenLineTests.ForgetfulApp forgetful)
    : IClassFixture<AppFixture>, IClassFixture<BrokenLineTests.ForgetfulApp>
{
    [Fact]
    public async Task A_short_cut_shows_our_dialog_and_keeps_everything()
    {
        await using var line = new CuttingProxy(app.Address);
        await using var person = await Person.SignInAsync(line.Address);
        await person.GoAsync("/endpoints/new");
        await person.Page.GetByLabel("Name", new() { Exact = true }).FillAsync("Typed before the cut");
        await person.Page.EvaluateAsync("() => { window.isSamePage = true; }");

        line.Cut();
        await Dialog(person.Page).GetByText("Connecting again").WaitForAsync();
        line.Mend();
        await Dialog(person.Page).WaitForAsync(new() { State = WaitForSelectorState.Hidden });

        Assert.True(await person.Page.EvaluateAsync<bool>("() => window.isSamePage === true"));
        Assert.Equal("Typed before the cut", await person.Page.GetByLabel("Name", new() { Exact = true }).InputValueAsync());

        // The server still has what was typed before: only the folder is missing.
        await person.Page.GetByLabel("Amazon S3 or compatible").CheckAsync();
        await person.Page.GetByLabel("Access key id").WaitForAsync();
        Assert.Equal("Typed before the cut", await person.Page.GetByLabel("Name", new() { Exact = true }).InputValueAsync());
    }

    [Fact]
    public async Task After_a_long_cut_a_page_without_typing_comes_back_by_itself_with_its_filters()
    {
        await using var line = new CuttingProxy(forgetful.Address);
        await using var person = await Person.SignInAsync(line.Address);
        await person.GoAsync("/findings?detector=payment-card&q=rows");
        await person.Page.EvaluateAsync("() => { window.isSamePage = true; }");
        line.Cut();
        await Dialog(person.Page).GetByText("Connecting again").WaitForAsync();
        line.Mend();
        await person.Page.WaitForFunctionAsync("() => window.isSamePage !== true && document.querySelector('main h1')");
        Assert.Equal("/findings?detector=payment-card&q=rows", new Uri(person.Page.Url).PathAndQuery);
        Assert.Equal("rows", await person.Page.Locator("main input[type=search]").First.InputValueAsync());
    }

    [Fact]
    public async Task After_a_long_cut_what_was_typed_is_put_back_but_no_secret()
    {
        await using var line = new CuttingProxy(forgetful.Address);
        await using var person = await Person.SignInAsync(line.Address);
        var page = person.Page;
        await person.GoAsync("/endpoints/new");
        await page.GetByLabel("Amazon S3 or compatible").CheckAsync();
        await page.GetByLabel("Name", new() { Exact = true }).FillAsync("Typed before the cut");
        await page.GetByLabel("Region").FillAsync("eu-central-1");
        await page.GetByLabel("Access key id").FillAsync("KEYOFTHETEST");
        await page.GetByLabel("Secret access key").FillAsync("not-to-be-kept");
        await page.GetByLabel("Buckets").FillAsync("customers");

        line.Cut();
        await Dialog(page).GetByText("Connecting again").WaitForAsync();
        Assert.DoesNotContain("not-to-be-kept", await page.EvaluateAsync<string>("() => JSON.stringify(sessionStorage) + JSON.stringify(localStorage)"), StringComparison.Ordinal);
        line.Mend();
        await Dialog(page).GetByText("too old to go on").WaitForAsync();
        await Dialog(page).GetByRole(AriaRole.Button, new() { Name = "Reload the page" }).Last.ClickAsync();

        await page.GetByText("What you typed before the reload was put back").WaitForAsync();
        Assert.True(await page.GetByLabel("Amazon S3 or compatible").IsCheckedAsync());
        Assert.Equal("Typed before the cut", await page.GetByLabel("Name", new() { Exact = true }).InputValueAsync());
        Assert.Equal("eu-central-1", await page.GetByLabel("Region").InputValueAsync());
        Assert.Equal("customers", await page.GetByLabel("Buckets").InputValueAsync());
        Assert.Equal("", await page.GetByLabel("Secret access key").InputValueAsync());

        // The server took it too: a look at the form after another of its drawings finds the same.
        await page.GetByRole(AriaRole.Button, new() { Name = "Add endpoint" }).ClickAsync();
        await page.Locator("[aria-invalid=true]").First.WaitForAsync();
        Assert.Equal("Typed before the cut", await page.GetByLabel("Name", new() { Exact = true }).InputValueAsync());
        Assert.Null(await page.EvaluateAsync<string?>("() => sessionStorage.getItem('dlp.draft')"));
    }

    [Fact]
    public async Task After_the_app_was_started_anew_the_same_page_comes_back_without_a_sign_in()
    {
        // The first start is the fixture's; the second has its database and its key file.
        using var folder = new TemporaryFolder();
        await using var line = new CuttingProxy(app.Address);
        await using var person = await Person.SignInAsync(line.Address);
        await person.GoAsync("/scans?state=failed");
        await person.Page.EvaluateAsync("() => { window.isSamePage = true; }");
        line.Cut();
        await Dialog(person.Page).GetByText("Connecting again").WaitForAsync();
        await using var second = AppProcess.Start(
            ("Database__ConnectionString", app.Database.ConnectionString),
            ("Data__Folder", folder.Path),
            ("DataProtection__KeyFile", Path.Combine(app.Folder, "data", "keys", "data-protection.key")));
        line.Mend(await second.ListeningAsync());
        await person.Page.WaitForFunctionAsync("() => window.isSamePage !== true && document.querySelector('main h1')");
        Assert.Equal("/scans?state=failed", new Uri(person.Page.Url).PathAndQuery);
    }

    private static ILocator Dialog(IPage page) => page.Locator("#components-reconnect-modal");

    /// <summary>An app that keeps no window after a cut: every cut is a long one.</summary>
    public sealed class ForgetfulApp : AppFixture
    {
        protected override IEnumerable<KeyValuePair<string, string>> Settings => [new("Windows:KeptAfterCut", "0")];
    }
}
