using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using DlpDashboard.Tests.Testing;

namespace DlpDashboard.Tests.Access;

public sealed class AccountPagesTests(AppFixture app) : IClassFixture<AppFixture>
{
    [Theory]
    [InlineData("/account/login", "Sign in", false)]
    [InlineData("/account", "Your account", true)]
    [InlineData("/account/password", "Change password", true)]
    public async Task Each_page_has_one_heading_and_a_name_for_each_control(string path, string heading, bool signedIn)
    {
        using var client = signedIn ? await app.AsAdminAsync() : app.NewClient();
        var page = await ReadAsync(client, path);
        Assert.Equal(heading, Assert.Single(page.QuerySelectorAll("h1")).TextContent);
        Assert.Contains(heading, page.Title, StringComparison.Ordinal);
        var inputs = page.QuerySelectorAll<IHtmlInputElement>("input:not([type=hidden])").ToList();
        Assert.NotEmpty(inputs);
        Assert.All(inputs, input => Assert.False(string.IsNullOrWhiteSpace(LabelOf(page, input)), input.OuterHtml));
        Assert.All(page.QuerySelectorAll("form"), form => Assert.Equal("post", form.GetAttribute("method")));
    }

    [Theory]
    [InlineData("/account/login", "email", "username")]
    [InlineData("/account/login", "password", "current-password")]
    [InlineData("/account/password", "newPassword", "new-password")]
    public async Task Password_keepers_know_what_each_field_is(string path, string field, string purpose)
    {
        using var client = path == "/account/login" ? app.NewClient() : await app.AsAdminAsync();
        var page = await ReadAsync(client, path);
        Assert.Equal(purpose, page.QuerySelector($"input[name={field}]")!.GetAttribute("autocomplete"));
    }

    [Fact]
    public async Task Who_owes_no_new_password_finds_the_way_back_from_the_page_that_changes_it()
    {
        using var client = await app.AsAdminAsync();
        Assert.NotNull((await ReadAsync(client, "/account/password")).QuerySelector("a[href='/account']"));
        await app.AddAccountAsync("owes@example.test", "Analyst", mustChangePassword: true);
        using var owing = await app.AsAsync("owes@example.test", SignedIn.Password);
        Assert.Null((await ReadAsync(owing, "/account/password")).QuerySelector("a[href='/account']"));
    }

    [Fact]
    public async Task A_refusal_is_announced()
    {
        using var client = app.NewClient();
        using var answer = await client.PostFormAsync("/account/login", "sign-in", new() { ["email"] = "nobody@example.test", ["password"] = "some wrong password" });
        var page = await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStringAsync());
        Assert.Contains("is not right", Assert.Single(page.QuerySelectorAll("[role=alert]")).TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_field_is_bound_to_its_sentence()
    {
        using var client = await app.AsAdminAsync();
        using var answer = await client.PostFormAsync("/account/password", "password", new() { ["currentPassword"] = "some wrong password", ["newPassword"] = "another own password 9", ["repeated"] = "another own password 9" });
        var page = await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStringAsync());
        var field = page.QuerySelector("input[name=currentPassword]")!;
        Assert.Equal("true", field.GetAttribute("aria-invalid"));
        Assert.Contains("current password is not right", page.GetElementById(field.GetAttribute("aria-describedby")!.Split(' ')[0])!.TextContent, StringComparison.Ordinal);
    }

    private static string? LabelOf(IDocument page, IElement input) =>
        input.Closest("label")?.TextContent ?? page.QuerySelector($"label[for='{input.Id}']")?.TextContent;

    private static async Task<IHtmlDocument> ReadAsync(HttpClient client, string path) => await new HtmlParser().ParseDocumentAsync(await client.GetStringAsync(path));
}
