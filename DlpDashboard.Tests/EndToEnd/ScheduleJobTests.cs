using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using DlpDashboard.Tests.Testing;
using Microsoft.Playwright;

namespace DlpDashboard.Tests.EndToEnd;

/// <summary>A schedule as a person makes it: the form, then nothing but waiting.</summary>
public sealed class ScheduleJobTests(ScheduleJobTests.OftenApp app) : IClassFixture<ScheduleJobTests.OftenApp>
{
    private const int Files = 40;

    [Fact]
    public async Task A_schedule_made_in_the_form_fires_by_itself_and_is_seen_in_two_windows_that_nobody_reloads()
    {
        using var client = await app.AsAdminAsync();
        await AddEndpointAsync(client);
        await using var person = await Person.SignInAsync(app.Address);
        await using var second = await Person.SignInAsync(app.Address);
        await second.GoAsync("/scans");
        await second.Page.GetByText("No scan yet").WaitForAsync();

        await MakeAsync(person);
        var runs = person.Page.GetByRole(AriaRole.Table, new() { Name = "Runs of this schedule" });
        await person.Page.GetByText("It has not come up yet").WaitForAsync();

        // Only rows in sight are in the document, and the history stands below the form.
        await person.Page.EvaluateAsync("() => { window.sameDocument = true; }");
        await person.Page.GetByRole(AriaRole.Heading, new() { Name = "History" }).ScrollIntoViewIfNeededAsync();
        await second.Page.EvaluateAsync("() => { window.sameDocument = true; }");

        // The minute after next is the latest, where this machine took longer than the seconds before the first.
        var patience = new LocatorWaitForOptions { Timeout = 150_000 };
        await runs.GetByText("Started").First.WaitForAsync(patience);
        await runs.GetByText("It was due").First.WaitForAsync();
        var scans = second.Page.GetByRole(AriaRole.Table, new() { Name = "Scans" });
        await scans.GetByText("Completed").First.WaitForAsync(patience);

        // A column of wide windows only.
        await scans.GetByText("(schedule By the minute)").First.WaitForAsync(new() { State = WaitForSelectorState.Attached });
        Assert.True(await person.Page.EvaluateAsync<bool>("() => window.sameDocument === true"));
        Assert.True(await second.Page.EvaluateAsync<bool>("() => window.sameDocument === true"));

        await person.GoAsync("/findings?detector=payment-card&q=scheduled-07");
        await person.Page.GetByRole(AriaRole.Table, new() { Name = "Findings" }).GetByText("scheduled-07.txt").First.WaitForAsync();
        Assert.Empty(person.Complaints);
        Assert.Empty(second.Complaints);
    }

    private static async Task MakeAsync(Person person)
    {
        var page = person.Page;
        await person.GoAsync("/schedules");
        await page.GetByRole(AriaRole.Link, new() { Name = "Add schedule" }).Or(page.GetByRole(AriaRole.Link, new() { Name = "Add the first schedule" })).First.ClickAsync();
        await page.GetByLabel("Name", new() { Exact = true }).FillAsync("By the minute");
        await page.GetByLabel("Endpoint").SelectOptionAsync(new SelectOptionValue { Label = "Scheduled files" });
        await page.GetByLabel("Repeats").SelectOptionAsync("Cron");
        await page.GetByLabel("Time zone").FillAsync("UTC");

        // Last of all, as it is due a few seconds later, and each minute from then on.
        var due = TimeProvider.System.GetUtcNow().AddSeconds(6);
        await page.GetByLabel("Cron expression").FillAsync(string.Create(CultureInfo.InvariantCulture, $"{due.Second} * * * * ?"));
        await page.GetByRole(AriaRole.Button, new() { Name = "Add schedule" }).ClickAsync();
        await person.SeeAsync("By the minute");
    }

    private async Task AddEndpointAsync(HttpClient client)
    {
        var root = Directory.CreateDirectory(Path.Combine(app.Folder, "files", "bucket")).Parent!.FullName;
        for (var at = 0; at < Files; at++)
        {
            await File.WriteAllTextAsync(Path.Combine(root, "bucket", $"scheduled-{at:00}.txt"), $"card 4111 1111 1111 {1111}");
        }

        using var answer = await client.PostAsJsonAsync("/api/v1/endpoints", new { name = "Scheduled files", provider = "local", settings = new { root } });
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
    }

    /// <summary>The app that lets schedules run each minute.</summary>
    public sealed class OftenApp : AppFixture
    {
        protected override IEnumerable<KeyValuePair<string, string>> Settings =>
        [
            new("Providers:LocalRoots:0", Path.Combine(Folder, "files")),
            new("Schedules:LeastInterval", "00:01:00"),
        ];
    }
}
