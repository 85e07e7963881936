using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using DlpDashboard.Detection;
using DlpDashboard.Detectors;
using DlpDashboard.Tests.Testing;
using Microsoft.EntityFrameworkCore;

namespace DlpDashboard.Tests.Detectors;

public sealed class DetectorsApiTests(DetectorsApiTests.App app) : IClassFixture<DetectorsApiTests.App>
{
    private const string Api = "/api/v1";

    [Fact]
    public async Task The_catalogue_is_told_whole_narrowed_and_as_csv()
    {
        using var client = await PersonAsync();
        var all = await ItemsAsync(client, "/detectors");
        Assert.Equal(DetectorCatalogue.All.Count, all.Count);
        var card = all.Single(row => (string)row!["id"]! == "payment-card")!;
        Assert.Equal(("financial", true, "high"), ((string)card["category"]!, (bool)card["isOn"]!, (string)card["severity"]!));
        Assert.Contains("pack-payment", card["packs"]!.AsArray().Select(pack => (string)pack!));
        Assert.All(await ItemsAsync(client, "/detectors?category=secret&q=aws-access"), row => Assert.StartsWith("aws", (string)row!["id"]!, StringComparison.Ordinal));
        Assert.All(await ItemsAsync(client, "/detectors?pack=pack-uk"), row => Assert.Equal("GB", (string)row!["region"]!));
        Assert.Empty(await ItemsAsync(client, "/detectors?kind=custom"));
        Assert.Equal(HttpStatusCode.BadRequest, (await client.GetAsync(Api + "/detectors?state=maybe")).StatusCode);
        Assert.StartsWith("id,name,category", await client.GetStringAsync(Api + "/detectors/export?category=health"), StringComparison.Ordinal);
        var packs = JsonNode.Parse(await client.GetStringAsync(Api + "/detectors/packs"))!["items"]!.AsArray();
        Assert.Contains(packs, pack => (string)pack!["id"]! == "pack-secrets" && (int)pack["on"]! == pack["detectors"]!.AsArray().Count);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(Api + "/detectors/us-moon")).StatusCode);
    }

    [Fact]
    public async Task A_detector_is_switched_by_who_knows_its_newest_version_and_the_trail_tells()
    {
        using var client = await PersonAsync();
        using var first = await client.GetAsync(Api + "/detectors/email");
        Assert.Equal("\"0\"", first.Headers.ETag!.Tag);
        const string Off = """{"isOn":false,"floor":"veryLikely","severity":"critical"}""";
        using var switched = await SendAsync(client, HttpMethod.Put, "/detectors/email/switch", Off, "\"0\"");
        Assert.Equal((HttpStatusCode.OK, "\"1\""), (switched.StatusCode, switched.Headers.ETag!.Tag));
        using var late = await SendAsync(client, HttpMethod.Put, "/detectors/email/switch", Off, "\"0\"");
        Assert.Equal(HttpStatusCode.PreconditionFailed, late.StatusCode);
        using var forgotten = await SendAsync(client, HttpMethod.Put, "/detectors/email/switch", """{"isOn":true}""", null);
        Assert.Equal(HttpStatusCode.BadRequest, forgotten.StatusCode);
        Assert.Equal("email", (string)Assert.Single(await ItemsAsync(client, "/detectors?state=off"))!["id"]!);
        Assert.Contains("veryLikely", await client.GetStringAsync(Api + "/audit?action=detector.switched"), StringComparison.Ordinal);
        Assert.Equal(0, (int)(await TryAsync(client, "write to someone@company.example"))["count"]!);
    }

    [Fact]
    public async Task A_text_is_tried_and_each_reason_told_in_words_and_nothing_of_it_is_kept()
    {
        using var client = await PersonAsync();
        var secret = "someone.rare" + "@" + "company-of-ours.com";
        var answer = await TryAsync(client, "card 4539 1488 0343 6467, mail " + secret);
        var card = answer["detections"]!.AsArray().Single(one => (string)one!["detector"]! == "payment-card")!;
        Assert.Equal((5, 24, "veryLikely"), ((int)card["start"]!, (int)card["end"]!, (string)card["likelihood"]!));
        Assert.Contains("Its check digit is right", card["reasonsInWords"]!.AsArray().Select(reason => (string)reason!));
        Assert.DoesNotContain("4539 1488", answer.ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain(secret, await client.GetStringAsync(Api + "/audit"), StringComparison.Ordinal);

        using var long1 = await SendAsync(client, HttpMethod.Post, "/detectors/try", JsonSerializer.Serialize(new { text = new string('a', TryLimits.LongestText) }), null);
        Assert.Equal(HttpStatusCode.OK, long1.StatusCode);
        using var tooLong = await SendAsync(client, HttpMethod.Post, "/detectors/try", JsonSerializer.Serialize(new { text = new string('a', TryLimits.LongestText + 1) }), null);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, tooLong.StatusCode);
        var dense = await TryAsync(client, string.Concat(Enumerable.Repeat("someone@company.example ", 5_000)));
        Assert.Equal((5_000, TryLimits.MostDetections), ((int)dense["count"]!, dense["detections"]!.AsArray().Count));
    }

    [Fact]
    public async Task What_is_too_unlikely_is_told_only_to_who_asks_and_marked()
    {
        using var client = await PersonAsync();
        var text = JsonSerializer.Serialize(new { text = "ref 9434765919 x", includeUnlikely = true });
        using var answer = await SendAsync(client, HttpMethod.Post, "/detectors/try", text, null);
        var detections = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["detections"]!.AsArray();
        Assert.Contains(detections, one => !(bool)one!["isReported"]!);
        Assert.Empty((await TryAsync(client, "ref 9434765919 x"))["detections"]!.AsArray());
    }

    [Fact]
    public async Task A_custom_detector_is_added_found_changed_and_deleted()
    {
        using var client = await PersonAsync();
        using var added = await SendAsync(client, HttpMethod.Post, "/custom-detectors", """{"name":"Employee number","kind":"pattern","pattern":"\\bEMP-\\d{6}\\b","shown":"lastTwo","severity":"high","category":"identity"}""", null);
        Assert.True(added.StatusCode == HttpStatusCode.Created, await added.Content.ReadAsStringAsync());
        var detector = JsonNode.Parse(await added.Content.ReadAsStringAsync())!;
        var route = $"/custom-detectors/{detector["id"]}";
        Assert.Equal("custom-employee-number", (string)detector["detectorId"]!);
        var one = Assert.Single((await TryAsync(client, "of EMP-123456."))["detections"]!.AsArray())!;
        Assert.Equal(("custom-employee-number", "Employee number", "*******56"), ((string)one["detector"]!, (string)one["name"]!, (string)one["value"]!));

        var body = detector["detector"]!;
        body["name"] = "Staff number";
        body["checksum"] = "luhn";
        using var changed = await SendAsync(client, HttpMethod.Put, route, body.ToJsonString(), "\"1\"");
        Assert.Equal("\"2\"", changed.Headers.ETag!.Tag);
        using var late = await SendAsync(client, HttpMethod.Put, route, body.ToJsonString(), "\"1\"");
        Assert.Equal(HttpStatusCode.PreconditionFailed, late.StatusCode);
        Assert.Equal("custom-employee-number", (string)Assert.Single(await ItemsAsync(client, "/detectors?kind=custom"))!["id"]!);
        Assert.Equal(0, (int)(await TryAsync(client, "of EMP-123456."))["count"]!);

        using var other = await PersonAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(Api + route)).StatusCode);
        using var gone = await SendAsync(client, HttpMethod.Delete, route, null, "\"2\"");
        Assert.Equal(HttpStatusCode.NoContent, gone.StatusCode);
        Assert.Empty(await ItemsAsync(client, "/detectors?kind=custom"));
    }

    [Theory]
    [InlineData("""{"name":"x","kind":"pattern","pattern":"a{100000}"}""", "pattern")]
    [InlineData("""{"name":"x","kind":"pattern","pattern":"(a)\\1"}""", "pattern")]
    [InlineData("""{"name":"x","kind":"pattern","pattern":"("}""", "pattern")]
    [InlineData("""{"name":"","kind":"pattern","pattern":"abc"}""", "name")]
    [InlineData("""{"name":"x","kind":"words","terms":[]}""", "terms")]
    [InlineData("""{"name":"x","kind":"words","terms":["good","#bad"]}""", "terms")]
    [InlineData("""{"name":"x","kind":"words","terms":["ab"],"isWholeWords":false}""", "terms")]
    [InlineData("""{"name":"x","kind":"words","terms":["abc"],"checksum":"luhn"}""", "checksum")]
    [InlineData("""{"name":"x","kind":"pattern","pattern":"abc","distance":301}""", "distance")]
    [InlineData("""{"name":"x","kind":"pattern","pattern":"abc","minimumCount":0}""", "minimumCount")]
    [InlineData("""{"name":"x","kind":"pattern","pattern":"abc","category":"moon"}""", "category")]
    public async Task What_is_not_well_formed_is_refused_at_its_field(string body, string field)
    {
        using var client = await PersonAsync();
        using var answer = await SendAsync(client, HttpMethod.Post, "/custom-detectors", body, null);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal(field, Assert.Single((await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errors").EnumerateObject()).Name);
    }

    [Fact]
    public async Task A_hundred_thousand_words_are_saved_exported_and_imported_again()
    {
        using var client = await PersonAsync();
        var terms = Enumerable.Range(0, 100_000).Select(at => $"name{at:x} of{at % 977}").ToArray();
        using var added = await SendAsync(client, HttpMethod.Post, "/custom-detectors", JsonSerializer.Serialize(new { name = "Names", kind = "words", terms }), null);
        Assert.True(added.StatusCode == HttpStatusCode.Created, await added.Content.ReadAsStringAsync());
        Assert.Equal(2, (int)(await TryAsync(client, $"here {terms[5]} and {terms[99_999].ToUpperInvariant()}, not name5"))["count"]!);
        using var tooMany = await SendAsync(client, HttpMethod.Post, "/custom-detectors", JsonSerializer.Serialize(new { name = "More", kind = "words", terms = terms.Append("one more") }), null);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, tooMany.StatusCode);

        var file = await client.GetStringAsync(Api + "/custom-detectors/export");
        using var imported = await SendAsync(client, HttpMethod.Post, "/custom-detectors/import", file, null);
        Assert.Equal("custom-names-2", (string)JsonNode.Parse(await imported.Content.ReadAsStringAsync())!["items"]![0]!);
        Assert.Equal(2, (await ItemsAsync(client, "/detectors?kind=custom")).Count);
    }

    [Theory]
    [InlineData("{}", HttpStatusCode.BadRequest)]
    [InlineData("""{"detectors":[]}""", HttpStatusCode.UnprocessableEntity)]
    [InlineData("""{"detectors":[null]}""", HttpStatusCode.UnprocessableEntity)]
    [InlineData("""{"detectors":[{"name":"ok","kind":"pattern","pattern":"ok"},{"name":"bad","kind":"pattern","pattern":"("}]}""", HttpStatusCode.UnprocessableEntity)]
    public async Task An_import_adds_all_or_nothing(string body, HttpStatusCode status)
    {
        using var client = await PersonAsync();
        using var answer = await SendAsync(client, HttpMethod.Post, "/custom-detectors/import", body, null);
        Assert.Equal(status, answer.StatusCode);
        Assert.Empty(await ItemsAsync(client, "/detectors?kind=custom"));
    }

    [Fact]
    public async Task A_file_of_very_many_is_refused_before_any_is_looked_at()
    {
        using var client = await PersonAsync();
        var many = JsonSerializer.Serialize(new { detectors = Enumerable.Range(0, 20_000).Select(at => new { name = $"n{at}", kind = "pattern", pattern = "(a|b|c){50}.*x{50}" }) });
        var began = System.Diagnostics.Stopwatch.GetTimestamp();
        using var answer = await SendAsync(client, HttpMethod.Post, "/custom-detectors/import", many, null);
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.True(System.Diagnostics.Stopwatch.GetElapsedTime(began) < TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task An_organisation_has_so_many_detectors_words_and_rules_and_no_more()
    {
        using var client = await PersonAsync();
        for (var at = 0; at < App.MaxCustom; at++)
        {
            Assert.Equal(HttpStatusCode.Created, (await SendAsync(client, HttpMethod.Post, "/custom-detectors", """{"name":"x","kind":"pattern","pattern":"abc"}""", null)).StatusCode);
            Assert.Equal(HttpStatusCode.Created, (await SendAsync(client, HttpMethod.Post, "/exclusions", """{"kind":"path","text":"*.bak","reason":"backups"}""", null)).StatusCode);
        }

        Assert.Equal(HttpStatusCode.Conflict, (await SendAsync(client, HttpMethod.Post, "/custom-detectors", """{"name":"x","kind":"pattern","pattern":"abc"}""", null)).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await SendAsync(client, HttpMethod.Post, "/exclusions", """{"kind":"path","text":"*.bak","reason":"backups"}""", null)).StatusCode);
    }

    [Fact]
    public async Task An_excluded_value_is_not_reported_and_stands_nowhere_in_clear()
    {
        using var client = await PersonAsync();
        var value = "4539 1488" + " 0343 6467";
        using var added = await SendAsync(client, HttpMethod.Post, "/exclusions", JsonSerializer.Serialize(new { kind = "value", text = value, reason = "Our test card", detectors = new[] { "payment-card" } }), null);
        Assert.Equal(HttpStatusCode.Created, added.StatusCode);
        var rule = JsonNode.Parse(await added.Content.ReadAsStringAsync())!;
        var tried = await TryAsync(client, "card 4539148803436467 and card 4556-7375-8689-9855");
        Assert.Equal((1, 1), ((int)tried["count"]!, (int)tried["leftOut"]!));

        // Left out of a change, the value stays.
        using var changed = await SendAsync(client, HttpMethod.Put, $"/exclusions/{rule["id"]}", """{"kind":"value","reason":"Our other reason"}""", "\"1\"");
        Assert.Equal("\"2\"", changed.Headers.ETag!.Tag);
        Assert.Equal(1, (int)(await TryAsync(client, "card 4539148803436467"))["leftOut"]!);
        var digits = value.Replace(" ", "", StringComparison.Ordinal);
        var told = await client.GetStringAsync(Api + "/exclusions") + await client.GetStringAsync(Api + "/exclusions/export") + await client.GetStringAsync(Api + "/audit");
        Assert.DoesNotContain(value, told, StringComparison.Ordinal);
        Assert.DoesNotContain(digits, told, StringComparison.Ordinal);
        await using var db = app.NewContext();
        var id = Guid.Parse((string)rule["id"]!);
        var row = await db.ExclusionRules.AsNoTracking().SingleAsync(r => r.Id == id);
        Assert.DoesNotContain(digits[4..12], row.Shown + Encoding.UTF8.GetString(row.ValueHash!), StringComparison.Ordinal);
        Assert.Equal(16, row.ValueHash!.Length);
    }

    [Theory]
    [InlineData("""{"kind":"value","text":"ab","reason":"r"}""", "text")]
    [InlineData("""{"kind":"value","reason":"r"}""", "text")]
    [InlineData("""{"kind":"valuePattern","text":"(a)\\1","reason":"r"}""", "text")]
    [InlineData("""{"kind":"valuePattern","text":"a{99999}","reason":"r"}""", "text")]
    [InlineData("""{"kind":"path","text":"","reason":"r"}""", "text")]
    [InlineData("""{"kind":"path","text":"*","reason":" "}""", "reason")]
    [InlineData("""{"kind":"path","text":"*","reason":"r","detectors":["us-moon"]}""", "detectors")]
    public async Task A_rule_that_is_not_well_formed_is_refused_at_its_field(string body, string field)
    {
        using var client = await PersonAsync();
        using var answer = await SendAsync(client, HttpMethod.Post, "/exclusions", body, null);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal(field, Assert.Single((await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errors").EnumerateObject()).Name);
    }

    private static async Task<JsonArray> ItemsAsync(HttpClient client, string route) => JsonNode.Parse(await client.GetStringAsync(Api + route))!["items"]!.AsArray();

    private static async Task<JsonNode> TryAsync(HttpClient client, string text)
    {
        using var answer = await SendAsync(client, HttpMethod.Post, "/detectors/try", JsonSerializer.Serialize(new { text }), null);
        var body = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, body);
        return JsonNode.Parse(body)!;
    }

    private static async Task<HttpResponseMessage> SendAsync(HttpClient client, HttpMethod method, string route, string? body, string? tag)
    {
        using var request = new HttpRequestMessage(method, Api + route);
        if (body is not null)
        {
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        }

        if (tag is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", tag);
        }

        return await client.SendAsync(request);
    }

    /// <summary>An administrator of an organisation of its own, so that tests do not meet.</summary>
    private async Task<HttpClient> PersonAsync()
    {
        var name = $"o{Guid.CreateVersion7():N}";
        var organisation = await app.AddOrganisationAsync(name);
        var account = await app.AddAccountAsync($"{name}@example.test", "Admin", organisation);
        return await app.AsAsync(account.Email!, SignedIn.Password);
    }

    /// <summary>The app with small limits.</summary>
    public sealed class App : AppFixture
    {
        public const int MaxCustom = 3;

        protected override IEnumerable<KeyValuePair<string, string>> Settings =>
            [new("Detectors:MaxCustom", "3"), new("Detectors:MaxExclusions", "3"), new("Web:SignInsPerMinute", "100000"), new("Web:RequestsPerMinute", "100000")];
    }
}
