using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using DlpDashboard.Tests.Testing;

namespace DlpDashboard.Tests.Shell;

public sealed partial class ShellHttpTests(AppFixture app) : IClassFixture<AppFixture>
{
    [Theory]
    [InlineData("/account/login")]
    [InlineData("/nowhere-at-all")]
    public async Task Every_page_bounds_what_it_may_do(string path)
    {
        using var client = app.NewClient();
        using var answer = await client.GetAsync(path);
        var policy = string.Join(' ', answer.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("script-src 'self';", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe-eval", policy, StringComparison.Ordinal);
        Assert.Equal(["nosniff"], answer.Headers.GetValues("X-Content-Type-Options"));
        Assert.Equal(["same-origin"], answer.Headers.GetValues("Referrer-Policy"));
    }

    [Theory]
    [InlineData("/account/login", false)]
    [InlineData("/endpoints", true)]
    public async Task Documents_have_no_inline_script_and_no_inline_style_sheet(string path, bool signedIn)
    {
        using var client = signedIn ? await app.AsAdminAsync() : app.NewClient();
        var document = await client.GetStringAsync(path);
        Assert.NotEmpty(Scripts().Matches(document));
        Assert.All(Scripts().Matches(document), script => Assert.Matches("src=\"[^\"]+\"></script>$", script.Value));
        Assert.DoesNotContain("<style", document, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotMatch(" on[a-z]+=\"", document);
    }

    [Fact]
    public async Task Everything_a_document_asks_for_is_there()
    {
        using var client = await app.AsAdminAsync();
        var document = await client.GetStringAsync("/endpoints");
        var paths = Assets().Matches(document).Select(match => WebUtility.HtmlDecode(match.Groups["path"].Value)).Distinct().ToList();
        Assert.Contains(paths, path => path.Contains("blazor.web", StringComparison.Ordinal));
        Assert.Contains(paths, path => path.EndsWith(".styles.css", StringComparison.Ordinal));
        foreach (var path in paths.Append("js/ui.js").Append("css/library.css").Append("_content/Radzen.Blazor/css/standard-base.css"))
        {
            using var answer = await client.GetAsync("/" + path);
            Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{path}: {answer.StatusCode}");
        }
    }

    [Fact]
    public async Task An_address_that_leads_nowhere_is_a_page_with_404_and_a_problem_for_programs()
    {
        using var client = await app.AsAdminAsync();
        using var page = await client.GetAsync("/nowhere-at-all");
        Assert.Equal(HttpStatusCode.NotFound, page.StatusCode);
        var document = await page.Content.ReadAsStringAsync();
        Assert.Single(Headings().Matches(document));
        Assert.Contains("Nothing at this address", document, StringComparison.Ordinal);
        using var api = await client.GetAsync("/api/v1/nowhere-at-all");
        Assert.Equal("application/problem+json", api.Content.Headers.ContentType?.MediaType);
    }

    [Theory]
    [InlineData("/scans/{0}")]
    [InlineData("/scans/{0}/report")]
    [InlineData("/findings/{0}")]
    [InlineData("/endpoints/{0}")]
    [InlineData("/schedules/{0}")]
    public async Task A_page_about_something_that_is_not_there_answers_404_at_its_own_address(string path)
    {
        using var client = await app.AsAdminAsync();
        using var page = await client.GetAsync(string.Format(CultureInfo.InvariantCulture, path, Guid.CreateVersion7()));
        Assert.Equal(HttpStatusCode.NotFound, page.StatusCode);

        // The page itself, in its frame, and not the general one.
        Assert.Empty(Headings().Matches(await page.Content.ReadAsStringAsync()));
        using var list = await client.GetAsync(path[..path.IndexOf("/{0}", StringComparison.Ordinal)]);
        Assert.Equal(HttpStatusCode.OK, list.StatusCode);
    }

    [Fact]
    public async Task A_page_about_something_of_another_organisation_answers_as_if_it_were_not_there()
    {
        using var mine = await app.AsAdminAsync();
        using var made = await mine.PostAsJsonAsync("/api/v1/endpoints", new { name = "Mine", provider = "aws", region = "eu-central-1", accessKeyId = "A", secretAccessKey = "B" });
        var id = (await made.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid();
        Assert.Equal(HttpStatusCode.OK, (await mine.GetAsync($"/endpoints/{id}")).StatusCode);
        var elsewhere = await app.AddOrganisationAsync("Elsewhere");
        await app.AddAccountAsync("elsewhere@example.test", "Admin", elsewhere);
        using var other = await app.AsAsync("elsewhere@example.test", SignedIn.Password);
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync($"/endpoints/{id}")).StatusCode);
    }

    [Fact]
    public async Task Strangers_are_not_told_which_addresses_exist()
    {
        using var client = app.NewClient();
        using var answer = await client.GetAsync("/nowhere-at-all");
        Assert.Equal("/account/login", answer.Headers.Location!.AbsolutePath);
    }

    [Fact]
    public async Task An_address_with_markup_in_it_is_not_drawn()
    {
        using var client = await app.AsAdminAsync();
        using var page = await client.GetAsync("/%3Cscript%3Ealert(1)%3C/script%3E?returnUrl=%22%3E%3Cscript%3E");
        Assert.DoesNotContain("alert(1)", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_refused_to_somebody_signed_in_answers_403_at_its_own_address()
    {
        await app.AddAccountAsync("no-role@example.test", role: null);
        using var client = await app.AsAsync("no-role@example.test", SignedIn.Password);
        using var answer = await client.GetAsync("/endpoints");
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Equal("text/html", answer.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task Who_has_no_script_is_told_what_to_do()
    {
        using var client = await app.AsAdminAsync();
        Assert.Matches("(?s)<noscript[^>]*>.*Turn it on.*</noscript>", await client.GetStringAsync("/endpoints"));
    }

    [Fact]
    public void Our_styles_stay_below_sixty_kilobytes()
    {
        var css = House.Sources.Files("*.css").Where(path => path.StartsWith("DlpDashboard/UI/", StringComparison.Ordinal)
            || path.StartsWith("DlpDashboard/Shell/", StringComparison.Ordinal) || path.StartsWith("DlpDashboard/wwwroot/css/", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(css);
        Assert.InRange(css.Sum(path => House.Sources.Lines(path).Sum(line => line.Length + 1)), 10_000, 60_000);
    }

    [GeneratedRegex("<script[^>]*>.*?</script>", RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Scripts();

    [GeneratedRegex("(src|href)=\"(?<path>[^\"/][^\"]*\\.(js|css|svg))\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Assets();

    [GeneratedRegex("<h1", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Headings();
}
