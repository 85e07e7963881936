using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using DlpDashboard.Admin.Retention;
using DlpDashboard.Audit;
using DlpDashboard.Events;
using DlpDashboard.Tests.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace DlpDashboard.Tests.Admin;

public sealed class SettingsApiTests(SettingsApiTests.App app) : IClassFixture<SettingsApiTests.App>
{
    private const string Route = "/api/v1/settings";

    private const string Prices = """{"name":"Contract","currency":"EUR","listPer1000":0.01,"getPer1000":0.001,"transferPerGb":0.02,"classes":{"COOL":{"getPer1000":null,"retrievalPerGb":0.5}}}""";

    [Fact]
    public async Task Settings_are_defaults_until_somebody_changes_them_and_the_trail_names_what_changed()
    {
        using var client = await PersonAsync();
        using var first = await client.GetAsync(Route);
        var settings = JsonNode.Parse(await first.Content.ReadAsStringAsync())!;
        Assert.Equal("\"0\"", first.Headers.ETag!.Tag);
        Assert.Equal((90, 90, 180, 365), ((int)settings["retention"]!["scansDays"]!, (int)settings["retention"]!["samplesDays"]!, (int)settings["retention"]!["firingsDays"]!, (int)settings["retention"]!["eventsDays"]!));
        Assert.Null(settings["retention"]!["auditDays"]);
        Assert.Equal(0.0004m, (decimal)settings["defaultPrices"]!["aws"]!["getPer1000"]!);
        Assert.Contains(settings["configured"]!.AsArray(), value => (string?)value!["group"] == "localRoots" && (string?)value["value"] == app.Root);

        settings["retention"]!["scansDays"] = 30;
        settings["retention"]!["samplesDays"] = 0;
        settings["prices"]!["aws"] = JsonNode.Parse(Prices);
        settings["limits"]!["scansAtOnce"] = 3;
        using var saved = await PutAsync(client, settings.ToJsonString(), "\"0\"");
        Assert.True(saved.StatusCode == HttpStatusCode.OK, await saved.Content.ReadAsStringAsync());
        Assert.Equal("\"1\"", saved.Headers.ETag!.Tag);
        var now = JsonNode.Parse(await saved.Content.ReadAsStringAsync())!;
        Assert.Null(now["retention"]!["samplesDays"]);
        Assert.Equal(("Contract", 0.5m), ((string)now["prices"]!["aws"]!["name"]!, (decimal)now["prices"]!["aws"]!["classes"]!["COOL"]!["retrievalPerGb"]!));

        var trail = await client.GetFromJsonAsync<JsonElement>($"/api/v1/audit?action={AuditActions.SettingsChanged}");
        var details = trail.GetProperty("items")[0].GetProperty("details").ToString();
        Assert.Contains("retention.scansDays", details, StringComparison.Ordinal);
        Assert.Contains("prices.aws.name", details, StringComparison.Ordinal);
        Assert.DoesNotContain("retention.eventsDays", details, StringComparison.Ordinal);

        // The same again changes nothing, and back to the default is a change.
        using var same = await PutAsync(client, settings.ToJsonString(), "\"1\"");
        Assert.Equal("\"1\"", same.Headers.ETag!.Tag);
        settings["prices"]!["aws"] = null;
        using var back = await PutAsync(client, settings.ToJsonString(), "\"1\"");
        Assert.Equal("\"2\"", back.Headers.ETag!.Tag);
        Assert.Empty(JsonNode.Parse(await back.Content.ReadAsStringAsync())!["prices"]!.AsObject());
    }

    [Fact]
    public async Task Who_names_an_older_version_is_refused()
    {
        using var client = await PersonAsync();
        using var first = await PutAsync(client, Body(scans: "10"), "\"0\"");
        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        foreach (var tag in new[] { "\"0\"", "\"abc\"" })
        {
            using var late = await PutAsync(client, Body(scans: "20"), tag);
            Assert.Equal(HttpStatusCode.PreconditionFailed, late.StatusCode);
        }

        using var whatever = await PutAsync(client, Body(scans: "20"), tag: null);
        Assert.Equal(HttpStatusCode.OK, whatever.StatusCode);
    }

    [Fact]
    public async Task Everything_that_is_wrong_is_said_at_once_each_at_its_field()
    {
        using var client = await PersonAsync();
        var bad = Prices.Replace("EUR", "euro", StringComparison.Ordinal).Replace("0.001", "-1", StringComparison.Ordinal).Replace("0.02", "1000001", StringComparison.Ordinal);
        using var answer = await PutAsync(client, $$$"""{"prices":{"aws":{{{bad}}},"ftp":{{{Prices}}}},"limits":{"largestObjectBytes":0,"scansAtOnce":65},"retention":{"scansDays":-1,"samplesDays":3651,"firingsDays":1,"eventsDays":null,"auditDays":5}}""");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        var errors = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errors").EnumerateObject().Select(error => error.Name).Order(StringComparer.Ordinal);
        Assert.Equal(
            ["limits.largestObjectBytes", "limits.scansAtOnce", "prices.aws.currency", "prices.aws.getPer1000", "prices.aws.transferPerGb", "prices.ftp", "retention.auditDays", "retention.samplesDays", "retention.scansDays"],
            errors);
        Assert.Equal("\"0\"", (await client.GetAsync(Route)).Headers.ETag!.Tag);
    }

