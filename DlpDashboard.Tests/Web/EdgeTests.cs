using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using DlpDashboard.Tests.Testing;

namespace DlpDashboard.Tests.Web;

public sealed class EdgeTests(AppFixture app) : IClassFixture<AppFixture>
{
    [Theory]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Origin", "null")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    public async Task What_another_site_sends_is_refused(string header, string value)
    {
        using var client = await app.AsAdminAsync();
        using var request = new HttpRequestMessage(HttpMethod.Put, "/api/v1/me") { Content = JsonContent.Create(new { name = "Hijacked" }) };
        request.Headers.Add(header, value);
        using var answer = await client.SendAsync(request);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Equal("request.crossSite", await CodeOfAsync(answer));
        Assert.DoesNotContain("Hijacked", await client.GetStringAsync("/api/v1/me"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_site_cannot_sign_a_browser_in()
    {
        using var client = app.NewClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/auth/login") { Content = JsonContent.Create(new { email = AppFixture.AdminEmail, password = AppFixture.AdminPassword }) };
        request.Headers.Add("Sec-Fetch-Site", "cross-site");
        using var answer = await client.SendAsync(request);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task A_web_socket_of_another_site_is_refused()
    {
        using var client = await app.AsAdminAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/_blazor?id=x");
        request.Headers.Add("Connection", "Upgrade");
        request.Headers.Add("Upgrade", "websocket");
        request.Headers.Add("Sec-WebSocket-Version", "13");
        request.Headers.Add("Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ==");
        request.Headers.Add("Origin", "https://evil.example");
        Assert.Equal(HttpStatusCode.Forbidden, (await client.SendAsync(request)).StatusCode);
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "same-origin")]
    [InlineData("Sec-Fetch-Site", "none")]
    [InlineData(null, null)]
    public async Task Our_own_pages_and_programs_are_not_refused(string? header, string? value)
    {
        using var client = await app.AsAdminAsync();
        using var request = new HttpRequestMessage(HttpMethod.Put, "/api/v1/me") { Content = JsonContent.Create(new { name = "Administrator" }) };
        if (header is not null)
        {
            request.Headers.Add(header, value);
        }

        Assert.Equal(HttpStatusCode.OK, (await client.SendAsync(request)).StatusCode);
    }

    [Theory]
    [InlineData("{", "request.json", 400)]
    [InlineData("", "request.malformed", 400)]
    [InlineData("[]", "request.json", 400)]
    [InlineData("null", "request.malformed", 400)]
    [InlineData("{\"name\":null}", "request.json", 400)]
    [InlineData("{}", "request.json", 400)]
    [InlineData("{\"name\":5}", "request.json", 400)]
    [InlineData("{\"name\":\"a\\u0000b\"}", "request.json", 400)]
    [InlineData("{\"name\":\"a\\ud800b\"}", "request.json", 400)]
    [InlineData("{\"name\":\"ok\",\"name\":{\"a\":1}}", "request.json", 400)]
    public async Task Broken_bodies_are_a_problem_and_not_an_error(string body, string code, int status)
    {
        using var client = await app.AsAdminAsync();
        using var answer = await client.PutAsync("/api/v1/me", new StringContent(body, Encoding.UTF8, "application/json"));
        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal(code, await CodeOfAsync(answer));
    }

    [Fact]
    public async Task A_field_of_the_wrong_type_is_named_and_its_value_is_not_repeated()
    {
        using var client = await app.AsAdminAsync();
        using var answer = await client.PutAsync("/api/v1/me", new StringContent("{\"name\":{\"planted\":\"hunter2\"}}", Encoding.UTF8, "application/json"));
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(JsonDocument.Parse(text).RootElement.GetProperty("errors").TryGetProperty("name", out _));
        Assert.DoesNotContain("hunter2", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unknown_fields_are_tolerated()
    {
        using var client = await app.AsAdminAsync();
        Assert.Equal(HttpStatusCode.OK, (await client.PutAsJsonAsync("/api/v1/me", new { name = "Administrator", later = true })).StatusCode);
    }

    [Fact]
    public async Task A_body_nested_without_end_is_refused()
    {
        using var client = await app.AsAdminAsync();
        var body = "{\"name\":\"a\",\"x\":" + new string('[', 5000) + new string(']', 5000) + "}";
        using var answer = await client.PutAsync("/api/v1/me", new StringContent(body, Encoding.UTF8, "application/json"));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task A_body_above_a_mebibyte_is_refused()
    {
        using var client = await app.AsAdminAsync();
        using var answer = await client.PutAsJsonAsync("/api/v1/me", new { name = new string('n', 1_100_000) });
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Equal("request.tooLarge", await CodeOfAsync(answer));
    }

    [Fact]
    public async Task Another_media_type_is_refused()
    {
        using var client = await app.AsAdminAsync();
        using var answer = await client.PutAsync("/api/v1/me", new StringContent("name=x", Encoding.UTF8, "application/x-www-form-urlencoded"));
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, answer.StatusCode);
        Assert.Equal("request.mediaType", await CodeOfAsync(answer));
    }

    [Theory]
    [InlineData("limit=0", "request.limit")]
    [InlineData("limit=201", "request.limit")]
    [InlineData("limit=-1", "request.limit")]
    [InlineData("limit=1e2", "request.limit")]
    [InlineData("limit=99999999999999999999", "request.limit")]
    [InlineData("cursor=x", "request.cursor")]
    [InlineData("cursor=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=", "request.cursor")]
    [InlineData("cursor=%00", "request.malformed")]
    [InlineData("cursor=________________________________", "request.cursor")]
    [InlineData("from=yesterday", "request.malformed")]
    [InlineData("actor=me", "request.malformed")]
    public async Task A_broken_query_is_a_bad_request(string query, string code)
    {
        using var client = await app.AsAdminAsync();
        using var answer = await client.GetAsync($"/api/v1/audit?{query}");
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(code, await CodeOfAsync(answer));
    }

    [Theory]
    [InlineData("GET", "/api/v1/nothing", 404)]
    [InlineData("GET", "/api/v2/me", 404)]
    [InlineData("DELETE", "/api/v1/me", 405)]
    public async Task Addresses_without_a_route_answer_with_problems(string method, string path, int status)
    {
        using var client = await app.AsAdminAsync();
        using var answer = await client.SendAsync(new HttpRequestMessage(new HttpMethod(method), path));
        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Matches("^[0-9a-f]{32}$", (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("traceId").GetString());
    }

    [Fact]
    public async Task Forwarded_headers_of_strangers_are_not_believed()
    {
        using var client = app.NewClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/account");
        request.Headers.Add("X-Forwarded-Host", "evil.example");
        request.Headers.Add("X-Forwarded-Proto", "https");
        request.Headers.Add("X-Forwarded-Prefix", "/evil");
        using var answer = await client.SendAsync(request);
        Assert.DoesNotContain("evil", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("https://", answer.Headers.Location.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_answer_carries_the_security_headers()
    {
        using var client = await app.AsAdminAsync();
        foreach (var path in new[] { "/", "/account", "/api/v1/me", "/health", "/api/v1/nothing", "/docs/index.html" })
        {
            using var answer = await client.GetAsync(path);
            Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
            Assert.Contains("default-src 'self'", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
            Assert.False(answer.Headers.Contains("Server"));
        }
    }

    [Fact]
    public async Task Answers_of_the_api_are_kept_by_no_cache()
    {
        using var client = await app.AsAdminAsync();
        using var answer = await client.GetAsync("/api/v1/me");
        Assert.True(answer.Headers.CacheControl?.NoStore);
    }

    [Theory]
    [InlineData("dlp.session=")]
    [InlineData("dlp.session=CfDJ8AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("dlp.session=chunks-9999999")]
    [InlineData("dlp.session=%00%ff; dlp.session=chunks:2; dlp.sessionC1=x")]
    public async Task A_forged_session_is_nobodys(string cookie)
    {
        using var client = new HttpClient(new HttpClientHandler { UseCookies = false }) { BaseAddress = app.Address };
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/me");
        request.Headers.TryAddWithoutValidation("Cookie", cookie);
        Assert.Equal(HttpStatusCode.Unauthorized, (await client.SendAsync(request)).StatusCode);
    }

    [Theory]
    [InlineData("/api/v1/%00")]
    [InlineData("/api/v1/..%2f..%2fetc%2fpasswd")]
    [InlineData("/api/v1/audit%3f")]
    [InlineData("//evil.example/api/v1/me")]
    [InlineData("/api/v1/audit?action=%00&limit=1")]
    public async Task Hostile_addresses_are_never_an_error_of_ours(string path)
    {
        using var client = await app.AsAdminAsync();
        using var answer = await client.SendAsync(new HttpRequestMessage(HttpMethod.Get, new Uri(app.Address.GetLeftPart(UriPartial.Authority) + path)));
        Assert.InRange((int)answer.StatusCode, 200, 499);
    }

    [Fact]
    public async Task Behind_a_trusted_proxy_with_tls_cookies_are_secure()
    {
        await using var behind = new ProxiedApp();
        await behind.InitializeAsync();
        using var client = new HttpClient(new HttpClientHandler { UseCookies = false }) { BaseAddress = behind.Address };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/auth/login") { Content = JsonContent.Create(new { email = AppFixture.AdminEmail, password = AppFixture.AdminPassword }) };
        request.Headers.Add("X-Forwarded-Proto", "https");
        using var answer = await client.SendAsync(request);
        Assert.Contains("; secure", Assert.Single(answer.Headers.GetValues("Set-Cookie")), StringComparison.OrdinalIgnoreCase);
        Assert.True(answer.Headers.Contains("Strict-Transport-Security"));
    }

    private static async Task<string?> CodeOfAsync(HttpResponseMessage answer) => (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString();

    private sealed class ProxiedApp : AppFixture
    {
        protected override IEnumerable<KeyValuePair<string, string>> Settings => [new("Web:TrustedProxies:0", "127.0.0.1")];
    }
}
