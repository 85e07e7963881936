using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using DlpDashboard.Access;
using DlpDashboard.Audit;
using DlpDashboard.Data.Accounts;
using DlpDashboard.Findings;
using DlpDashboard.Findings.Export;
using DlpDashboard.Tests.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DlpDashboard.Tests.Findings;

public sealed class FindingExportTests(FindingExportTests.App app) : IClassFixture<FindingExportTests.App>
{
    private const string Card = "4111 1111 1111 " + "1111";

    [Fact]
    public async Task Every_format_holds_every_finding_masked_and_heeds_the_filter()
    {
        using var client = await app.AsAdminAsync();
        var endpoint = await ScannedAsync(client);
        foreach (var format in new[] { "csv", "jsonl", "sarif", "ocsf" })
        {
            using var answer = await client.GetAsync($"/api/v1/findings/export?format={format}&endpoint={endpoint}");
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Equal("attachment", answer.Content.Headers.ContentDisposition?.DispositionType);
            var text = await answer.Content.ReadAsStringAsync();
            Assert.Contains("cards.csv", text, StringComparison.Ordinal);
            Assert.Contains("mail.txt", text, StringComparison.Ordinal);
            Assert.DoesNotContain("1111 1111", text, StringComparison.Ordinal);
            Assert.DoesNotContain("jane.roe", text, StringComparison.Ordinal);

            var narrow = await client.GetStringAsync($"/api/v1/findings/export?format={format}&endpoint={endpoint}&detector=email");
            Assert.DoesNotContain("cards.csv", narrow, StringComparison.Ordinal);
        }

        Assert.Equal(HttpStatusCode.BadRequest, (await client.GetAsync("/api/v1/findings/export?format=exe")).StatusCode);
    }

    [Theory]
    [InlineData("csv")]
    [InlineData("jsonl")]
    public async Task The_audit_trail_knows_of_an_export_before_it_begins_and_how_many_left_at_its_end(string format)
    {
        using var client = await app.AsAdminAsync();
        var endpoint = await ScannedAsync(client);
        await client.GetStringAsync($"/api/v1/findings/export?format={format}&endpoint={endpoint}");

        await using var db = app.NewContext();
        var entries = (await db.Set<AuditEntry>().Where(e => e.Action == AuditActions.FindingsExported).ToListAsync()).ConvertAll(e => JsonDocument.Parse(e.Details!).RootElement);
        var begun = Assert.Single(entries, details => details.TryGetProperty("filter", out var filter) && filter.GetString() == $"endpoint={endpoint}");
        Assert.Equal(format, begun.GetProperty("format").GetString(), ignoreCase: true);
        var ended = Assert.Single(entries, details => details.TryGetProperty("rows", out _) && details.GetProperty("export").GetString() == begun.GetProperty("export").GetString());
        Assert.Equal(("2", "yes"), (ended.GetProperty("rows").GetString(), ended.GetProperty("complete").GetString()));
    }

    [Fact]
    public async Task An_export_that_is_broken_off_tells_how_many_left_all_the_same()
    {
        using var client = await app.AsAdminAsync();
        var endpoint = await ScannedAsync(client);
        await using var db = app.NewContext();
        var account = await db.Set<Account>().SingleAsync(a => a.Email == AppFixture.AdminEmail);
        var actor = new Actor(account.OrganisationId, account.Id, "Alex", new HashSet<string> { Permissions.Everything });
        var rows = await app.Services.GetRequiredService<FindingExportService>().RowsAsync(actor, new FindingFilter([endpoint], Text: "broken off"), default);
        var all = await app.Services.GetRequiredService<FindingExportService>().RowsAsync(actor, new FindingFilter([endpoint]), default);
        Assert.Empty(await rows.ToListAsync());
        await foreach (var row in all)
        {
            break;
        }

        var entries = (await db.Set<AuditEntry>().Where(e => e.ActorName == "Alex" && e.Action == AuditActions.FindingsExported).OrderBy(e => e.Id).ToListAsync())
            .ConvertAll(e => JsonDocument.Parse(e.Details!).RootElement).FindAll(details => details.TryGetProperty("rows", out _));
        Assert.Equal([("0", "yes"), ("1", "no")], entries.Select(details => (details.GetProperty("rows").GetString(), details.GetProperty("complete").GetString())));
    }

