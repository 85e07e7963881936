using AngleSharp.Dom;
using Bunit;
using DlpDashboard.Access;
using DlpDashboard.Detection;
using DlpDashboard.Kernel;
using DlpDashboard.Providers;
using DlpDashboard.Scans;
using DlpDashboard.Scans.Live;
using DlpDashboard.Scans.Pages;
using DlpDashboard.Tests.Testing;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace DlpDashboard.Tests.Scans;

public sealed class ScanPagesTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task The_list_of_a_new_organisation_says_what_to_do()
    {
        await using var house = new ScanHouse(database, new ScriptedStore());
        await using var stage = new ScanStage(house);
        var page = stage.Render<ScansPage>();
        page.WaitForAssertion(() => Assert.Contains("No scan yet", page.Markup, StringComparison.Ordinal), Patience);
        Assert.Single(page.FindAll("h1"));
    }

    [Fact]
    public async Task The_dialog_starts_a_scan_of_the_endpoint_in_the_address()
    {
        await using var house = new ScanHouse(database, new ScriptedStore());
        await using var stage = new ScanStage(house);
        var navigation = stage.Services.GetRequiredService<NavigationManager>();
        navigation.NavigateTo(Links.StartScan(house.EndpointId));
        var page = stage.Render<ScansPage>();
        page.WaitForElement("form.start select", Patience);
        page.Find("form.start").Submit();

        page.WaitForAssertion(() => Assert.Matches("/scans/[0-9a-f-]{36}$", navigation.Uri), Patience);
        Assert.Equal(ScanState.Queued, Assert.Single((await house.Reader.PageAsync(house.Actor, new ScanFilter(), null, 10, default)).Items).State);
    }

    [Fact]
    public async Task Who_may_only_look_is_offered_nothing_to_start()
    {
        await using var house = new ScanHouse(database, new ScriptedStore());
        await using var stage = new ScanStage(house, house.Actor with { Permissions = new HashSet<string> { Permissions.ScansRead } });
        var page = stage.Render<ScansPage>();
        page.WaitForAssertion(() => Assert.Contains("No scan yet", page.Markup, StringComparison.Ordinal), Patience);
        Assert.DoesNotContain(page.FindAll("button"), button => button.TextContent.Contains("Start", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Each_state_of_the_coverage_leads_to_its_objects_with_reasons_and_hostile_keys_stay_text()
    {
        const string hostile = "<img src=x onerror=alert(1)>\u202Etxt.exe";
        var store = new ScriptedStore().With("a", "fine.txt", "nothing").With("a", hostile, "nothing");
        store.BeforeOpen = (stored, _) => stored.Key == hostile ? throw new ObjectStoreException(StoreFault.Denied, "The key may not read this object.") : Task.CompletedTask;
        await using var house = new ScanHouse(database, store);
        var scan = await house.ScanAsync();
        await using var stage = new ScanStage(house);
        stage.Services.GetRequiredService<NavigationManager>().NavigateTo($"/scans/{scan.Id}?objects=denied");

        var page = stage.Render<ScanPage>(with => with.Add(p => p.Id, scan.Id));

        page.WaitForAssertion(() => Assert.Contains(page.FindAll("bdi"), cell => cell.TextContent == hostile), Patience);
        Assert.Empty(page.FindAll("img"));
        Assert.Contains("The key may not read this object.", page.Markup, StringComparison.Ordinal);
        Assert.Contains("Nothing found, not all read", page.Markup, StringComparison.Ordinal);
        Assert.Contains(page.FindAll("figcaption a"), link => link.TextContent.Contains("Denied", StringComparison.Ordinal) && link.GetAttribute("href")!.EndsWith("objects=denied", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_failed_scan_says_why_and_is_resumed_by_a_button()
    {
        var store = new ScriptedStore().With("a", "x.txt", "nothing");
        store.BeforeOpen = (_, _) => throw new ObjectStoreException(StoreFault.Unreachable, "The server does not answer. Check the address.");
        await using var house = new ScanHouse(database, store);
        var scan = await house.ScanAsync();
        await using var stage = new ScanStage(house);
        var page = stage.Render<ScanPage>(with => with.Add(p => p.Id, scan.Id));
        page.WaitForAssertion(() => Assert.Contains("The server does not answer. Check the address.", page.Find("[role=alert]").TextContent, StringComparison.Ordinal), Patience);

        page.WaitForAssertion(() => Button(page, "Resume"), Patience);
        await Button(page, "Resume").ClickAsync(new());

        await Until.TrueAsync(async () => (await house.RowAsync(scan.Id)).State == ScanState.Queued);
        page.WaitForAssertion(() => Assert.Contains("Next in line", page.Markup, StringComparison.Ordinal), Patience);
    }

    [Fact]
    public async Task Cancelling_asks_first()
    {
        await using var house = new ScanHouse(database, new ScriptedStore());
        var id = await house.RequestAsync();
        await using var stage = new ScanStage(house);
        var page = stage.Render<ScanPage>(with => with.Add(p => p.Id, id));
        page.WaitForAssertion(() => Button(page, "Cancel scan"), Patience);
        await Button(page, "Cancel scan").ClickAsync(new());
        Assert.Equal(ScanState.Queued, (await house.RowAsync(id)).State);

        await page.Find("dialog form.ask").SubmitAsync();

        await Until.TrueAsync(async () => (await house.RowAsync(id)).State == ScanState.Cancelled);
    }

    [Fact]
    public async Task The_bar_the_counters_and_the_stream_move_with_the_feed()
    {
        await using var house = new ScanHouse(database, new ScriptedStore());
        var id = await house.RequestAsync();
        await house.ClaimAsync();
        await using var stage = new ScanStage(house);
        house.Feed.Publish(Step(house, id, 10));
        var page = stage.Render<ScanPage>(with => with.Add(p => p.Id, id));
        page.WaitForAssertion(() => Assert.Contains("10 of 100 objects", page.Markup, StringComparison.Ordinal), Patience);

        var finding = Guid.CreateVersion7();
        house.Feed.Publish(Step(house, id, 50) with
        {
            LatestFindings = [new LiveFinding(1, finding, "a", "<b>x</b>", "email", Severity.Medium, 3, "j***@example.com", DateTime.UnixEpoch)],
            Current = [new CurrentObject("a", "huge.csv", 5_000_000_000, DateTime.UnixEpoch)],
        });

        page.WaitForAssertion(() => Assert.Equal("50", page.Find("[role=progressbar]").GetAttribute("aria-valuenow")), Patience);
        page.WaitForAssertion(() => Assert.Equal($"/findings/{finding}", page.Find("ol.stream a").GetAttribute("href")), Patience);
        page.WaitForAssertion(() => Assert.Contains("huge.csv", page.Find("ul.current").TextContent, StringComparison.Ordinal), Patience);
        Assert.Empty(page.FindAll("ol.stream b"));
    }

    [Fact]
    public async Task Leaving_the_page_stops_watching()
    {
        await using var house = new ScanHouse(database, new ScriptedStore());
        var id = await house.RequestAsync();
        await house.ClaimAsync();
        await using var stage = new ScanStage(house);
        var page = stage.Render<ScanPage>(with => with.Add(p => p.Id, id));
        page.WaitForAssertion(() => Assert.NotEqual(0, house.Feed.Watchers), Patience);

        await stage.DisposeComponentsAsync();

        Assert.Equal(0, house.Feed.Watchers);
    }

    private static IElement Button(IRenderedComponent<ScanPage> page, string words) =>
        page.FindAll("header button").First(button => button.TextContent.Trim() == words);

    private static ScanProgress Step(ScanHouse house, Guid id, long done) => new(
        house.OrganisationId, id, house.EndpointId, ScanState.Running, DateTime.UnixEpoch, ScanCounts.Zero with { Scanned = done }, 0, ScanLeftOut.Zero, 100, 1000, true, 10 * done, 5e6, 0, 0, TimeSpan.FromSeconds(9), [], []);
}
