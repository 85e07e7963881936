using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using DlpDashboard.Tests.Testing;

namespace DlpDashboard.Tests.Access;

public sealed class SignInTests(AppFixture app) : IClassFixture<AppFixture>
{
    [Fact]
    public async Task Signing_in_by_rest_sets_the_session_and_tells_who_it_is()
    {
        using var client = app.NewClient();
        using var answer = await client.PostAsJsonAsync("/api/v1/auth/login", new { email = AppFixture.AdminEmail, password = AppFixture.AdminPassword });
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var me = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(AppFixture.AdminEmail, me.GetProperty("email").GetString());
        Assert.Equal("My organisation", me.GetProperty("organisation").GetProperty("name").GetString());
        Assert.Equal("*", Assert.Single(me.GetProperty("permissions").EnumerateArray()).GetString());
        Assert.Equal(me.GetRawText(), (await client.GetFromJsonAsync<JsonElement>("/api/v1/me")).GetRawText());
    }

    [Fact]
    public async Task The_email_is_taken_in_any_case_and_with_spaces_around()
    {
        using var client = await app.AsAsync($" {AppFixture.AdminEmail.ToUpperInvariant()} ", AppFixture.AdminPassword);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/api/v1/me")).StatusCode);
    }

    [Fact]
    public async Task The_cookie_is_out_of_scripts_and_other_sites_reach()
    {
        using var client = new HttpClient(new HttpClientHandler { UseCookies = false }) { BaseAddress = app.Address };
        using var answer = await client.PostAsJsonAsync("/api/v1/auth/login", new { email = AppFixture.AdminEmail, password = AppFixture.AdminPassword });
        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"), c => c.StartsWith("dlp.session=", StringComparison.Ordinal));
        var flags = cookie.Split(';', StringSplitOptions.TrimEntries).Skip(1).Select(flag => flag.ToLowerInvariant()).ToList();
        Assert.Contains("httponly", flags);
        Assert.Contains("samesite=lax", flags);
        Assert.Contains("path=/", flags);
        Assert.DoesNotContain(flags, flag => flag.StartsWith("expires", StringComparison.Ordinal) || flag.StartsWith("domain", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Being_remembered_outlives_the_browser()
    {
        using var client = new HttpClient(new HttpClientHandler { UseCookies = false }) { BaseAddress = app.Address };
        using var answer = await client.PostAsJsonAsync("/api/v1/auth/login", new { email = AppFixture.AdminEmail, password = AppFixture.AdminPassword, remember = true });
        Assert.Contains("expires=", Assert.Single(answer.Headers.GetValues("Set-Cookie")), StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("nobody@example.test", "some wrong password")]
    [InlineData("admin@example.test", "some wrong password")]
    [InlineData("", "some wrong password")]
    [InlineData("admin@example.test", "")]
    [InlineData("admin@example.test' OR '1'='1", "x")]
    [InlineData("admin\n@example.test", "x")]
    public async Task Whatever_is_wrong_the_answer_is_the_same(string email, string password)
    {
        using var client = app.NewClient();
        using var answer = await client.PostAsJsonAsync("/api/v1/auth/login", new { email, password });
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal("access.wrongCredentials", (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString());
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task Endless_emails_and_passwords_are_refused_and_not_hashed()
    {
        using var client = app.NewClient();
        using var answer = await client.PostAsJsonAsync("/api/v1/auth/login", new { email = AppFixture.AdminEmail, password = new string('x', 500_000) });
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task Signing_out_ends_the_session()
    {
        using var client = await app.AsAdminAsync();
        Assert.Equal(HttpStatusCode.NoContent, (await client.PostAsync("/api/v1/auth/logout", null)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await client.GetAsync("/api/v1/me")).StatusCode);
    }

    [Fact]
    public async Task The_sign_out_form_leads_to_the_sign_in_page()
    {
        using var client = await app.AsAdminAsync();
        using var answer = await client.PostAsync("/account/logout", null);
        Assert.Equal("/account/login", answer.Headers.Location?.ToString());
        Assert.Equal(HttpStatusCode.Unauthorized, (await client.GetAsync("/api/v1/me")).StatusCode);
    }

    [Fact]
    public async Task Pages_send_strangers_to_the_sign_in_page_and_back()
    {
        using var client = app.NewClient();
        using var refused = await client.GetAsync("/account?changed=name");
        Assert.Equal(HttpStatusCode.Redirect, refused.StatusCode);
        using var answer = await client.PostFormAsync(refused.Headers.Location!.PathAndQuery, "sign-in", new() { ["email"] = AppFixture.AdminEmail, ["password"] = AppFixture.AdminPassword });
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.EndsWith("/account?changed=name", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(answer.Headers.Location)).StatusCode);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    public async Task A_foreign_return_address_is_not_followed(string returnUrl)
    {
        using var client = app.NewClient();
        using var answer = await client.PostFormAsync($"/account/login?returnUrl={Uri.EscapeDataString(returnUrl)}", "sign-in", new() { ["email"] = AppFixture.AdminEmail, ["password"] = AppFixture.AdminPassword });
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.DoesNotContain("evil", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_says_what_is_wrong_and_keeps_the_email_but_not_the_password()
    {
        using var client = app.NewClient();
        using var answer = await client.PostFormAsync("/account/login", "sign-in", new() { ["email"] = "nobody2@example.test", ["password"] = "some-wrong-password-1" });
        var page = await answer.Content.ReadAsStringAsync();
        Assert.Contains("The email or the password is not right.", page, StringComparison.Ordinal);
        Assert.Contains("nobody2@example.test", page, StringComparison.Ordinal);
        Assert.DoesNotContain("some-wrong-password-1", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Markup_in_the_email_stays_text()
    {
        using var client = app.NewClient();
        using var answer = await client.PostFormAsync("/account/login", "sign-in", new() { ["email"] = "\"><script>alert(1)</script>@example.test", ["password"] = "some-wrong-password-1" });
        Assert.DoesNotContain("<script>alert", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_refuses_a_form_without_its_token()
    {
        using var client = app.NewClient();
        using var content = new FormUrlEncodedContent(new Dictionary<string, string> { ["_handler"] = "sign-in", ["email"] = AppFixture.AdminEmail, ["password"] = AppFixture.AdminPassword });
        using var answer = await client.PostAsync("/account/login", content);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.False(answer.Headers.TryGetValues("Set-Cookie", out var cookies) && cookies.Any(c => c.StartsWith("dlp.session", StringComparison.Ordinal)));
    }
}