    [Fact]
    public async Task Sarif_has_what_its_schema_demands()
    {
        using var client = await app.AsAdminAsync();
        var endpoint = await ScannedAsync(client);
        var log = await client.GetFromJsonAsync<JsonElement>($"/api/v1/findings/export?format=sarif&endpoint={endpoint}");

        Assert.Equal("2.1.0", log.GetProperty("version").GetString());
        var run = Assert.Single(log.GetProperty("runs").EnumerateArray());
        var rules = run.GetProperty("tool").GetProperty("driver").GetProperty("rules").EnumerateArray().Select(rule => rule.GetProperty("id").GetString()).ToList();
        Assert.Equal(rules.Count, rules.Distinct(StringComparer.Ordinal).Count());
        var results = run.GetProperty("results").EnumerateArray().ToList();
        Assert.Equal(2, results.Count);
        foreach (var result in results)
        {
            Assert.Equal(result.GetProperty("ruleId").GetString(), rules[result.GetProperty("ruleIndex").GetInt32()]);
            Assert.Contains(result.GetProperty("level").GetString(), new[] { "none", "note", "warning", "error" });
            Assert.NotEmpty(result.GetProperty("message").GetProperty("text").GetString()!);
            Assert.True(Guid.TryParse(result.GetProperty("guid").GetString(), out _));
            Assert.All(result.GetProperty("locations").EnumerateArray(), location =>
                Assert.True(Uri.TryCreate(location.GetProperty("physicalLocation").GetProperty("artifactLocation").GetProperty("uri").GetString(), UriKind.RelativeOrAbsolute, out _)));
        }

        var again = await client.GetFromJsonAsync<JsonElement>($"/api/v1/findings/export?format=sarif&endpoint={endpoint}");
        Assert.Equal(Fingerprints(log), Fingerprints(again));
    }

    [Fact]
    public async Task Ocsf_has_what_the_class_demands()
    {
        using var client = await app.AsAdminAsync();
        var endpoint = await ScannedAsync(client);
        var lines = (await client.GetStringAsync($"/api/v1/findings/export?format=ocsf&endpoint={endpoint}")).Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(2, lines.Length);
        foreach (var line in lines)
        {
            var e = JsonDocument.Parse(line).RootElement;
            Assert.Equal((2, 2006), (e.GetProperty("category_uid").GetInt32(), e.GetProperty("class_uid").GetInt32()));
            Assert.Equal(200_600 + e.GetProperty("activity_id").GetInt32(), e.GetProperty("type_uid").GetInt32());
            Assert.InRange(e.GetProperty("severity_id").GetInt32(), 1, 6);
            Assert.InRange(e.GetProperty("status_id").GetInt32(), 1, 6);
            Assert.InRange(e.GetProperty("time").GetInt64(), 1_700_000_000_000, 4_000_000_000_000);
            Assert.NotEmpty(e.GetProperty("metadata").GetProperty("version").GetString()!);
            Assert.NotEmpty(e.GetProperty("metadata").GetProperty("product").GetProperty("vendor_name").GetString()!);
            Assert.NotEmpty(e.GetProperty("finding_info").GetProperty("uid").GetString()!);
            Assert.NotEmpty(e.GetProperty("finding_info").GetProperty("title").GetString()!);
            Assert.NotEmpty(e.GetProperty("file").GetProperty("name").GetString()!);
            Assert.Equal(1, e.GetProperty("file").GetProperty("type_id").GetInt32());
        }
    }

