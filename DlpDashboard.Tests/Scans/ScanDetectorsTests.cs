using DlpDashboard.Detection;
using DlpDashboard.Detection.Custom;
using DlpDashboard.Detectors.Catalogue;
using DlpDashboard.Detectors.Custom;
using DlpDashboard.Detectors.Exclusions;
using DlpDashboard.Findings;
using DlpDashboard.Scans;
using DlpDashboard.Scans.Planning;
using DlpDashboard.Tests.Testing;
using Microsoft.EntityFrameworkCore;

namespace DlpDashboard.Tests.Scans;

/// <summary>Scans look with what the organisation switched, wrote and excluded.</summary>
public sealed class ScanDetectorsTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private const string Text = "mail someone@company.example, badge EMP-123456 and EMP-222222";

    private static readonly CustomRule Employee = new() { Id = "custom-new", Name = "Employee number", Kind = CustomKind.Pattern, Pattern = @"\bEMP-\d{6}\b", Shown = ShownPart.LastTwo, Severity = Severity.High };

    [Fact]
    public async Task A_custom_detector_finds_its_values_masked_and_a_switched_off_one_is_gone_after_the_next_scan()
    {
        await using var house = new ScanHouse(database, new ScriptedStore().With("a", "a.txt", Text));
        await AddAsync(house, Employee);
        Assert.Equal(2, (await house.ScanAsync()).Findings);
        var custom = (await FindingsAsync(house)).Single(finding => finding.DetectorId == "custom-employee-number");
        Assert.Equal((2L, Severity.High, FindingStatus.Open), (custom.Count, custom.Severity, custom.Status));
        Assert.Contains("*******56", custom.SamplesJson, StringComparison.Ordinal);
        Assert.DoesNotContain("123456", custom.SamplesJson, StringComparison.Ordinal);

        var switched = await house.Get<DetectorSwitchService>().SwitchAsync(house.Actor, ["email", "custom-employee-number"], isOn: false, default);
        Assert.Equal(2, switched.Value);
        Assert.Equal(0, (await house.ScanAsync()).Findings);
        Assert.All(await FindingsAsync(house), finding => Assert.NotNull(finding.GoneUtc));
    }

    [Fact]
    public async Task A_scan_of_changed_objects_reads_them_anew_once_anything_about_detectors_changed()
    {
        var store = new ScriptedStore().With("a", "a.txt", Text);
        await using var house = new ScanHouse(database, store);
        var plan = new ScanPlan { Mode = ScanMode.Changed };
        await house.ScanAsync();

        var id = await ReadsAnewAsync(async () => (await house.Get<CustomDetectorService>().AddAsync(house.Actor, Employee, isOn: true, default)).Value!.Id);
        await ReadsAnewAsync(async () => (await house.Get<CustomDetectorService>().EditAsync(house.Actor, id, 1, Employee with { Severity = Severity.Low }, isOn: true, default)).Value!.Id);
        await ReadsAnewAsync(async () => (await house.Get<DetectorSwitchService>().SetAsync(house.Actor, "email", 0, new DetectorSwitchDraft(true, Likelihood.VeryLikely), default)).Value);
        await ReadsAnewAsync(async () => (await house.Get<ExclusionService>().AddAsync(house.Actor, new ExclusionDraft { Kind = ExclusionKind.Path, Text = "*.bak", Reason = "Backups" }, default)).Value);
        await ReadsAnewAsync(async () => (await house.Get<CustomDetectorService>().DeleteAsync(house.Actor, id, null, default)).Value);

        async Task<T> ReadsAnewAsync<T>(Func<Task<T>> change)
        {
            var result = await change();
            Assert.NotNull(result);
            store.Opened.Clear();
            Assert.Equal(0, (await house.ScanAsync(plan)).Unchanged);
            Assert.Single(store.Opened);
            Assert.Equal(1, (await house.ScanAsync(plan)).Unchanged);
            return result;
        }
    }

    [Fact]
    public async Task What_rules_exclude_is_not_reported_and_counted()
    {
        var store = new ScriptedStore().With("a", "live/a.txt", Text).With("a", "test-data/b.txt", Text);
        await using var house = new ScanHouse(database, store);
        await AddAsync(house, Employee);
        var rules = house.Get<ExclusionService>();
        Assert.True((await rules.AddAsync(house.Actor, new ExclusionDraft { Kind = ExclusionKind.Value, Text = "emp-123456", Reason = "A sample of ours", Detectors = ["custom-employee-number"] }, default)).Succeeded);
        Assert.True((await rules.AddAsync(house.Actor, new ExclusionDraft { Kind = ExclusionKind.Path, Text = "*test-data/*", Reason = "Made up", Detectors = ["email"] }, default)).Succeeded);

        var scan = await house.ScanAsync();

        Assert.Equal((3L, 3L, 3L), (scan.Findings, scan.Detections, scan.ValuesLeftOut));
        Assert.Equal(["custom-employee-number 1", "custom-employee-number 1", "email 1"], (await FindingsAsync(house)).Select(finding => $"{finding.DetectorId} {finding.Count}").Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("a.csv", "id,staff_no,mail\n", "{0},{1:000000},p{0}@company.example\n", "", "rows[10000].staff_no")]
    [InlineData("a.json", "[", "{{\"id\":{0},\"staffNo\":\"{1:000000}\",\"mail\":\"p{0}@company.example\"}},\n", "{}]", "$[9999].staffNo")]
    public async Task Fields_by_their_names_are_found_in_long_tables_beside_what_built_in_detectors_find(string key, string head, string row, string tail, string lastPlace)
    {
        const int Rows = 10_000;
        var text = head + string.Concat(Enumerable.Range(0, Rows).Select(at => string.Format(System.Globalization.CultureInfo.InvariantCulture, row, at, 100_000 + at))) + tail;
        await using var house = new ScanHouse(database, new ScriptedStore().With("a", key, text));
        await AddAsync(house, new CustomRule { Id = "custom-new", Name = "Staff number", Kind = CustomKind.Pattern, Pattern = @"\b\d{6}\b", RequiredWords = ["staff no"], Distance = 1 });
        await AddAsync(house, new CustomRule { Id = "custom-new", Name = "Last one", Kind = CustomKind.Words, Terms = ["109999"] });
        Assert.Equal(3, (await house.ScanAsync()).Findings);
        var findings = await FindingsAsync(house);
        Assert.Equal((Rows, Rows), (findings.Single(finding => finding.DetectorId == "custom-staff-number").Count, findings.Single(finding => finding.DetectorId == "email").Count));
        var last = FindingSamples.Read(findings.Single(finding => finding.DetectorId == "custom-last-one").SamplesJson).Single();
        Assert.Equal(lastPlace, last.Location.Path);
        Assert.Contains("key:staff_no", FindingSamples.Read(findings.Single(finding => finding.DetectorId == "custom-staff-number").SamplesJson)[0].Reasons);
    }

    [Fact]
    public async Task Fewer_values_than_a_detector_wants_are_none()
    {
        var store = new ScriptedStore().With("a", "a.txt", Text).With("a", "b.txt", Text + " EMP-333333");
        await using var house = new ScanHouse(database, store);
        await AddAsync(house, Employee with { MinimumCount = 3 });
        Assert.Equal(3, (await house.ScanAsync()).Findings);
        Assert.Equal("b.txt", (await FindingsAsync(house)).Single(finding => finding.DetectorId == "custom-employee-number").ObjectKey);
    }

    [Fact]
    public async Task A_plan_names_packs_and_custom_detectors_and_no_other_organisations()
    {
        var store = new ScriptedStore().With("a", "a.txt", Text);
        await using var house = new ScanHouse(database, store);
        await AddAsync(house, Employee);
        Assert.Equal(1, (await house.ScanAsync(new ScanPlan { Detectors = ["custom-employee-number"] })).Findings);
        Assert.Equal(0, (await house.ScanAsync(new ScanPlan { Detectors = ["pack-payment"] })).Findings);
        var unknown = await house.Service.StartAsync(house.Actor, house.EndpointId, new ScanPlan { Detectors = ["custom-somebody-elses"] }, ScanPriority.Normal, default);
        Assert.Equal("detectors", unknown.Problem?.Field);
        Assert.Equal(2, (await FindingsAsync(house)).Count(finding => finding.GoneUtc is null) + 1);
    }

    private static async Task AddAsync(ScanHouse house, CustomRule rule)
    {
        var added = await house.Get<CustomDetectorService>().AddAsync(house.Actor, rule, isOn: true, default);
        Assert.True(added.Succeeded, added.Problem?.Sentence);
    }

    private async Task<List<Finding>> FindingsAsync(ScanHouse house)
    {
        await using var db = database.NewContext();
        return await db.Findings.AsNoTracking().Where(finding => finding.OrganisationId == house.OrganisationId).ToListAsync();
    }
}
