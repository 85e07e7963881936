using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Amazon.S3.Model;
using DlpDashboard.Data.Leases;
using DlpDashboard.Posture.Keeping;
using DlpDashboard.Posture.Refreshing;
using DlpDashboard.Providers.S3;
using DlpDashboard.Tests.Testing;
using Microsoft.EntityFrameworkCore;

namespace DlpDashboard.Tests.Posture;

/// <summary>From a real S3 server through refresh, database and REST: red, accepted, green, and in the history.</summary>
[Collection(RadosGatewayTests.Name)]
public sealed class PostureApiTests(RadosGateway gateway, PostureApiTests.App app) : IClassFixture<PostureApiTests.App>
{
    private const string Route = "/api/v1/security/policies";

    [Fact]
    public async Task A_bucket_is_seen_to_open_is_accepted_for_a_time_and_is_seen_to_close()
    {
        using var client = await app.AsAdminAsync();
        var bucket = await gateway.NewBucketAsync();
        var endpoint = await AddEndpointAsync(client, bucket);
        Assert.Equal(LeaseState.Completed, (await RefreshAsync(client, endpoint)).State);
        var closed = await RowAsync(client, endpoint);
        Assert.False(closed.GetProperty("isPublic").GetBoolean());

        using var s3 = gateway.Client();
        await s3.PutBucketPolicyAsync(new PutBucketPolicyRequest { BucketName = bucket, Policy = OpenPolicy(bucket) });
        await RefreshAsync(client, endpoint);
        var open = await RowAsync(client, endpoint);
        Assert.Equal((true, "insecure"), (open.GetProperty("isPublic").GetBoolean(), open.GetProperty("standing").GetString()));
        Assert.True(open.GetProperty("score").GetInt32() <= 40);
        var details = await client.GetFromJsonAsync<JsonElement>($"{Route}/{endpoint}");
        var one = details.GetProperty("items")[0];
        var check = one.GetProperty("checks").EnumerateArray().Single(item => item.GetProperty("checkId").GetString() == "s3-public");
        Assert.Equal("fail", check.GetProperty("verdict").GetString());
        Assert.Contains("Statement 0", check.GetProperty("sentence").GetString(), StringComparison.Ordinal);
        var policy = one.GetProperty("documents").EnumerateArray().Single(document => document.GetProperty("name").GetString() == "policy");
        Assert.Equal("Allow", policy.GetProperty("content").GetProperty("Statement")[0].GetProperty("Effect").GetString());
        Assert.Contains(await EventTypesAsync(endpoint), type => type == "posture.public");

        var bucketId = open.GetProperty("bucketId").GetGuid();
        using var accepted = await client.PostAsJsonAsync($"{Route}/{endpoint}/suppressions", new { checkId = "s3-public", bucketId, reason = "A public download site.", expiresUtc = DateTime.UnixEpoch.AddYears(70) });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, accepted.StatusCode);
        var id = await SuppressAsync(client, endpoint, bucketId, "s3-public");
        Assert.Equal(1, (await RowAsync(client, endpoint)).GetProperty("checksSuppressed").GetInt32());
        using var ended = await client.DeleteAsync($"/api/v1/security/suppressions/{id}");
        Assert.Equal(HttpStatusCode.NoContent, ended.StatusCode);
        Assert.Equal(0, (await RowAsync(client, endpoint)).GetProperty("checksSuppressed").GetInt32());

