using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Amazon.S3.Model;
using DlpDashboard.Data.Leases;
using DlpDashboard.Posture.Keeping;
using DlpDashboard.Posture.Refreshing;
using DlpDashboard.Providers.S3;
using DlpDashboard.Risk.Joining;
using DlpDashboard.Scans;
using DlpDashboard.Tests.Testing;
using Microsoft.EntityFrameworkCore;

namespace DlpDashboard.Tests.Risk;

/// <summary>From a real S3 server through scan, refresh, triage and suppression to the joined list, by REST.</summary>
[Collection(RadosGatewayTests.Name)]
public sealed class RiskApiTests(RadosGateway gateway, RiskApiTests.App app) : IClassFixture<RiskApiTests.App>
{
    private const string Route = "/api/v1/security/risks";

    [Fact]
    public async Task A_public_bucket_with_a_card_tops_the_list_and_each_change_reaches_it()
    {
        using var client = await app.AsAdminAsync();
        using var s3 = gateway.Client();
        var open = await gateway.NewBucketAsync();
        var closed = await gateway.NewBucketAsync();
        foreach (var bucket in new[] { open, closed })
        {
            await s3.PutObjectAsync(new PutObjectRequest { BucketName = bucket, Key = "cards.csv", ContentBody = Cards(), UseChunkEncoding = false });
        }

        var endpoint = await AddEndpointAsync(client, open, closed);

        // Before anything was read nobody knows, and no list names the bucket.
        Assert.Empty(await RowsAsync(client, endpoint));
        await ScanAsync(client, endpoint);
        var found = await UntilAsync(client, endpoint, rows => rows.Count == 2 && rows.All(row => Number(row, "coverage") == 1));
        Assert.All(found, row => Assert.Equal(("unknown", 20L), (Text(row, "exposure"), row.GetProperty("values").GetInt64())));

        await s3.PutBucketPolicyAsync(new PutBucketPolicyRequest { BucketName = open, Policy = OpenPolicy(open) });
        await RefreshAsync(client, endpoint);
        var joined = await UntilAsync(client, endpoint, rows => rows.Any(row => Text(row, "exposure") == "anonymousRead") && rows.Any(row => Text(row, "exposure") == "private"));
        Assert.Equal([open, closed], joined.Select(row => Text(row, "bucket")));
        Assert.Equal("Anybody can list and read it, and 20 payment card numbers were found in 1 object; all of it was scanned.", Text(joined[0], "sentence"));
        Assert.Contains(Text(joined[0], "riskBand"), new[] { "high", "critical" });
        var bucketId = joined[0].GetProperty("bucketId").GetGuid();
        Assert.Contains(await EventsAsync(bucketId), type => type == "risk.rose");

        await AcceptAsync(client, endpoint, bucketId);
        await UntilAsync(client, endpoint, rows => rows[0].GetProperty("isAccepted").GetBoolean());

        await TriageAsync(client, endpoint, open);
        var calm = await UntilAsync(client, endpoint, rows => rows.Single(row => Text(row, "bucket") == open).GetProperty("values").GetInt64() == 0);
        var row = calm.Single(one => Text(one, "bucket") == open);
        Assert.Equal(("none", 5), (Text(row, "sensitivityBand"), row.GetProperty("risk").GetInt32()));
        var privateData = (await client.GetFromJsonAsync<JsonElement>("/api/v1/security/private-data")).GetProperty("items").EnumerateArray().Single(one => one.GetProperty("endpointId").GetGuid() == endpoint);
        Assert.True(privateData.GetProperty("hasPrivateData").GetBoolean());
        Assert.Equal((1, 0, 1d), (privateData.GetProperty("bucketsWithPrivateData").GetInt32(), privateData.GetProperty("bucketsExposed").GetInt32(), privateData.GetProperty("coverage").GetProperty("share").GetDouble()));
        Assert.Contains("payment-card", privateData.GetProperty("dataTypes").EnumerateArray().Select(type => Text(type, "detector")));
    }

