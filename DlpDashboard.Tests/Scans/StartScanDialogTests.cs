using AngleSharp.Dom;
using Bunit;
using DlpDashboard.Kernel;
using DlpDashboard.Providers;
using DlpDashboard.Scans;
using DlpDashboard.Scans.Pages;
using DlpDashboard.Scans.Planning;
using DlpDashboard.Tests.Testing;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace DlpDashboard.Tests.Scans;

public sealed class StartScanDialogTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task What_is_chosen_is_what_the_scan_shall_do()
    {
        await using var house = new ScanHouse(database, new ScriptedStore().With("a", "x", "x"));
        await using var stage = new ScanStage(house);
        var page = Show(stage, Links.StartScan(house.EndpointId));
        await page.Find("#plan-prefixes").ChangeAsync("hr/");
        await page.Find("#plan-samplePercent").ChangeAsync("50");
        await page.Find("#start-priority").ChangeAsync("High");
        await page.Find("form.start").SubmitAsync();

        var scan = await StartedAsync(house);
        Assert.Equal((ScanPriority.High, 50d), (scan.Priority, scan.Plan.SamplePercent));
        Assert.Equal(["hr/"], scan.Plan.Prefixes);
    }

    [Fact]
    public async Task All_that_is_wrong_is_said_at_once_at_its_fields_and_nothing_starts()
    {
        await using var house = new ScanHouse(database, new ScriptedStore().With("a", "x", "x"));
        await using var stage = new ScanStage(house);
        var page = Show(stage, Links.StartScan(house.EndpointId));
        await page.Find("#plan-prefixes").ChangeAsync(string.Join('\n', Enumerable.Range(0, 10_000)));
        await page.Find("#plan-maxObjectBytes").ChangeAsync("99999999999999999999999");
        await page.Find("#plan-samplePercent").ChangeAsync("NaN");
        await page.Find("#plan-byteBudget").ChangeAsync("-1");
        await page.Find("form.start").SubmitAsync();

        Assert.Equal("4 fields need a look.", page.Find("footer [role=alert]").TextContent.Trim());
        foreach (var field in new[] { "prefixes", "maxObjectBytes", "samplePercent", "byteBudget" })
        {
            Assert.Equal("true", page.Find($"#plan-{field}").GetAttribute("aria-invalid"));
        }

        Assert.Empty((await house.Reader.PageAsync(house.Actor, new ScanFilter(), null, 10, default)).Items);
        await page.Find("#plan-byteBudget").ChangeAsync("5");
        Assert.Equal("3 fields need a look.", page.Find("footer [role=alert]").TextContent.Trim());
    }

    [Fact]
    public async Task A_duplicate_takes_over_endpoint_plan_and_priority()
    {
        await using var house = new ScanHouse(database, new ScriptedStore().With("a", "x.csv", "x"));
        var plan = new ScanPlan { Extensions = ["csv"], BytesPerObject = 65536, Detectors = ["email"] };
        var first = await house.Service.StartAsync(house.Actor, house.EndpointId, plan, ScanPriority.Low, default);
        await house.RunAsync(first.Value);
        await using var stage = new ScanStage(house);
        var page = Show(stage, Links.StartScanLike(house.EndpointId, first.Value));
        Assert.Equal("csv", page.Find("#plan-extensions").GetAttribute("value"));
        Assert.Equal("64", page.Find("#plan-bytesPerObject").GetAttribute("value"));
        Assert.Equal("Low", page.Find("#start-priority").GetAttribute("value"));
        await page.Find("form.start").SubmitAsync();
        Assert.True(new ScanPlanPreset("", "", plan).Is((await StartedAsync(house)).Plan));
    }

    [Fact]
    public async Task A_link_brings_its_prefix_and_detectors_and_unknown_scans_and_hostile_words_do_no_harm()
    {
        await using var house = new ScanHouse(database, new ScriptedStore().With("a", "x.csv", "x"));
        await using var stage = new ScanStage(house);
        var page = Show(stage, Links.StartScan(house.EndpointId, "a b/<script>&", "email", "no-such") + $"&from={Guid.CreateVersion7()}");
        Assert.Equal("a b/<script>&", page.Find("#plan-prefixes").GetAttribute("value"));
        Assert.Empty(page.FindAll("script"));
        await page.Find("form.start").SubmitAsync();
        Assert.Contains("no-such", page.Find("#plan-detectors-error").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_is_estimated_by_itself_and_again_after_a_change()
    {
        await using var house = new ScanHouse(database, new ScriptedStore().WithMany("a", 40, _ => "12345").With("a", "x.csv", "x"));
        await using var stage = new ScanStage(house);
        var page = Show(stage, Links.StartScan(house.EndpointId));
        page.WaitForAssertion(() => Assert.Equal("41", Figure(page, "Objects")), Patience);
        Assert.Equal("nothing", Figure(page, "Cost"));

        await page.Find("#plan-extensions").ChangeAsync("csv");
        page.WaitForAssertion(() => Assert.Equal("1", Figure(page, "Objects")), Patience);
        Assert.Contains("40 objects (200 B) with other extensions", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cloud_is_listed_only_when_asked_and_its_failure_is_said_in_its_words()
    {
        var store = new ScriptedStore().With("a", "x", "x");
        var listings = 0;
        store.BeforeList = (_, _) => Interlocked.Increment(ref listings) == 1 ? throw new ObjectStoreException(StoreFault.SignInFailed, "The key was refused. Put in another.") : Task.CompletedTask;
        await using var house = new ScanHouse(database, store, provider: "aws");
        await using var stage = new ScanStage(house);
        var page = Show(stage, Links.StartScan(house.EndpointId));
        await Button(page, "Estimate").ClickAsync(new());
        page.WaitForAssertion(() => Assert.Contains("The key was refused. Put in another.", page.Find(".estimate").TextContent, StringComparison.Ordinal), Patience);
        Assert.Equal(1, listings);

        await Button(page, "Try again").ClickAsync(new());
        page.WaitForAssertion(() => Assert.Equal("1", Figure(page, "Objects")), Patience);
        Assert.Equal("less than USD 0.01", Figure(page, "Cost"));
        Assert.Contains("1 read request", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Closing_ends_an_estimate_that_runs()
    {
        var begun = new TaskCompletionSource();
        var ended = new TaskCompletionSource();
        var store = new ScriptedStore().With("a", "x", "x");
        store.BeforeList = async (_, stop) =>
        {
            begun.TrySetResult();
            try
            {
                await Task.Delay(Timeout.Infinite, stop);
            }
            finally
            {
                ended.TrySetResult();
            }
        };
        await using var house = new ScanHouse(database, store);
        await using var stage = new ScanStage(house);
        var page = Show(stage, Links.StartScan(house.EndpointId));
        await begun.Task.WaitAsync(Patience);
        page.WaitForAssertion(() => Assert.Equal("true", page.Find(".estimate").GetAttribute("aria-busy")), Patience);

        await Button(page, "Cancel").ClickAsync(new());

        await ended.Task.WaitAsync(Patience);
        page.WaitForAssertion(() => Assert.Empty(page.FindAll("form.start")), Patience);
    }

    private static IRenderedComponent<ScansPage> Show(ScanStage stage, string address)
    {
        stage.Services.GetRequiredService<NavigationManager>().NavigateTo(address);
        var page = stage.Render<ScansPage>();
        page.WaitForElement("#plan-prefixes", Patience);
        return page;
    }

    private static string Figure(IRenderedComponent<ScansPage> page, string name) =>
        page.FindAll(".figures div").First(figure => figure.QuerySelector("dt")!.TextContent == name).QuerySelector("dd")!.TextContent;

    private static IElement Button(IRenderedComponent<ScansPage> page, string words) =>
        page.FindAll("form.start button").First(button => button.TextContent.Trim() == words);

    private static async Task<ScanRow> StartedAsync(ScanHouse house)
    {
        ScanRow? scan = null;
        await Until.TrueAsync(async () => (scan = (await house.Reader.PageAsync(house.Actor, new ScanFilter(State: ScanState.Queued), null, 10, default)).Items is [var queued, ..] ? queued : null) is not null);
        return scan!;
    }
}
