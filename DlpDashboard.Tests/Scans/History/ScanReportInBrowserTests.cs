using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using DlpDashboard.Tests.Testing;
using Microsoft.Playwright;

namespace DlpDashboard.Tests.Scans.History;

public sealed partial class ScanReportInBrowserTests(ScanReportInBrowserTests.FolderApp app) : IClassFixture<ScanReportInBrowserTests.FolderApp>
{
    // Put together here, so that no file of the repository holds it.
    private static readonly string Planted = "jane.roe" + "@" + "example.com";

    /// <summary>What makes the window or the page in it scroll sideways.</summary>
    private const string TooWide = """
        () => {
          const main = document.querySelector('main');
          return main.scrollWidth <= main.clientWidth && document.documentElement.scrollWidth <= innerWidth + 1 ? []
            : [...main.querySelectorAll('*')].filter(e => e.getBoundingClientRect().right > main.getBoundingClientRect().right + 1).slice(0, 5).map(e => e.outerHTML.slice(0, 200));
        }
        """;

    [Theory]
    [InlineData(ColorScheme.Light, 1440)]
    [InlineData(ColorScheme.Dark, 390)]
    public async Task Two_scans_are_compared_and_a_report_is_printed_without_navigation_or_any_value(ColorScheme theme, int width)
    {
        using var client = await app.AsAdminAsync();
        var (first, second) = await app.ScanTwiceAsync(client);
        await using var person = await Person.SignInAsync(app.Address, width, theme: theme);
        var page = person.Page;
        var faults = new List<string>();

        await person.GoAsync($"/scans/{second}");
        await page.GetByRole(AriaRole.Link, new() { Name = "Compare with the scan before" }).ClickAsync();
        await page.GetByRole(AriaRole.Heading, new() { Level = 1, Name = "Compare scans" }).WaitForAsync();
        await page.GetByRole(AriaRole.Table, new() { Name = "Changed findings" }).ScrollIntoViewIfNeededAsync();
        await page.GetByText("added.txt").First.WaitForAsync();
        Assert.Contains($"from={first}&to={second}", page.Url, StringComparison.Ordinal);
        faults.AddRange(await LookAsync(page, "comparison"));

        await person.GoAsync($"/scans/{second}");
        await page.GetByRole(AriaRole.Link, new() { Name = "Report" }).ClickAsync();
        await page.GetByRole(AriaRole.Heading, new() { Name = "Changes since the scan before" }).WaitForAsync();
        await page.GetByText("added.txt").First.WaitForAsync();
        faults.AddRange(await LookAsync(page, "report"));
        Assert.DoesNotContain(Planted, await page.ContentAsync(), StringComparison.OrdinalIgnoreCase);

        var print = Encoding.Latin1.GetString(await page.PdfAsync(new() { PreferCSSPageSize = true, PrintBackground = true }));
        Assert.StartsWith("%PDF-", print, StringComparison.Ordinal);
        Assert.NotEmpty(SheetOfPaper().Matches(print));
        Assert.All(MediaBox().Matches(print), box => Assert.InRange(double.Parse(box.Groups["width"].Value, CultureInfo.InvariantCulture), 594, 597));

        await page.EmulateMediaAsync(new() { Media = Media.Print });
        Assert.False(await page.GetByRole(AriaRole.Navigation).First.IsVisibleAsync());
        Assert.False(await page.GetByRole(AriaRole.Button, new() { Name = "Print" }).IsVisibleAsync());
        Assert.True(await page.GetByRole(AriaRole.Heading, new() { Level = 1 }).IsVisibleAsync());
        Assert.Equal("rgb(255, 255, 255)", await page.EvaluateAsync<string>("() => getComputedStyle(document.body).backgroundColor"));
        Assert.Equal("rgb(20, 26, 31)", await page.EvaluateAsync<string>("() => getComputedStyle(document.querySelector('h1')).color"));
        Assert.Empty(faults);
        Assert.Empty(person.Complaints);
    }

    private static async Task<IReadOnlyList<string>> LookAsync(IPage page, string place)
    {
        Assert.Empty(await page.EvaluateAsync<string[]>(TooWide));
        return await Barriers.OnAsync(page, place);
    }

    [GeneratedRegex(@"/Type\s*/Page[^s]", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex SheetOfPaper();

    [GeneratedRegex(@"/MediaBox\s*\[\s*0 0 (?<width>[\d.]+) ", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex MediaBox();

    /// <summary>The app with a folder to scan twice, a file more the second time.</summary>
    public sealed class FolderApp : AppFixture
    {
        protected override IEnumerable<KeyValuePair<string, string>> Settings => [new("Providers:LocalRoots", Folder)];

        public async Task<(Guid First, Guid Second)> ScanTwiceAsync(HttpClient client)
        {
            var root = Directory.CreateDirectory(Path.Combine(Folder, $"files-{Guid.CreateVersion7():N}")).FullName;
            await File.WriteAllTextAsync(Path.Combine(root, "same.txt"), $"Write to {Planted}");
            await File.WriteAllBytesAsync(Path.Combine(root, "odd.bin"), [0, 1, 2, 3, 0xff, 0xfe, 0, 0]);
            using var created = await client.PostAsJsonAsync("/api/v1/endpoints", new { name = $"Printed {root[^6..]}", provider = "local", settings = new { root } });
            Assert.Equal(HttpStatusCode.Created, created.StatusCode);
            var endpoint = (await created.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid();
            var first = await ScanAsync(client, endpoint);
            await File.WriteAllTextAsync(Path.Combine(root, "added.txt"), $"Or to {Planted}");
            return (first, await ScanAsync(client, endpoint));
        }

        private static async Task<Guid> ScanAsync(HttpClient client, Guid endpoint)
        {
            using var started = await client.PostAsJsonAsync("/api/v1/scans", new { endpointId = endpoint });
            var id = (await started.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid();
            await Until.TrueAsync(async () => (await client.GetFromJsonAsync<JsonElement>($"/api/v1/scans/{id}")).GetProperty("state").GetString() == "completed");
            return id;
        }
    }
}