    [Fact]
    public async Task A_detector_of_the_organisation_s_own_is_a_rule_and_has_its_name_in_every_format()
    {
        using var client = await app.AsAdminAsync();
        using var added = await client.PostAsJsonAsync("/api/v1/custom-detectors", new { name = "Staff number", kind = "pattern", pattern = @"\bEMP-\d{6}\b" });
        var id = (await added.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("detectorId").GetString()!;
        var endpoint = await ScannedAsync(client, id);

        var log = await client.GetFromJsonAsync<JsonElement>($"/api/v1/findings/export?format=sarif&endpoint={endpoint}");
        var run = log.GetProperty("runs")[0];
        var rules = run.GetProperty("tool").GetProperty("driver").GetProperty("rules");
        var result = Assert.Single(run.GetProperty("results").EnumerateArray(), result => result.GetProperty("ruleId").GetString() == id);
        var rule = rules[result.GetProperty("ruleIndex").GetInt32()];
        Assert.Equal((id, "Staff number"), (rule.GetProperty("id").GetString(), rule.GetProperty("name").GetString()));
        Assert.Contains("of Staff number", result.GetProperty("message").GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Equal(rules.GetArrayLength(), rules.EnumerateArray().Select(one => one.GetProperty("id").GetString()).Distinct(StringComparer.Ordinal).Count());
        foreach (var format in new[] { "csv", "jsonl", "ocsf" })
        {
            var text = await client.GetStringAsync($"/api/v1/findings/export?format={format}&endpoint={endpoint}&detector={id}");
            Assert.Contains("Staff number", text, StringComparison.Ordinal);
            Assert.Contains(id, text, StringComparison.Ordinal);
        }

        var scan = (await client.GetFromJsonAsync<JsonElement>($"/api/v1/scans?endpoint={endpoint}")).GetProperty("items")[0].GetProperty("id").GetGuid();
        Assert.Contains($",{id},Staff number,", await client.GetStringAsync($"/api/v1/scans/{scan}/changes/export"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Taking_findings_out_needs_the_permission_and_stays_in_the_organisation()
    {
        using var admin = await app.AsAdminAsync();
        var endpoint = await ScannedAsync(admin);
        var elsewhere = await app.AddOrganisationAsync($"Elsewhere {Guid.CreateVersion7():N}");
        var email = $"{Guid.CreateVersion7():N}@example.test";
        await app.AddAccountAsync(email, "Admin", elsewhere);
        using var other = await app.AsAsync(email, SignedIn.Password);
        Assert.Empty(await other.GetStringAsync($"/api/v1/findings/export?format=jsonl&endpoint={endpoint}"));

        var nobody = $"{Guid.CreateVersion7():N}@example.test";
        await app.AddAccountAsync(nobody, role: null);
        using var powerless = await app.AsAsync(nobody, SignedIn.Password);
        Assert.Equal(HttpStatusCode.Forbidden, (await powerless.GetAsync("/api/v1/findings/export?format=sarif")).StatusCode);
    }

    private static List<string?> Fingerprints(JsonElement log) =>
        [.. log.GetProperty("runs")[0].GetProperty("results").EnumerateArray().Select(result => result.GetProperty("partialFingerprints").GetProperty("finding/v1").GetString())];

    private async Task<Guid> ScannedAsync(HttpClient client, params string[] more)
    {
        var root = Directory.CreateDirectory(Path.Combine(app.Folder, "files", Guid.CreateVersion7().ToString("N"))).FullName;
        await File.WriteAllTextAsync(Path.Combine(root, "mail.txt"), "Write to jane.roe@example.com" + (more.Length == 0 ? "" : " about EMP-123456"));
        await File.WriteAllTextAsync(Path.Combine(root, "cards.csv"), $"name,card\nsomebody,{Card}\n");
        using var added = await client.PostAsJsonAsync("/api/v1/endpoints", new { name = $"Files {Guid.CreateVersion7():N}", provider = "local", settings = new { root } });
        var endpoint = (await added.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid();
        using var started = await client.PostAsJsonAsync("/api/v1/scans", new { endpointId = endpoint, detectors = new[] { "email", "payment-card" }.Concat(more) });
        var scan = (await started.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid();
        await Until.TrueAsync(async () =>
        {
            await using var db = app.NewContext();
            return (await db.FindAsync<DlpDashboard.Scans.Scan>(scan))?.HasEnded == true;
        });
        return endpoint;
    }

    public sealed class App : AppFixture
    {
        protected override IEnumerable<KeyValuePair<string, string>> Settings => [new("Providers:LocalRoots:0", Path.Combine(Folder, "files"))];
    }
}
