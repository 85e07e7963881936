using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using DlpDashboard.Data.Leases;
using DlpDashboard.Storage.Keeping;
using DlpDashboard.Storage.Measuring;
using DlpDashboard.Tests.Testing;
using Microsoft.EntityFrameworkCore;

namespace DlpDashboard.Tests.Storage;

/// <summary>The app as a process of its own is killed in the middle of a listing, and every number is exact in the end.</summary>
public sealed class StorageKillTests : IDisposable
{
    private const int Objects = 5_000;
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Killed_within_a_bucket_a_measure_goes_on_behind_the_last_key_and_counts_everything_once()
    {
        await using var server = await GoogleStorage.StartAsync();
        server.PageSize = 100;
        for (var at = 0; at < Objects; at++)
        {
            server.Objects[$"p{at / 100:D3}/{at:D5}.e{at % 7}"] = new string('x', at % 10);
        }

        using var pages = new SemaphoreSlim(0);
        var offsets = new ConcurrentQueue<string>();
        server.Before = async (context, _) =>
        {
            if (context.Request.Path.Value!.EndsWith("/o", StringComparison.Ordinal))
            {
                offsets.Enqueue(context.Request.Query["startOffset"].ToString());
                await pages.WaitAsync(context.RequestAborted);
            }

            return false;
        };
        await using var database = await TestDatabase.CreateAsync();
        Guid id;
        await using (var app = Start(database))
        {
            id = await MeasureAsync(app, server);
            await Until.TrueAsync(async () =>
            {
                // One page at a time, until the stand was kept once.
                pages.Release();
                await using var db = database.NewContext();
                return await db.Set<MeasureCheckpoint>().AnyAsync();
            });
            await app.KillAsync();
        }

        offsets.Clear();
        pages.Release(1_000);
        await using (var app = Start(database))
        {
            await app.ListeningAsync();
            await Until.TrueAsync(async () => (await RunAsync(database, id)).HasEnded);
        }

        var run = await RunAsync(database, id);
        Assert.Equal((LeaseState.Completed, Objects, Enumerable.Range(0, Objects).Sum(at => at % 10L)), (run.State, run.Objects, run.Bytes));
        Assert.StartsWith("p", offsets.First(), StringComparison.Ordinal);
        await using var after = database.NewContext();
        var figures = JsonSerializer.Deserialize<BucketFigures>((await after.Set<BucketFiguresRow>().FirstAsync(f => f.BucketId != run.EndpointId)).Content, JsonSerializerOptions.Web)!;
        Assert.Equal(Objects / 100, figures.PrefixCount);
        Assert.All(figures.Prefixes, prefix => Assert.Equal((100, 450), (prefix.Objects, prefix.Bytes)));
        Assert.Equal(Objects, figures.Extensions.Sum(one => one.Objects));
        Assert.False(await after.Set<MeasureCheckpoint>().AnyAsync());
    }

    private static async Task<StorageMeasure> RunAsync(TestDatabase database, Guid id)
    {
        await using var db = database.NewContext();
        return await db.Set<StorageMeasure>().AsNoTracking().SingleAsync(m => m.Id == id);
    }

    private static async Task<Guid> MeasureAsync(AppProcess app, GoogleStorage server)
    {
        using var client = new HttpClient(new HttpClientHandler { UseCookies = true }) { BaseAddress = await app.ListeningAsync() };
        using var answer = await client.PostAsJsonAsync("/api/v1/auth/login", new { email = AppFixture.AdminEmail, password = AppFixture.AdminPassword });
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var connection = server.SignedConnection();
        using var added = await client.PostAsJsonAsync("/api/v1/endpoints", new { name = "Killed", provider = connection.Provider, settings = connection.Settings, bucketFilter = connection.Buckets });
        Assert.Equal(HttpStatusCode.Created, added.StatusCode);
        var endpoint = (await added.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid();
        using var asked = await client.PostAsync($"/api/v1/storage/endpoints/{endpoint}/measure", null);
        Assert.Equal(HttpStatusCode.Accepted, asked.StatusCode);
        return (await asked.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid();
    }

    private AppProcess Start(TestDatabase database) => AppProcess.Start(
        ("Data__Folder", _folder.At("data")),
        ("Database__ConnectionString", database.ConnectionString),
        ("Bootstrap__AdminEmail", AppFixture.AdminEmail),
        ("Bootstrap__AdminPassword", AppFixture.AdminPassword),
        ("Storage__Checkpoint", "00:00:00.050"));
}
