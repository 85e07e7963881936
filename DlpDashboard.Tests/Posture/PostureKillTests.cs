using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using DlpDashboard.Data.Leases;
using DlpDashboard.Posture.Keeping;
using DlpDashboard.Posture.Refreshing;
using DlpDashboard.Risk.Joining;
using DlpDashboard.Tests.Testing;
using Microsoft.EntityFrameworkCore;

namespace DlpDashboard.Tests.Posture;

/// <summary>
/// The app as a process of its own is killed while it reads configurations, and every number is exact in the end. With <c>DLP_MEASURE_REFRESH</c> = a number of buckets and
/// <c>DLP_MEASURE_REPORT</c> = a file it is a measurement (<c>scripts/measure-buckets.sh</c>).
/// </summary>
public sealed class PostureKillTests : IDisposable
{
    private const int Kills = 4;
    private static readonly int Buckets = int.Parse(Environment.GetEnvironmentVariable("DLP_MEASURE_REFRESH") ?? "800", CultureInfo.InvariantCulture);
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Killed_at_random_moments_a_refresh_ends_with_exact_numbers()
    {
        for (var at = 0; at < Buckets; at++)
        {
            Directory.CreateDirectory(_folder.At($"tree/bucket-{at:D5}"));
        }

        await using var database = await TestDatabase.CreateAsync();
        Guid id;
        await using (var app = Start(database))
        {
            using var client = await SignInAsync(app);
            id = await AskAsync(client, _folder.At("tree"));
            await app.KillAsync();
        }

        var random = new Random(21);
        for (var kill = 1; kill < Kills && !(await RunAsync(database, id)).HasEnded; kill++)
        {
            await using var app = Start(database);
            await app.ListeningAsync();
            var goal = (await RunAsync(database, id)).Buckets + random.Next(1, Buckets / Kills);
            await Until.TrueAsync(async () => await RunAsync(database, id) is var run && (run.HasEnded || run.Buckets >= goal));
            await app.KillAsync();
        }

        await using (var app = Start(database))
        {
            await app.ListeningAsync();
            await Until.TrueAsync(async () => (await RunAsync(database, id)).HasEnded);
            await Until.TrueAsync(async () => await JoinedAsync(database) == Buckets + 1);
            await ReportAsync(database, id, app.Id);
        }

        await AssertExactAsync(database, id);
    }

    private static async Task AssertExactAsync(TestDatabase database, Guid id)
    {
        var run = await RunAsync(database, id);

        // The folder's own bucket is one more.
        Assert.Equal((LeaseState.Completed, Buckets + 1), (run.State, run.Buckets));
        Assert.True(run.LeaseToken >= 2, "It was never taken up again.");
        await using var db = database.NewContext();
        Assert.Equal(Buckets + 1, await db.PostureBuckets.CountAsync(b => b.LastRefreshId == id && b.VanishedUtc == null));
        var perBucket = await db.PostureResults.GroupBy(r => r.BucketId).Select(group => group.Count()).Distinct().ToListAsync();
        Assert.Single(perBucket);
        Assert.Equal(Buckets + 1, await db.PostureDocuments.CountAsync(d => d.Name == "folder" && d.IsCurrent));
        Assert.False(await db.PostureDocuments.AnyAsync(d => !d.IsCurrent));
        Assert.Equal(1, await db.Set<DlpDashboard.Events.StoryEvent>().CountAsync(e => e.Type == "posture.refreshed"));
    }

    private static async Task<int> JoinedAsync(TestDatabase database)
    {
        await using var db = database.NewContext();
        return await db.BucketRisks.CountAsync();
    }

    private static async Task ReportAsync(TestDatabase database, Guid id, int process)
    {
        if (Environment.GetEnvironmentVariable("DLP_MEASURE_REPORT") is not { Length: > 0 } report)
        {
            return;
        }

        var run = await RunAsync(database, id);
        var peak = (await File.ReadAllLinesAsync($"/proc/{process}/status")).First(line => line.StartsWith("VmHWM", StringComparison.Ordinal));
        await File.AppendAllTextAsync(report, string.Create(CultureInfo.InvariantCulture, $"refresh of {run.Buckets} folders with {run.LeaseToken - 1} kills: {(run.EndedUtc - run.StartedUtc)?.TotalSeconds:0} s from first to last; last process: {peak}\n"));
    }

    private static async Task<PostureRefresh> RunAsync(TestDatabase database, Guid id)
    {
        await using var db = database.NewContext();
        return await db.PostureRefreshes.AsNoTracking().SingleAsync(r => r.Id == id);
    }

    private AppProcess Start(TestDatabase database) => AppProcess.Start(
        ("Data__Folder", _folder.At("data")),
        ("Database__ConnectionString", database.ConnectionString),
        ("Bootstrap__AdminEmail", AppFixture.AdminEmail),
        ("Bootstrap__AdminPassword", AppFixture.AdminPassword),
        ("Providers__LocalRoots__0", _folder.At("tree")),
        ("Posture__Batch", "16"),
        ("Posture__LookForWork", "00:00:00.200"));

    private static async Task<HttpClient> SignInAsync(AppProcess app)
    {
        var client = new HttpClient(new HttpClientHandler { UseCookies = true }) { BaseAddress = await app.ListeningAsync() };
        using var answer = await client.PostAsJsonAsync("/api/v1/auth/login", new { email = AppFixture.AdminEmail, password = AppFixture.AdminPassword });
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return client;
    }

    private static async Task<Guid> AskAsync(HttpClient client, string root)
    {
        using var added = await client.PostAsJsonAsync("/api/v1/endpoints", new { name = "Killed", provider = "local", settings = new { root } });
        var endpoint = (await added.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid();
        using var asked = await client.PostAsync($"/api/v1/security/policies/{endpoint}/refresh", null);
        Assert.Equal(HttpStatusCode.Accepted, asked.StatusCode);
        return (await asked.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid();
    }
}