    [Fact]
    public async Task Another_organisation_sees_nothing_and_a_deleted_endpoint_leaves_nothing()
    {
        using var client = await app.AsAdminAsync();
        var root = Directory.CreateDirectory(Path.Combine(app.Root, Guid.CreateVersion7().ToString("N"))).FullName;
        Directory.CreateDirectory(Path.Combine(root, "private"));
        await File.WriteAllTextAsync(Path.Combine(root, "private", "cards.txt"), "card 4111 1111 1111 1111");
        using var added = await client.PostAsJsonAsync("/api/v1/endpoints", new { name = root[^12..], provider = "local", settings = new { root } });
        var endpoint = (await added.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid();
        await ScanAsync(client, endpoint);
        var rows = await UntilAsync(client, endpoint, some => some.Count > 0 && some.All(row => row.GetProperty("coverage").ValueKind == JsonValueKind.Number));
        var id = rows[0].GetProperty("bucketId").GetGuid();
        var one = await client.GetFromJsonAsync<JsonElement>($"{Route}/{id}");
        Assert.Equal("payment-card", Text(one.GetProperty("joined").GetProperty("sensitivity").GetProperty("lines")[0], "detector"));

        var other = await app.AddOrganisationAsync("Others at risk");
        await app.AddAccountAsync("risk-stranger@example.test", "Admin", other);
        using var stranger = await app.AsAsync("risk-stranger@example.test", SignedIn.Password);
        Assert.Empty(await RowsAsync(stranger, endpoint));
        using var refused = await stranger.GetAsync($"{Route}/{id}");
        Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
        Assert.DoesNotContain(root[^12..], await stranger.GetStringAsync("/api/v1/security/private-data"), StringComparison.Ordinal);

        using var deleted = await client.DeleteAsync($"/api/v1/endpoints/{endpoint}");
        Assert.True(deleted.IsSuccessStatusCode, await deleted.Content.ReadAsStringAsync());
        await Until.TrueAsync(async () =>
        {
            await using var db = app.NewContext();
            return !await db.BucketRisks.AnyAsync(r => r.EndpointId == endpoint) && !await db.BucketCoverages.AnyAsync(c => c.EndpointId == endpoint);
        });
    }

    [Theory]
    [InlineData("?exposure=nowhere")]
    [InlineData("?cursor=x")]
    [InlineData("?limit=0")]
    [InlineData("?endpoint=1")]
    public async Task What_is_no_filter_is_refused(string query)
    {
        using var client = await app.AsAdminAsync();
        using var answer = await client.GetAsync(Route + query);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    // Twenty numbers with their check digit (ISO/IEC 7812-1, annex B).
    private static string Cards() => string.Concat(Enumerable.Range(0, 20).Select(at =>
    {
        var body = $"453201{at * 7919 % 1_000_000_000:D9}";
        var sum = body.Reverse().Select((digit, place) => place % 2 == 1 ? digit - '0' : (2 * (digit - '0') / 10) + (2 * (digit - '0') % 10)).Sum();
        return $"credit card number: {body}{(10 - (sum % 10)) % 10}\n";
    }));

    private static string OpenPolicy(string bucket) =>
        $$"""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":["s3:GetObject","s3:ListBucket"],"Resource":["arn:aws:s3:::{{bucket}}","arn:aws:s3:::{{bucket}}/*"]}]}""";

    private static string? Text(JsonElement row, string name) => row.GetProperty(name).GetString();

    private static double? Number(JsonElement row, string name) => row.GetProperty(name) is { ValueKind: JsonValueKind.Number } number ? number.GetDouble() : null;

    private static async Task<List<JsonElement>> RowsAsync(HttpClient client, Guid endpoint) =>
        [.. (await client.GetFromJsonAsync<JsonElement>($"{Route}?endpoint={endpoint}")).GetProperty("items").EnumerateArray()];

    private static async Task<List<JsonElement>> UntilAsync(HttpClient client, Guid endpoint, Func<List<JsonElement>, bool> holds)
    {
        List<JsonElement> rows = [];
        await Until.TrueAsync(async () => holds(rows = await RowsAsync(client, endpoint)));
        return rows;
    }

    private async Task<Guid> AddEndpointAsync(HttpClient client, params string[] buckets)
    {
        var settings = gateway.Connection().Settings.ToDictionary(pair => pair.Key, pair => (object)(pair.Key == S3Fields.PathStyle ? true : pair.Value));
        using var added = await client.PostAsJsonAsync("/api/v1/endpoints", new { name = $"Risk {buckets[0]}", provider = "aws", bucketFilter = string.Join(',', buckets), settings });
        var body = await added.Content.ReadFromJsonAsync<JsonElement>();
        Assert.True(added.IsSuccessStatusCode, body.ToString());
        return body.GetProperty("id").GetGuid();
    }

    private async Task ScanAsync(HttpClient client, Guid endpoint)
    {
        using var asked = await client.PostAsJsonAsync("/api/v1/scans", new { endpointId = endpoint });
        var id = (await asked.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid();
        await Until.TrueAsync(async () =>
        {
            await using var db = app.NewContext();
            return await db.Scans.AnyAsync(s => s.Id == id && s.State == ScanState.Completed);
        });
    }

    private async Task RefreshAsync(HttpClient client, Guid endpoint)
    {
        using var asked = await client.PostAsync($"/api/v1/security/policies/{endpoint}/refresh", null);
        var id = (await asked.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid();
        await Until.TrueAsync(async () =>
        {
            await using var db = app.NewContext();
            return await db.PostureRefreshes.AnyAsync(r => r.Id == id && r.State == LeaseState.Completed);
        });
    }

    private static async Task AcceptAsync(HttpClient client, Guid endpoint, Guid bucketId)
    {
        var until = TimeProvider.System.GetUtcNow().UtcDateTime.AddDays(30);
        using var accepted = await client.PostAsJsonAsync($"/api/v1/security/policies/{endpoint}/suppressions", new { checkId = "s3-public", bucketId, reason = "A public download site.", expiresUtc = until });
        Assert.Equal(HttpStatusCode.Created, accepted.StatusCode);
    }

    private static async Task TriageAsync(HttpClient client, Guid endpoint, string bucket)
    {
        var findings = (await client.GetFromJsonAsync<JsonElement>($"/api/v1/findings?endpoint={endpoint}&bucket={bucket}")).GetProperty("items").EnumerateArray().ToList();
        foreach (var finding in findings)
        {
            using var decided = await client.PatchAsJsonAsync($"/api/v1/findings/{finding.GetProperty("id").GetGuid()}", new { status = "falsePositive", reason = "A number made up for tests." });
            Assert.True(decided.IsSuccessStatusCode, await decided.Content.ReadAsStringAsync());
        }
    }

    private async Task<List<string>> EventsAsync(Guid bucketId)
    {
        await using var db = app.NewContext();
        return await db.Set<DlpDashboard.Events.StoryEvent>().Where(e => e.SubjectId == bucketId).Select(e => e.Type).ToListAsync();
    }

    /// <summary>The app with a root for folders, looking often.</summary>
    public sealed class App : AppFixture
    {
        /// <summary>Where folders may be connected.</summary>
        public string Root => Directory.CreateDirectory(Path.Combine(Folder, "roots")).FullName;

        protected override IEnumerable<KeyValuePair<string, string>> Settings =>
            [new("Providers:LocalRoots", Root), new("Posture:LookForWork", "00:00:00.200"), new("Risk:LookForMarks", "00:00:00.100")];
    }
}