    [Theory]
    [InlineData("\"scansDays\":99999999999", HttpStatusCode.BadRequest)]
    [InlineData("\"scansDays\":\"NaN\"", HttpStatusCode.BadRequest)]
    [InlineData("\"scansDays\":NaN", HttpStatusCode.BadRequest)]
    [InlineData("\"scansDays\":1.5", HttpStatusCode.BadRequest)]
    [InlineData("\"scansDays\":-2147483648", HttpStatusCode.UnprocessableEntity)]
    [InlineData("\"scansDays\":2147483647", HttpStatusCode.UnprocessableEntity)]
    [InlineData("\"days\":1", HttpStatusCode.BadRequest)]
    public async Task Hostile_periods_are_refused(string scans, HttpStatusCode status)
    {
        using var client = await PersonAsync();
        await AssertRefusedAsync(client, $$$"""{"prices":{},"limits":{},"retention":{{{{scans}}},"samplesDays":1,"firingsDays":1,"eventsDays":1,"auditDays":null}}""", status);
    }

    [Theory]
    [InlineData("1e400", HttpStatusCode.BadRequest)]
    [InlineData("-1e-3", HttpStatusCode.UnprocessableEntity)]
    [InlineData("79228162514264337593543950335", HttpStatusCode.UnprocessableEntity)]
    [InlineData("\"0.1\"", HttpStatusCode.BadRequest)]
    [InlineData("Infinity", HttpStatusCode.BadRequest)]
    [InlineData("null", HttpStatusCode.BadRequest)]
    public async Task Hostile_prices_are_refused(string price, HttpStatusCode status)
    {
        using var client = await PersonAsync();
        await AssertRefusedAsync(client, Body(prices: $$$"""{"aws":{{{Prices.Replace("0.001", price, StringComparison.Ordinal)}}}}"""), status);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("""{"prices":null,"limits":null,"retention":null}""")]
    [InlineData("""{"prices":{"aws":{"name":null,"listPer1000":0,"getPer1000":0,"transferPerGb":0}},"limits":{},"retention":{"scansDays":1,"samplesDays":1,"firingsDays":1,"eventsDays":1,"auditDays":null}}""")]
    [InlineData("""{"prices":{"aws":{"name":"x","listPer1000":0,"getPer1000":0,"transferPerGb":0,"classes":{"A":7}}},"limits":{},"retention":{"scansDays":1,"samplesDays":1,"firingsDays":1,"eventsDays":1,"auditDays":null}}""")]
    public async Task What_is_no_settings_is_refused_as_a_bad_request(string body)
    {
        using var client = await PersonAsync();
        await AssertRefusedAsync(client, body, HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Ten_thousand_prices_and_ten_thousand_classes_are_refused_with_few_words()
    {
        using var client = await PersonAsync();
        var many = string.Join(',', Enumerable.Range(0, 10_000).Select(i => $"\"p{i.ToString(CultureInfo.InvariantCulture)}\":null"));
        using var nulls = await PutAsync(client, Body(prices: $"{{{many}}}"));
        Assert.Equal(HttpStatusCode.OK, nulls.StatusCode);
        var table = """{"name":"x","listPer1000":0,"getPer1000":0,"transferPerGb":0}""";
        await AssertRefusedAsync(client, Body(prices: $"{{{many.Replace("null", table, StringComparison.Ordinal)}}}"), HttpStatusCode.UnprocessableEntity);
        var classes = string.Join(',', Enumerable.Range(0, 10_000).Select(i => $"\"C{i.ToString(CultureInfo.InvariantCulture)}\":{{\"retrievalPerGb\":-1}}"));
        await AssertRefusedAsync(client, Body(prices: $$"""{"aws":{"name":"x","listPer1000":0,"getPer1000":0,"transferPerGb":0,"classes":{ {{classes}} } } }"""), HttpStatusCode.UnprocessableEntity);
        await AssertRefusedAsync(client, Body(prices: """{"aws":{"name":"x","listPer1000":0,"getPer1000":0,"transferPerGb":0,"classes":{"COOL":{"retrievalPerGb":1},"cool":{"retrievalPerGb":2},"<b>":{"retrievalPerGb":2}}}}"""), HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task Organisations_have_settings_of_their_own_and_an_analyst_has_no_business_with_them()
    {
        using var one = await PersonAsync();
        using var other = await PersonAsync();
        using var saved = await PutAsync(one, Body(scans: "7"));
        Assert.Equal(HttpStatusCode.OK, saved.StatusCode);
        Assert.Equal(90, (await other.GetFromJsonAsync<JsonElement>(Route)).GetProperty("retention").GetProperty("scansDays").GetInt32());

        var email = $"{Guid.CreateVersion7():N}@example.test";
        await app.AddAccountAsync(email, "Analyst");
        using var analyst = await app.AsAsync(email, SignedIn.Password);
        Assert.Equal(HttpStatusCode.Forbidden, (await analyst.GetAsync(Route)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await PutAsync(analyst, Body())).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await analyst.PostAsync($"{Route}/retention/run", null)).StatusCode);
    }

    [Fact]
    public async Task A_run_that_is_asked_for_is_taken_up_by_itself_and_leaves_counts_an_entry_and_an_event()
    {
        using var client = await PersonAsync();
        var me = await client.GetFromJsonAsync<JsonElement>("/api/v1/me");
        var organisation = me.GetProperty("organisation").GetProperty("id").GetGuid();
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        await using (var db = app.NewContext())
        {
            db.Events.AddRange(Enumerable.Range(0, 3).Select(i => new StoryEvent { Id = Guid.CreateVersion7(), OrganisationId = organisation, AtUtc = now.AddDays(-400 - i), Type = "test.old", Sentence = "Old." }));
            await db.SaveChangesAsync();
        }

        var would = await client.GetFromJsonAsync<JsonElement>($"{Route}/retention");
        Assert.Equal(3, would.GetProperty("parts").EnumerateArray().Single(part => part.GetProperty("kind").GetString() == "events").GetProperty("count").GetInt32());

        using var asked = await client.PostAsync($"{Route}/retention/run", null);
        Assert.Equal(HttpStatusCode.Accepted, asked.StatusCode);
        await Until.TrueAsync(async () => (await LastAsync(client)).GetProperty("state").GetString() == "completed");
        Assert.Equal(3, (await LastAsync(client)).GetProperty("removed").GetProperty("events").GetInt32());
        await using var after = app.NewContext();
        Assert.Equal("The retention removed 3 events.", (await after.Events.SingleAsync(e => e.OrganisationId == organisation)).Sentence);
        var actions = await after.AuditEntries.Where(e => e.OrganisationId == organisation && e.SubjectKind == "retention").OrderBy(e => e.AtUtc).Select(e => e.Action).ToListAsync();
        Assert.Equal([AuditActions.RetentionAsked, AuditActions.RetentionRan], actions);
    }

    [Fact]
    public async Task The_daily_run_is_in_the_store_of_jobs_at_its_time()
    {
        var scheduler = await app.Services.GetRequiredService<ISchedulerFactory>().GetScheduler();
        await Until.TrueAsync(async () => await scheduler.GetTrigger(RetentionTriggers.Daily) is not null);
        var daily = Assert.IsAssignableFrom<ICronTrigger>(await scheduler.GetTrigger(RetentionTriggers.Daily));
        Assert.Equal(("0 5 4 * * ?", TimeZoneInfo.Utc), (daily.CronExpressionString, daily.TimeZone));
        Assert.Equal(RetentionTriggers.Job, daily.JobKey);
    }

    private static async Task<JsonElement> LastAsync(HttpClient client) => (await client.GetFromJsonAsync<JsonElement>($"{Route}/retention")).GetProperty("lastRuns")[0];

    private static string Body(string prices = "{}", string scans = "90") =>
        $$$"""{"prices":{{{prices}}},"limits":{},"retention":{"scansDays":{{{scans}}},"samplesDays":90,"firingsDays":180,"eventsDays":365,"auditDays":null}}""";

    private static async Task<HttpResponseMessage> PutAsync(HttpClient client, string body, string? tag = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, Route) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        if (tag is not null)
        {
            request.Headers.IfMatch.Add(EntityTagHeaderValue.Parse(tag));
        }

        return await client.SendAsync(request);
    }

    private static async Task AssertRefusedAsync(HttpClient client, string body, HttpStatusCode status)
    {
        using var answer = await PutAsync(client, body);
        Assert.Equal(status, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.InRange((await answer.Content.ReadAsStringAsync()).Length, 10, 20_000);
    }

    /// <summary>An administrator of an organisation of their own: the tests share nothing.</summary>
    private async Task<HttpClient> PersonAsync()
    {
        var organisation = await app.AddOrganisationAsync($"Settings {Guid.CreateVersion7():N}");
        var email = $"{Guid.CreateVersion7():N}@example.test";
        await app.AddAccountAsync(email, "Admin", organisation);
        return await app.AsAsync(email, SignedIn.Password);
    }

    public sealed class App : AppFixture
    {
        public string Root => Path.Combine(Folder, "files");

        protected override IEnumerable<KeyValuePair<string, string>> Settings =>
            [new("Providers:LocalRoots:0", Root), new("Retention:Time", "04:05"), new("Web:SignInsPerMinute", "1000"), new("Web:RequestsPerMinute", "10000")];
    }
}
