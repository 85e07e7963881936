using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using DlpDashboard.Tests.Testing;
using Microsoft.Playwright;

namespace DlpDashboard.Tests.Scans;

public sealed class StartScanInBrowserTests(StartScanInBrowserTests.FolderApp app) : IClassFixture<StartScanInBrowserTests.FolderApp>
{
    [Fact]
    public async Task Rest_tells_the_estimate_and_the_plan_in_the_fields_that_start_a_scan()
    {
        using var client = await app.AsAdminAsync();
        var endpoint = await app.EndpointAsync(client, "Rest");
        var plan = new { endpointId = endpoint, extensions = new[] { "csv" }, samplePercent = 50, timeBudgetSeconds = 120 };
        using var answer = await client.PostAsJsonAsync("/api/v1/scans/estimate", plan);
        var estimate = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.True(answer.Headers.Contains("RateLimit-Remaining"));
        Assert.Equal("counted", estimate.GetProperty("certainty").GetString());
        Assert.Equal(60, estimate.GetProperty("listed").GetProperty("objects").GetInt64());
        var leftOut = estimate.GetProperty("leftOut").EnumerateArray().ToDictionary(part => part.GetProperty("rule").GetString()!, part => part.GetProperty("objects").GetInt64());
        Assert.Equal(30, leftOut["extension"]);
        Assert.Equal(30, leftOut["sample"] + estimate.GetProperty("objects").GetInt64());
        Assert.Equal("USD", estimate.GetProperty("cost").GetProperty("currency").GetString());
        Assert.True(estimate.GetProperty("basis").GetArrayLength() >= 2);

        using var started = await client.PostAsJsonAsync("/api/v1/scans", plan);
        var told = (await started.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("plan");
        Assert.Equal((120, 50d, "full"), (told.GetProperty("timeBudgetSeconds").GetInt32(), told.GetProperty("samplePercent").GetDouble(), told.GetProperty("mode").GetString()));
        Assert.Equal("csv", told.GetProperty("extensions")[0].GetString());
    }

    [Theory]
    [InlineData("""{"prefixes":["x"]}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"endpointId":"ENDPOINT","samplePercent":"NaN"}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"endpointId":"ENDPOINT","samplePercent":-1}""", HttpStatusCode.UnprocessableEntity)]
    [InlineData("""{"endpointId":"ENDPOINT","samplePercent":1e400}""", HttpStatusCode.UnprocessableEntity)]
    [InlineData("""{"endpointId":"ENDPOINT","maxObjectBytes":99999999999999999999}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"endpointId":"ENDPOINT","timeBudgetSeconds":-5}""", HttpStatusCode.UnprocessableEntity)]
    [InlineData("""{"endpointId":"00000000-0000-0000-0000-000000000001"}""", HttpStatusCode.NotFound)]
    public async Task Hostile_bodies_are_refused_with_a_problem(string body, HttpStatusCode status)
    {
        using var client = await app.AsAdminAsync();
        var endpoint = await app.EndpointAsync(client, "Hostile");
        using var content = new StringContent(body.Replace("ENDPOINT", endpoint.ToString(), StringComparison.Ordinal), System.Text.Encoding.UTF8, "application/json");
        using var answer = await client.PostAsync(new Uri("/api/v1/scans/estimate", UriKind.Relative), content);
        Assert.Equal(status, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task Ten_thousand_prefixes_are_refused_at_their_field()
    {
        using var client = await app.AsAdminAsync();
        var endpoint = await app.EndpointAsync(client, "Many");
        using var answer = await client.PostAsJsonAsync("/api/v1/scans/estimate", new { endpointId = endpoint, prefixes = Enumerable.Range(0, 10_000).Select(i => $"{i}/") });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("prefixes", await answer.Content.ReadAsStringAsync(), StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData(ColorScheme.Light, 1440)]
    [InlineData(ColorScheme.Dark, 390)]
    public async Task The_dialog_is_filled_estimated_and_started_by_hand_without_barriers(ColorScheme theme, int width)
    {
        using var client = await app.AsAdminAsync();
        var endpoint = await app.EndpointAsync(client, $"Window {width}");
        await using var person = await Person.SignInAsync(app.Address, width, theme: theme);
        var page = person.Page;
        await person.GoAsync($"/scans?start=true&endpoint={endpoint}");
        var dialog = page.GetByRole(AriaRole.Dialog, new() { Name = "Start a scan" });
        await dialog.GetByText("To read").WaitForAsync();
        await ShootAsync(page, $"start-{theme}-{width}");
        var faults = new List<string>(await Barriers.OnAsync(page, "closed parts"));

        foreach (var part in new[] { "Which objects", "Sample", "Detectors", "Budgets" })
        {
            await dialog.GetByText(part, new() { Exact = true }).First.ClickAsync();
        }

        await dialog.GetByLabel("Share of objects").FillAsync("no number");
        await dialog.GetByLabel("File extensions").FillAsync("csv");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Start scan" }).ClickAsync();
        await dialog.GetByText("One field needs a look.").WaitForAsync();
        await ShootAsync(page, $"start-wrong-{theme}-{width}");
        faults.AddRange(await Barriers.OnAsync(page, "open parts with a problem"));

        await dialog.GetByLabel("Share of objects").FillAsync("50");
        await dialog.GetByLabel("Share of objects").PressAsync("Tab");
        await dialog.GetByText("with 95% confidence").WaitForAsync();
        await dialog.GetByText("What this rests on").ClickAsync();
        await dialog.GetByText("(").First.WaitForAsync();
        await ShootAsync(page, $"start-estimated-{theme}-{width}");
        faults.AddRange(await Barriers.OnAsync(page, "estimated"));
        Assert.False(await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth > window.innerWidth + 1"));

        // By keyboard from here: Enter in a field starts the scan.
        await dialog.GetByLabel("Share of objects").PressAsync("Enter");
        var heading = page.GetByRole(AriaRole.Heading, new() { Level = 1, Name = "Scan of Window" });
        await heading.Or(dialog.GetByRole(AriaRole.Alert)).WaitForAsync();
        Assert.True(await heading.IsVisibleAsync(), await page.InnerTextAsync("body"));
        await page.GetByText("All objects; ending in .csv; a sample of 50%; all detectors.").WaitForAsync();
        Assert.Empty(faults);
        Assert.Empty(person.Complaints);
    }

    private static async Task ShootAsync(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("DLP_TEST_PICTURES") is { Length: > 0 } folder)
        {
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, name + ".png") });
        }
    }

    /// <summary>The app with a folder of sixty files to connect.</summary>
    public sealed class FolderApp : AppFixture
    {
        protected override IEnumerable<KeyValuePair<string, string>> Settings => [new("Providers:LocalRoots", Folder)];

        public async Task<Guid> EndpointAsync(HttpClient client, string name)
        {
            var root = Directory.CreateDirectory(Path.Combine(Folder, $"files-{Guid.CreateVersion7():N}")).FullName;
            for (var i = 0; i < 60; i++)
            {
                await File.WriteAllTextAsync(Path.Combine(root, $"file-{i}.{(i % 2 == 0 ? "csv" : "txt")}"), new string('x', 100 * i));
            }

            using var created = await client.PostAsJsonAsync("/api/v1/endpoints", new { name = $"{name} {root[^6..]}", provider = "local", settings = new { root } });
            Assert.Equal(HttpStatusCode.Created, created.StatusCode);
            return (await created.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid();
        }
    }
}
