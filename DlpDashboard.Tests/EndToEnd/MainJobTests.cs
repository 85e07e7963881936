using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Amazon.S3.Model;
using DlpDashboard.Tests.Testing;
using Microsoft.Playwright;

namespace DlpDashboard.Tests.EndToEnd;

/// <summary>The main job as a person does it: the real app, a real browser, a real S3 server.</summary>
public sealed partial class MainJobTests(MainJobTests.PatientApp app, RadosGateway gateway) : IClassFixture<MainJobTests.PatientApp>, IClassFixture<RadosGateway>
{
    private const int Objects = 900;

    [Fact]
    public async Task A_bucket_is_connected_scanned_watched_in_two_windows_and_its_finding_decided()
    {
        var bucket = await FillBucketAsync();
        await using var person = await Person.SignInAsync(app.Address);
        await using var second = await Person.SignInAsync(app.Address);
        await AddWithWrongKeyAsync(person.Page, bucket);
        await MendAndSaveAsync(person.Page, bucket);

        await person.Page.GetByRole(AriaRole.Link, new() { Name = "Start scan" }).ClickAsync();

        // Before the scan begins: a fast one shall not be over before anybody looks.
        await WatchMeterAsync(person.Page);
        await person.Page.GetByRole(AriaRole.Button, new() { Name = "Start scan" }).ClickAsync();
        await person.SeeAsync("Scan of Customer exports");

        // The second window was opened before and is never reloaded.
        await second.Page.GetByRole(AriaRole.Link, new() { Name = "payment-card" }).First.WaitForAsync(new() { Timeout = 120_000 });
        await person.Page.Locator("header").GetByText("Completed").WaitForAsync(new() { Timeout = 120_000 });
        var moments = await person.Page.EvaluateAsync<int>("() => window.meterMoments?.size ?? 0");
        Assert.True(moments >= 2, $"The bar was seen at {moments} places only.");
        await DecideAsync(person);
        Assert.Empty(person.Complaints);
        Assert.Empty(second.Complaints);
    }

    private async Task AddWithWrongKeyAsync(IPage page, string bucket)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = "Add an endpoint" }).ClickAsync();
        await page.GetByLabel("Amazon S3 or compatible").CheckAsync();
        await page.GetByLabel("Name", new() { Exact = true }).FillAsync("Customer exports");
        await page.GetByLabel("Service URL").FillAsync(gateway.Url);
        await page.GetByLabel("Region").FillAsync("us-east-1");
        await page.GetByLabel("Bucket name in the path").CheckAsync();
        await page.GetByLabel("Access key id").FillAsync("NOSUCHKEY");
        await page.GetByLabel("Secret access key").FillAsync("wrong");
        await page.GetByLabel("Buckets").FillAsync(bucket);
        await page.GetByRole(AriaRole.Button, new() { Name = "Test connection" }).ClickAsync();

        // The failed step's sentence names what to mend.
        var failed = page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "Failed" });
        await failed.First.WaitForAsync();
        Assert.Matches(KeySentence(), await failed.First.InnerTextAsync());
    }

    private static async Task MendAndSaveAsync(IPage page, string bucket)
    {
        await page.GetByLabel("Access key id").FillAsync("DLPKEY");
        await page.GetByLabel("Secret access key").FillAsync("DLPSECRET");
        await page.GetByLabel("Buckets").FillAsync(bucket);
        await page.GetByRole(AriaRole.Button, new() { Name = "Test connection" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "Failed" })).ToHaveCountAsync(0);
        await page.GetByRole(AriaRole.Button, new() { Name = "Test again" }).Or(page.GetByRole(AriaRole.Button, new() { Name = "Test connection" })).First.WaitForAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Add endpoint" }).ClickAsync();
        await page.GetByRole(AriaRole.Heading, new() { Level = 1, Name = "Customer exports" }).WaitForAsync();
    }

    private static Task WatchMeterAsync(IPage page) => page.EvaluateAsync(
        """
        () => {
          window.meterMoments = new Set();
          const look = () => document.querySelectorAll('[role=progressbar]').forEach(bar => window.meterMoments.add(bar.getAttribute('aria-valuetext')));
          look();
          new MutationObserver(look).observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
        }
        """);

    private static async Task DecideAsync(Person person)
    {
        await person.GoAsync("/findings?detector=payment-card&q=rows-0007");
        await person.Page.GetByRole(AriaRole.Table, new() { Name = "Findings" }).GetByText("rows-0007.csv").First.ClickAsync();
        var panel = person.Page.GetByRole(AriaRole.Dialog);
        await panel.GetByRole(AriaRole.List, new() { Name = "Samples" }).GetByText("rows[1].card").First.WaitForAsync();
        Assert.DoesNotContain("4111 1111 1111 1111", await panel.InnerTextAsync(), StringComparison.Ordinal);
        await panel.GetByLabel("Status").SelectOptionAsync("acknowledged");
        await panel.GetByRole(AriaRole.Textbox, new() { Name = "Reason" }).FillAsync("Asked the owner");
        await panel.GetByRole(AriaRole.Button, new() { Name = "Save status" }).ClickAsync();
        await panel.GetByText("Asked the owner").First.WaitForAsync();

        await person.GoAsync("/findings?status=acknowledged");
        await person.Page.GetByRole(AriaRole.Table, new() { Name = "Findings" }).GetByText("rows-0007.csv").First.WaitForAsync();
    }

    private async Task<string> FillBucketAsync()
    {
        var bucket = await gateway.NewBucketAsync();
        using var client = gateway.Client();
        await Parallel.ForAsync(0, Objects, new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (at, cancellationToken) =>
        {
            var text = new StringBuilder("name,card,note\n");
            text.Append(CultureInfo.InvariantCulture, $"Person {at},4111 1111 1111 1111,first\n");
            for (var line = 0; line < 50; line++)
            {
                text.Append(CultureInfo.InvariantCulture, $"Nobody {line},none,order {(at * 100) + line} was shipped\n");
            }

            await client.PutObjectAsync(
                new PutObjectRequest { BucketName = bucket, Key = $"exports/rows-{at:0000}.csv", ContentBody = text.ToString(), UseChunkEncoding = false },
                cancellationToken);
        });
        return bucket;
    }

    /// <summary>The app with one reader a scan, so that people see the scan move.</summary>
    public sealed class PatientApp : AppFixture
    {
        protected override IEnumerable<KeyValuePair<string, string>> Settings => [new("Scans:Readers", "1")];
    }

    [GeneratedRegex("access key", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex KeySentence();
}
