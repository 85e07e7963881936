using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Amazon.S3.Model;
using Azure.Storage.Blobs.Specialized;
using DlpDashboard.Data.Leases;
using DlpDashboard.Providers;
using DlpDashboard.Storage.Keeping;
using DlpDashboard.Storage.Measuring;
using DlpDashboard.Tests.Testing;
using Microsoft.EntityFrameworkCore;

namespace DlpDashboard.Tests.Storage;

/// <summary>From real servers through measure, database and REST.</summary>
[Collection(RadosGatewayTests.Name)]
public sealed class StorageApiTests(RadosGateway gateway, StorageApp app) : IClassFixture<StorageApp>
{
    [Fact]
    public async Task An_S3_bucket_is_measured_with_its_unfinished_uploads_and_former_versions()
    {
        using var client = await app.AsAdminAsync();
        var bucket = await gateway.NewBucketAsync();
        using var s3 = gateway.Client();
        await s3.PutBucketVersioningAsync(new PutBucketVersioningRequest { BucketName = bucket, VersioningConfig = new S3BucketVersioningConfig { Status = Amazon.S3.VersionStatus.Enabled } });
        foreach (var (key, text) in new[] { ("a/one.csv", "12345"), ("a/one.csv", "1234567"), ("b/two words+&.txt", "123"), ("gone.txt", "1") })
        {
            await s3.PutObjectAsync(new PutObjectRequest { BucketName = bucket, Key = key, ContentBody = text, UseChunkEncoding = false });
        }

        await s3.DeleteObjectAsync(bucket, "gone.txt");
        var upload = await s3.InitiateMultipartUploadAsync(new InitiateMultipartUploadRequest { BucketName = bucket, Key = "never done" });
        using (var part = new MemoryStream(new byte[6_000]))
        {
            await s3.UploadPartAsync(new UploadPartRequest { BucketName = bucket, Key = "never done", UploadId = upload.UploadId, PartNumber = 1, InputStream = part, UseChunkEncoding = false });
        }

        var endpoint = await app.AddEndpointAsync(client, gateway.Connection(bucket));
        var run = await app.MeasureAsync(client, endpoint);
        Assert.Equal((LeaseState.Completed, 1, 2L, 10L), (run.State, run.Buckets, run.Objects, run.Bytes));

        var size = await client.GetFromJsonAsync<JsonElement>($"/api/v1/storage/size?endpoint={endpoint}");
        var item = size.GetProperty("items").EnumerateArray().Single();
        var row = item.GetProperty("bucket");
        Assert.Equal((bucket, 2L, 10L, 5L), (row.GetProperty("bucket").GetString(), row.GetProperty("objects").GetInt64(), row.GetProperty("bytes").GetInt64(), row.GetProperty("averageBytes").GetInt64()));
        Assert.Equal((1L, 6_000L), (row.GetProperty("incompleteUploads").GetInt64(), row.GetProperty("incompleteUploadBytes").GetInt64()));
        Assert.Equal(JsonValueKind.String, row.GetProperty("oldestUploadUtc").ValueKind);
        Assert.Equal((2L, 6L), (row.GetProperty("formerVersions").GetInt64(), row.GetProperty("formerVersionBytes").GetInt64()));
        Assert.Equal(10, item.GetProperty("history").EnumerateArray().Single().GetProperty("bytes").GetInt64());

        // A server of one's own has no list price, and the growth of a first day is not known.
        Assert.Equal((JsonValueKind.Null, JsonValueKind.Null), (row.GetProperty("monthlyCost").ValueKind, row.GetProperty("growthBytes").ValueKind));
        var details = await client.GetFromJsonAsync<JsonElement>($"/api/v1/storage/buckets/{row.GetProperty("bucketId").GetString()}");
        Assert.Equal(["a/", "b/"], details.GetProperty("figures").GetProperty("prefixes").EnumerateArray().Select(one => one.GetProperty("name").GetString()));
        var listed = size.GetProperty("endpoints").EnumerateArray().Single(one => one.GetProperty("sum").GetProperty("endpointId").GetGuid() == endpoint);
        Assert.Equal(10, listed.GetProperty("sum").GetProperty("bytes").GetInt64());
        Assert.Contains(bucket, await client.GetStringAsync($"/api/v1/storage/size/export?endpoint={endpoint}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_Azure_container_is_measured_with_its_snapshots_and_blobs_that_were_never_committed()
    {
        using var client = await app.AsAdminAsync();
        var azurite = new Azurite();
        await azurite.InitializeAsync();
        var container = await azurite.NewContainerAsync();
        await container.GetBlobClient("x/one.txt").UploadAsync(BinaryData.FromString("12345"));
        await container.GetBlobClient("x/one.txt").CreateSnapshotAsync();
        using (var block = new MemoryStream(Encoding.UTF8.GetBytes("never")))
        {
            await container.GetBlockBlobClient("uncommitted").StageBlockAsync(Convert.ToBase64String("0001"u8), block);
        }

        var endpoint = await app.AddEndpointAsync(client, azurite.Connection(container.Name));
        var run = await app.MeasureAsync(client, endpoint);
        Assert.Equal((LeaseState.Completed, 1L, 5L), (run.State, run.Objects, run.Bytes));
        var row = await app.RowAsync(endpoint);
        Assert.Equal((1L, 5L), (row.FormerVersions, row.FormerBytes));
        Assert.Equal((1L, null), (row.Uploads, row.UploadBytes));
    }

    [Fact]
    public async Task A_Google_bucket_is_measured_and_what_is_not_told_is_unknown()
    {
        using var client = await app.AsAdminAsync();
        await using var server = await GoogleStorage.StartAsync();
        server.WantsToken = true;
        server.Objects["a/one.json"] = "12345";
        server.Objects["two"] = "123";
        var endpoint = await app.AddEndpointAsync(client, server.SignedConnection());
        var run = await app.MeasureAsync(client, endpoint);
        Assert.Equal((LeaseState.Completed, 2L, 8L), (run.State, run.Objects, run.Bytes));
        Assert.Null((await app.RowAsync(endpoint)).Uploads);
    }

    [Fact]
    public async Task Hostile_names_in_a_folder_are_counted_kept_and_shown()
    {
        using var client = await app.AsAdminAsync();
        var root = app.NewFolder();
        string[] names = ["plain.txt", "line\nbreak.txt", "bell\u0007.csv", new string('ö', 120), "<img src=x onerror=alert(1)>.html", "=cmd|'x'!A1", ".hidden", "no extension"];
        var folder = Directory.CreateDirectory(Path.Combine(root, "we\tird & <b>")).FullName;
        foreach (var name in names)
        {
            await File.WriteAllTextAsync(Path.Combine(folder, name), "1234567890");
        }

        File.CreateSymbolicLink(Path.Combine(folder, "link"), "/etc/passwd");
        var endpoint = await app.AddLocalAsync(client, root);
        var run = await app.MeasureAsync(client, endpoint);
        Assert.Equal((LeaseState.Completed, names.Length + 1, names.Length * 10), (run.State, run.Objects, run.Bytes));
        var rows = (await client.GetFromJsonAsync<JsonElement>($"/api/v1/storage/size?endpoint={endpoint}")).GetProperty("items").EnumerateArray().ToList();
        Assert.Equal("we\tird & <b>", rows[0].GetProperty("bucket").GetProperty("bucket").GetString());
        var details = await client.GetFromJsonAsync<JsonElement>($"/api/v1/storage/buckets/{rows[0].GetProperty("bucket").GetProperty("bucketId").GetString()}");
        Assert.Equal(1, details.GetProperty("figures").GetProperty("unsized").GetInt64());
        Assert.Contains("line\nbreak.txt", details.GetProperty("figures").GetProperty("largest").EnumerateArray().Select(one => one.GetProperty("key").GetString()));
    }

    [Fact]
    public async Task What_vanished_leaves_the_lists_and_its_days_stay()
    {
        using var client = await app.AsAdminAsync();
        var root = app.NewFolder();
        foreach (var name in new[] { "a", "b" })
        {
            Directory.CreateDirectory(Path.Combine(root, name));
            await File.WriteAllTextAsync(Path.Combine(root, name, "file"), name);
        }

        var endpoint = await app.AddLocalAsync(client, root);
        await app.MeasureAsync(client, endpoint);
        Directory.Delete(Path.Combine(root, "b"), recursive: true);
        await app.MeasureAsync(client, endpoint);
        var names = (await client.GetFromJsonAsync<JsonElement>($"/api/v1/storage/size?endpoint={endpoint}")).GetProperty("items").EnumerateArray().Select(item => item.GetProperty("bucket").GetProperty("bucket").GetString());
        Assert.Equal([".", "a"], names.Order(StringComparer.Ordinal));
        await using var db = app.NewContext();
        Assert.Equal(4, await db.Set<StorageSnapshot>().CountAsync(s => s.EndpointId == endpoint));
    }

    [Fact]
    public async Task A_storage_that_does_not_answer_fails_with_a_sentence_and_keeps_what_was_known()
    {
        using var client = await app.AsAdminAsync();
        var bucket = await gateway.NewBucketAsync();
        var endpoint = await app.AddEndpointAsync(client, gateway.Connection($"{bucket},no-such-bucket-here"));
        var run = await app.MeasureAsync(client, endpoint);
        Assert.Equal((LeaseState.Completed, 2, 1), (run.State, run.Buckets, run.Unlisted));
        var rows = (await client.GetFromJsonAsync<JsonElement>($"/api/v1/storage/size?endpoint={endpoint}&unlisted=true")).GetProperty("items").EnumerateArray().ToList();
        var row = rows.Single().GetProperty("bucket");
        Assert.Equal((JsonValueKind.Null, JsonValueKind.Null), (row.GetProperty("objects").ValueKind, row.GetProperty("bytes").ValueKind));
        Assert.NotEmpty(row.GetProperty("failure").GetString()!);

        var wrong = await app.AddEndpointAsync(client, gateway.Connection(bucket, secret: "WRONGSECRET"));
        var refused = await app.MeasureAsync(client, wrong);
        Assert.True(refused.State == LeaseState.Failed || refused.Unlisted == 1);
    }

    [Fact]
    public async Task Lists_come_page_by_page_in_each_order_with_nothing_twice_and_nothing_lost()
    {
        using var client = await app.AsAdminAsync();
        var root = app.NewFolder();
        for (var at = 0; at < 7; at++)
        {
            var folder = Directory.CreateDirectory(Path.Combine(root, $"b{at}")).FullName;
            for (var file = 0; file <= at % 3; file++)
            {
                await File.WriteAllTextAsync(Path.Combine(folder, $"{file}"), new string('x', at));
            }
        }

        var endpoint = await app.AddLocalAsync(client, root);
        await app.MeasureAsync(client, endpoint);
        foreach (var sort in new[] { "bytes", "objects", "growth", "cost" })
        {
            var names = new List<string?>();
            for (var next = ""; ;)
            {
                var page = await client.GetFromJsonAsync<JsonElement>($"/api/v1/storage/size?endpoint={endpoint}&sort={sort}&limit=3{next}");
                names.AddRange(page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("bucket").GetProperty("bucket").GetString()));
                if (page.GetProperty("next").ValueKind == JsonValueKind.Null)
                {
                    break;
                }

                next = $"&cursor={page.GetProperty("next").GetString()}";
            }

            Assert.Equal([".", "b0", "b1", "b2", "b3", "b4", "b5", "b6"], names.Order(StringComparer.Ordinal));
            if (sort == "bytes")
            {
                Assert.Equal(["b5", "b4"], names.Take(2));
            }
        }
    }

    [Fact]
    public async Task Another_organisation_sees_nothing_and_a_reader_measures_nothing()
    {
        using var client = await app.AsAdminAsync();
        var root = app.NewFolder();
        var endpoint = await app.AddLocalAsync(client, root);
        await app.MeasureAsync(client, endpoint);
        var bucketId = (await app.RowAsync(endpoint)).Id;
        var elsewhere = await app.AddOrganisationAsync("Elsewhere");
        await app.AddAccountAsync("storage-stranger@example.test", "Admin", elsewhere);
        using var stranger = await app.AsAsync("storage-stranger@example.test", SignedIn.Password);
        var size = await stranger.GetFromJsonAsync<JsonElement>("/api/v1/storage/size");
        Assert.Equal((0, 0), (size.GetProperty("items").GetArrayLength(), size.GetProperty("endpoints").GetArrayLength()));
        Assert.Empty((await stranger.GetFromJsonAsync<JsonElement>("/api/v1/providers")).GetProperty("items").EnumerateArray());
        Assert.Empty((await stranger.GetFromJsonAsync<JsonElement>($"/api/v1/storage/measures?endpoint={endpoint}")).GetProperty("items").EnumerateArray());
        using var missing = await stranger.GetAsync($"/api/v1/storage/buckets/{bucketId}");
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
        using var asked = await stranger.PostAsync($"/api/v1/storage/endpoints/{endpoint}/measure", null);
        Assert.Equal(HttpStatusCode.NotFound, asked.StatusCode);
        await app.AddAccountAsync("storage-analyst@example.test", "Analyst");
        using var analyst = await app.AsAsync("storage-analyst@example.test", SignedIn.Password);
        Assert.NotEmpty((await analyst.GetFromJsonAsync<JsonElement>("/api/v1/storage/size")).GetProperty("items").EnumerateArray());
        using var denied = await analyst.PostAsync($"/api/v1/storage/endpoints/{endpoint}/measure", null);
        Assert.Equal(HttpStatusCode.Forbidden, denied.StatusCode);
    }

    [Fact]
    public async Task Providers_are_told_with_what_scans_and_checks_say()
    {
        using var client = await app.AsAdminAsync();
        var root = app.NewFolder();
        await File.WriteAllTextAsync(Path.Combine(root, "file.txt"), "hello");
        await app.MeasureAsync(client, await app.AddLocalAsync(client, root));
        var local = (await client.GetFromJsonAsync<JsonElement>("/api/v1/providers")).GetProperty("items").EnumerateArray().Single(one => one.GetProperty("provider").GetString() == "local");
        Assert.True(local.GetProperty("objects").GetInt64() >= 1);
        Assert.Equal(0, local.GetProperty("endpointsScanned").GetInt32());
        Assert.Equal(JsonValueKind.Null, local.GetProperty("coverage").ValueKind);
        Assert.Contains("local", await client.GetStringAsync("/api/v1/providers/export"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Growth_is_told_against_a_month_ago_and_old_days_are_rolled_up_to_the_last_of_their_month()
    {
        using var client = await app.AsAdminAsync();
        var root = app.NewFolder();
        await File.WriteAllTextAsync(Path.Combine(root, "file.txt"), new string('x', 1_000));
        var endpoint = await app.AddLocalAsync(client, root);
        await app.MeasureAsync(client, endpoint);
        var bucket = await app.RowAsync(endpoint);
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        await using (var db = app.NewContext())
        {
            foreach (var (day, bytes) in new[] { (today.AddDays(-500), 1L), (today.AddDays(-31), 400), (today.AddDays(-20), 700) }.Concat(
                Enumerable.Range(0, 10).Select(at => (new DateOnly(2020, 5, 1 + at), (long)at))))
            {
                db.Add(new StorageSnapshot { ScopeId = bucket.Id, Day = day, Month = StorageSnapshot.MonthOf(day), OrganisationId = bucket.OrganisationId, EndpointId = endpoint, Objects = 1, Bytes = bytes });
            }

            await db.SaveChangesAsync();
        }

        await app.MeasureAsync(client, endpoint);
        bucket = await app.RowAsync(endpoint);
        Assert.Equal((600L, 31), (bucket.GrowthBytes, bucket.GrowthDays));
        await using var after = app.NewContext();
        var days = await after.Set<StorageSnapshot>().Where(s => s.ScopeId == bucket.Id).OrderBy(s => s.Day).Select(s => s.Day).ToListAsync();
        Assert.Equal([new DateOnly(2020, 5, 10), today.AddDays(-500), today.AddDays(-31), today.AddDays(-20), today], days);
    }
}