        await s3.DeleteBucketPolicyAsync(new DeleteBucketPolicyRequest { BucketName = bucket });
        await RefreshAsync(client, endpoint);
        Assert.False((await RowAsync(client, endpoint)).GetProperty("isPublic").GetBoolean());
        var versions = await client.GetFromJsonAsync<JsonElement>($"/api/v1/security/buckets/{bucketId}/documents/policy");
        Assert.Equal(["notConfigured", "present", "notConfigured"], versions.EnumerateArray().Select(version => version.GetProperty("state").GetString()));
        var types = await EventTypesAsync(endpoint);
        Assert.Contains("posture.private", types);
        Assert.Equal(2, types.Count(type => type == "posture.drift"));
    }

    [Fact]
    public async Task Buckets_come_page_by_page_and_one_that_is_gone_is_left_out()
    {
        using var client = await app.AsAdminAsync();
        var root = Directory.CreateDirectory(Path.Combine(app.Root, Guid.CreateVersion7().ToString("N"))).FullName;
        foreach (var name in new[] { "a", "b", "c" })
        {
            Directory.CreateDirectory(Path.Combine(root, name));
        }

        File.SetUnixFileMode(Path.Combine(root, "b"), (UnixFileMode)0b111_111_111);
        using var added = await client.PostAsJsonAsync("/api/v1/endpoints", new { name = root[^12..], provider = "local", settings = new { root } });
        var endpoint = (await added.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid();
        Assert.Equal(4, (await RefreshAsync(client, endpoint)).Buckets);
        var names = new List<string?>();
        for (var next = ""; ;)
        {
            var page = await client.GetFromJsonAsync<JsonElement>($"{Route}?endpoint={endpoint}&limit=1{next}");
            names.AddRange(page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("bucket").GetString()));
            if (page.GetProperty("next").ValueKind == JsonValueKind.Null)
            {
                break;
            }

            next = $"&cursor={page.GetProperty("next").GetString()}";
        }

        Assert.Equal("b", names[0]);
        Assert.Equal([".", "a", "b", "c"], names.Order(StringComparer.Ordinal));
        Directory.Delete(Path.Combine(root, "c"));
        await RefreshAsync(client, endpoint);
        var left = await client.GetFromJsonAsync<JsonElement>($"{Route}?endpoint={endpoint}");
        Assert.Equal(3, left.GetProperty("items").GetArrayLength());
        Assert.Contains("posture.vanished", await EventTypesAsync(endpoint));
        var csv = await client.GetStringAsync($"{Route}/export?endpoint={endpoint}");
        Assert.Equal(4, csv.Trim().Split('\n').Length);
    }

    [Fact]
    public async Task Another_organisation_sees_nothing_and_a_reader_changes_nothing()
    {
        using var client = await app.AsAdminAsync();
        var endpoint = await AddEndpointAsync(client, await gateway.NewBucketAsync());
        await RefreshAsync(client, endpoint);
        var bucketId = (await RowAsync(client, endpoint)).GetProperty("bucketId").GetGuid();
        var elsewhere = await app.AddOrganisationAsync("Elsewhere");
        await app.AddAccountAsync("posture-stranger@example.test", "Admin", elsewhere);
        using var stranger = await app.AsAsync("posture-stranger@example.test", SignedIn.Password);
        Assert.Empty((await stranger.GetFromJsonAsync<JsonElement>(Route)).GetProperty("items").EnumerateArray());
        foreach (var path in new[] { $"{Route}/{endpoint}", $"/api/v1/security/buckets/{bucketId}", $"/api/v1/security/buckets/{bucketId}/documents/acl" })
        {
            using var refused = await stranger.GetAsync(path);
            Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
        }

        using var asked = await stranger.PostAsync($"{Route}/{endpoint}/refresh", null);
        Assert.Equal(HttpStatusCode.NotFound, asked.StatusCode);
        await app.AddAccountAsync("posture-analyst@example.test", "Analyst");
        using var analyst = await app.AsAsync("posture-analyst@example.test", SignedIn.Password);
        Assert.NotEmpty((await analyst.GetFromJsonAsync<JsonElement>(Route)).GetProperty("items").EnumerateArray());
        using var denied = await analyst.PostAsync($"{Route}/{endpoint}/refresh", null);
        Assert.Equal(HttpStatusCode.Forbidden, denied.StatusCode);
    }

    [Fact]
    public async Task A_refresh_that_was_cut_off_is_taken_up_and_leaves_out_what_was_read()
    {
        using var client = await app.AsAdminAsync();
        var root = Directory.CreateDirectory(Path.Combine(app.Root, Guid.CreateVersion7().ToString("N"))).FullName;
        Directory.CreateDirectory(Path.Combine(root, "only"));
        using var added = await client.PostAsJsonAsync("/api/v1/endpoints", new { name = root[^12..], provider = "local", settings = new { root } });
        var endpoint = (await added.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid();
        var first = await RefreshAsync(client, endpoint);
        await using (var db = app.NewContext())
        {
            // As a killed node leaves it: running, its lease over, one of two buckets read.
            await db.PostureRefreshes.Where(r => r.Id == first.Id).ExecuteUpdateAsync(set => set
                .SetProperty(r => r.State, LeaseState.Running).SetProperty(r => r.EndedUtc, (DateTime?)null).SetProperty(r => r.Buckets, 1).SetProperty(r => r.LeaseUntilUtc, DateTime.UnixEpoch));
            await db.PostureBuckets.Where(b => b.EndpointId == endpoint && b.Name == "only").ExecuteUpdateAsync(set => set.SetProperty(b => b.LastRefreshId, Guid.Empty));
        }

        var again = await EndedAsync(endpoint, first.Id);
        Assert.Equal((LeaseState.Completed, 2), (again.State, again.Buckets));
    }

    private static string OpenPolicy(string bucket) =>
        $$"""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":["s3:GetObject","s3:ListBucket"],"Resource":["arn:aws:s3:::{{bucket}}","arn:aws:s3:::{{bucket}}/*"]}]}""";

    private static async Task<Guid> SuppressAsync(HttpClient client, Guid endpoint, Guid bucketId, string checkId)
    {
        using var accepted = await client.PostAsJsonAsync($"{Route}/{endpoint}/suppressions", new { checkId, bucketId, reason = "A public download site.", expiresUtc = TimeProvider.System.GetUtcNow().AddDays(30).UtcDateTime });
        Assert.Equal(HttpStatusCode.Created, accepted.StatusCode);
        return (await accepted.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid();
    }

    private static async Task<JsonElement> RowAsync(HttpClient client, Guid endpoint) =>
        (await client.GetFromJsonAsync<JsonElement>($"{Route}?endpoint={endpoint}")).GetProperty("items").EnumerateArray().Single();

    private async Task<Guid> AddEndpointAsync(HttpClient client, string bucket)
    {
        var settings = gateway.Connection().Settings.ToDictionary(pair => pair.Key, pair => (object)(pair.Key == S3Fields.PathStyle ? true : pair.Value));
        using var added = await client.PostAsJsonAsync("/api/v1/endpoints", new { name = bucket, provider = "aws", bucketFilter = bucket, settings });
        Assert.True(added.IsSuccessStatusCode, await added.Content.ReadAsStringAsync());
        return (await added.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid();
    }

    private async Task<PostureRefresh> RefreshAsync(HttpClient client, Guid endpoint)
    {
        using var asked = await client.PostAsync($"{Route}/{endpoint}/refresh", null);
        Assert.Equal(HttpStatusCode.Accepted, asked.StatusCode);
        return await EndedAsync(endpoint, (await asked.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid());
    }

    private async Task<PostureRefresh> EndedAsync(Guid endpoint, Guid id)
    {
        PostureRefresh? run = null;
        await Until.TrueAsync(async () =>
        {
            await using var db = app.NewContext();
            run = await db.PostureRefreshes.AsNoTracking().SingleAsync(r => r.EndpointId == endpoint && r.Id == id);
            return run.HasEnded;
        });
        return run!;
    }

    private async Task<List<string>> EventTypesAsync(Guid endpoint)
    {
        await using var db = app.NewContext();
        return await db.Set<DlpDashboard.Events.StoryEvent>().Where(e => e.EndpointId == endpoint).OrderBy(e => e.Id).Select(e => e.Type).ToListAsync();
    }

    /// <summary>The app with a folder that may be connected and a line that is looked at often.</summary>
    public sealed class App : AppFixture
    {
        /// <summary>Below it folders may be connected.</summary>
        public string Root => Directory.CreateDirectory(Path.Combine(Folder, "storage")).FullName;

        protected override IEnumerable<KeyValuePair<string, string>> Settings => [new("Providers:LocalRoots", Root), new("Posture:LookForWork", "00:00:00.200")];
    }
}
