using Bunit;
using DlpDashboard.Access;
using DlpDashboard.Access.FirstStart;
using DlpDashboard.Detection;
using DlpDashboard.Detection.Custom;
using DlpDashboard.Detectors.Catalogue;
using DlpDashboard.Detectors.Custom;
using DlpDashboard.Detectors.Exclusions;
using DlpDashboard.Detectors.Pages;
using DlpDashboard.Detectors.Trying;
using DlpDashboard.Kernel;
using DlpDashboard.Scans.Pages;
using DlpDashboard.Tests.Scans;
using DlpDashboard.Tests.Testing;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace DlpDashboard.Tests.Detectors;

public sealed class DetectorPagesTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private static readonly CustomRule Employee = new() { Id = "custom-new", Name = "Employee number", Kind = CustomKind.Pattern, Pattern = @"\bEMP-\d{6}\b", RequiredWords = ["staff"] };

    [Fact]
    public async Task A_detector_shows_what_it_is_how_it_is_checked_and_both_kinds_of_samples()
    {
        await using var house = new ScanHouse(database, new ScriptedStore());
        await using var stage = Stage(house);
        var page = stage.Render<DetectorPage>(with => with.Add(p => p.Id, "payment-card"));
        page.WaitForAssertion(() => Assert.Contains("Luhn", page.Markup, StringComparison.Ordinal));
        var card = DetectorCatalogue.Find("payment-card")!;
        Assert.All(card.TrueSamples.Concat(card.FalseSamples), sample => Assert.Contains(page.FindAll(".samples code"), code => code.TextContent == sample));
        Assert.All(card.ContextWords, word => Assert.Contains(page.FindAll(".words li"), item => item.TextContent == word));
        Assert.Contains("Never", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Switch_floor_and_severity_are_saved_and_shown()
    {
        await using var house = new ScanHouse(database, new ScriptedStore());
        await using var stage = Stage(house);
        var page = stage.Render<DetectorPage>(with => with.Add(p => p.Id, "email"));
        await page.WaitForElement("#switch-floor").ChangeAsync("Likely");
        await page.Find("#switch-severity").ChangeAsync("Critical");
        await page.Find("form input[type=checkbox]").ChangeAsync(false);
        await page.Find("form[aria-labelledby=switch-title]").SubmitAsync();
        var saved = (await house.Get<DetectorReader>().GetAsync(house.Actor, "email", default)).Value!;
        Assert.Equal((false, Likelihood.Likely, Severity.Critical, 1), (saved.Row.IsOn, saved.Row.Floor, saved.Row.Severity, saved.Version));
        page.WaitForAssertion(() => Assert.Equal("Off", page.Find(".pill").TextContent));
    }

    [Fact]
    public async Task Who_only_reads_sees_everything_and_may_change_nothing()
    {
        await using var house = new ScanHouse(database, new ScriptedStore());
        var added = (await house.Get<CustomDetectorService>().AddAsync(house.Actor, Employee, isOn: true, default)).Value!;
        var analyst = house.Actor with { Permissions = FirstOrganisation.AnalystPermissions.ToHashSet(StringComparer.Ordinal) };
        await using var stage = Stage(house, analyst);
        var page = stage.Render<DetectorPage>(with => with.Add(p => p.Id, added.Rule.Id));
        page.WaitForAssertion(() => Assert.Contains("EMP-", page.Markup, StringComparison.Ordinal));
        Assert.DoesNotContain(page.FindAll(".head a, .head button"), button => button.TextContent.Trim() is "Edit" or "Switch off");
        var builtIn = stage.Render<DetectorPage>(with => with.Add(p => p.Id, "email"));
        Assert.True(builtIn.WaitForElement("#switch-floor").HasAttribute("disabled"));

        await Assert.ThrowsAsync<PermissionDeniedException>(() => house.Get<DetectorSwitchService>().SwitchAsync(analyst, ["email"], isOn: false, default));
        await Assert.ThrowsAsync<PermissionDeniedException>(() => house.Get<CustomDetectorService>().DeleteAsync(analyst, added.Id, null, default));
        await Assert.ThrowsAsync<PermissionDeniedException>(() => house.Get<ExclusionService>().AddAsync(analyst, new ExclusionDraft { Kind = ExclusionKind.Path, Text = "*", Reason = "r" }, default));
        await Assert.ThrowsAsync<PermissionDeniedException>(() => house.Get<DetectorTryService>().TryDraftAsync(analyst, "x", Employee, default));
    }

    [Fact]
    public async Task A_detector_that_is_not_there_says_so_and_leads_to_the_list()
    {
        await using var house = new ScanHouse(database, new ScriptedStore());
        await using var stage = Stage(house);
        var page = stage.Render<DetectorPage>(with => with.Add(p => p.Id, "custom-gone"));
        page.WaitForAssertion(() => Assert.Contains("There is no such detector", page.Markup, StringComparison.Ordinal));
        Assert.Equal(Links.Detectors, page.Find(".problem a").GetAttribute("href"));
    }

    [Fact]
    public async Task Somebody_elses_faster_change_is_not_overwritten()
    {
        await using var house = new ScanHouse(database, new ScriptedStore());
        var service = house.Get<CustomDetectorService>();
        var added = (await service.AddAsync(house.Actor, Employee, isOn: true, default)).Value!;
        await using var stage = Stage(house);
        var page = stage.Render<CustomDetectorPage>(with => with.Add(p => p.Id, added.Rule.Id));
        await page.WaitForElement("#custom-name").ChangeAsync("Mine");
        Assert.True((await service.EditAsync(house.Actor, added.Id, 1, Employee with { Name = "Theirs" }, isOn: true, default)).Succeeded);
        await page.Find("form[aria-label=Detector]").SubmitAsync();
        page.WaitForAssertion(() => Assert.Contains("Somebody else changed it", page.Markup, StringComparison.Ordinal));
        Assert.Equal("Theirs", (await house.Get<CustomDetectorReader>().GetAsync(house.Actor, added.Id, default)).Value!.Rule.Name);
    }

    [Fact]
    public async Task Everything_wrong_in_the_form_is_said_at_its_fields()
    {
        await using var house = new ScanHouse(database, new ScriptedStore());
        await using var stage = Stage(house);
        var page = stage.Render<CustomDetectorPage>();
        await page.WaitForElement("#custom-pattern").ChangeAsync("(a){99999}");
        await page.Find("#custom-distance").ChangeAsync("far");
        await page.Find("#custom-count").ChangeAsync("-1");
        await page.Find("form[aria-label=Detector]").SubmitAsync();
        Assert.All(["custom-name", "custom-pattern", "custom-distance", "custom-count"], id => Assert.Equal("true", page.Find($"#{id}").GetAttribute("aria-invalid")));
        Assert.Contains("4 fields must be mended", page.Markup, StringComparison.Ordinal);
        await page.Find("#custom-count").ChangeAsync("2");
        Assert.Null(page.Find("#custom-count").GetAttribute("aria-invalid"));
    }

    [Fact]
    public void Marks_stand_where_values_are_also_where_they_overlap()
    {
        using var stage = new BunitContext();
        var rules = new DetectorChoice { Wanted = ["custom-a", "custom-b"], Rules = [Rule("custom-a", @"\d{4}-\d{4}"), Rule("custom-b", @"\d{4}\b")] };
        const string Text = "x 1111-2222 y <b>&";
        var result = TextLook.At(DetectorSet.Create(rules), Text, 10);
        var marks = stage.Render<TryMarks>(with => with.Add(p => p.Text, Text).Add(p => p.Result, result));
        Assert.Equal(["1111", "-", "2222"], marks.FindAll("mark").Select(mark => mark.ChildNodes[0].TextContent));
        Assert.Equal("custom-a, likely; custom-b, likely", marks.FindAll("mark")[0].GetAttribute("title"));
        Assert.Empty(marks.FindAll("b"));
    }

    [Theory]
    [InlineData("checksum", "Its check digit is right")]
    [InlineData("context:card_number", "The word \"card number\" stands near it")]
    [InlineData("key:card", "Its field is called \"card\"")]
    [InlineData("some-new-reason", "Some new reason")]
    [InlineData("column:many", "Column: many")]
    public void Each_reason_has_words(string reason, string words) => Assert.Equal(words, ReasonWords.Of(reason));

    [Fact]
    public async Task Packs_and_the_organisations_own_detectors_are_chosen_for_a_scan()
    {
        await using var stage = new BunitContext();
        IReadOnlyList<string> chosen = [];
        IReadOnlyDictionary<string, string> own = new Dictionary<string, string>(StringComparer.Ordinal) { ["custom-badge"] = "Badge number" };
        var fields = stage.Render<ScanPlanDetectors>(with => with.Add(p => p.Name, "d").Add(p => p.Value, ["custom-deleted"]).AddCascadingValue(own)
            .Add(p => p.ValueChanged, EventCallback.Factory.Create<IReadOnlyList<string>>(this, list => chosen = list)));
        await fields.FindAll("label").Single(label => label.TextContent.Trim().StartsWith("Payment", StringComparison.Ordinal) && label.TextContent.Contains("detectors", StringComparison.Ordinal)).QuerySelector("input")!.ChangeAsync(true);
        Assert.Equal(["custom-deleted", "pack-payment"], chosen);
        await fields.FindAll("label").Single(label => label.TextContent.Contains("Badge number", StringComparison.Ordinal)).QuerySelector("input")!.ChangeAsync(true);
        Assert.Equal(["custom-deleted", "custom-badge"], chosen);
        Assert.Contains(fields.FindAll("label"), label => label.TextContent.Contains("custom-deleted", StringComparison.Ordinal));
    }

    private static CustomRule Rule(string id, string pattern) => new() { Id = id, Name = id, Kind = CustomKind.Pattern, Pattern = pattern };

    private static ScanStage Stage(ScanHouse house, Actor? actor = null)
    {
        var stage = new ScanStage(house, actor);
        stage.Services.AddSingleton(house.Get<DetectorReader>());
        stage.Services.AddSingleton(house.Get<DetectorSwitchService>());
        stage.Services.AddSingleton(house.Get<CustomDetectorReader>());
        stage.Services.AddSingleton(house.Get<CustomDetectorService>());
        stage.Services.AddSingleton(house.Get<DetectorTryService>());
        return stage;
    }
}
