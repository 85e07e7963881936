using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using DlpDashboard.Findings;
using DlpDashboard.Scans;
using DlpDashboard.Tests.Testing;
using Microsoft.EntityFrameworkCore;

namespace DlpDashboard.Tests.Scans;

/// <summary>The app as a process of its own is killed while it scans, again and again, and every number is exact in the end.</summary>
public sealed class ScanKillTests : IDisposable
{
    /// <summary>Of each provider; <c>DLP_KILLS</c> asks for another number.</summary>
    private static readonly int Kills = int.TryParse(Environment.GetEnvironmentVariable("DLP_KILLS"), out var asked) ? asked : 20;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("aws")]
    [InlineData("local")]
    [InlineData("azure")]
    [InlineData("gcp")]
    public async Task Killed_at_random_moments_a_scan_ends_with_exact_numbers(string provider)
    {
        var files = 300 * Kills;
        var filled = await FilledStore.FillAsync(provider, _folder, files, at => at % 2 == 0 ? Results.Text : "nothing here");
        await using var database = await TestDatabase.CreateAsync();
        Guid scanId;
        await using (var app = Start(database))
        {
            using var client = await SignInAsync(app);
            scanId = await StartScanAsync(client, filled);
            await app.KillAsync();
        }

        var random = new Random(20);
        for (var kill = 1; kill < Kills && (await ScanAsync(database, scanId)).State != ScanState.Completed; kill++)
        {
            await using var app = Start(database);
            await app.ListeningAsync();
            await AfterMoreAsync(database, scanId, random.Next(1, 2 * files / Kills));
            await app.KillAsync();
        }

        await using (var app = Start(database))
        {
            await app.ListeningAsync();
            await Until.TrueAsync(async () => (await ScanAsync(database, scanId)).HasEnded);
        }

        await AssertExactAsync(database, scanId, files);
    }

    private static async Task AssertExactAsync(TestDatabase database, Guid scanId, int files)
    {
        var scan = await ScanAsync(database, scanId);
        Assert.Equal(ScanState.Completed, scan.State);
        Assert.InRange(scan.Attempts, 3, Kills + 1);
        Assert.Equal((files, files), (scan.Counts.Scanned, scan.ObjectsListed));
        Assert.Equal((files / 2, files / 2), (scan.Findings, scan.Detections));
        Assert.Equal(scan.BytesListed, scan.BytesDone);
        await using var db = database.NewContext();
        Assert.Equal(files, await db.Set<ScannedObject>().CountAsync(o => o.LastScanId == scanId));
        Assert.Equal(files / 2, await db.Set<Finding>().CountAsync(f => f.LastScanId == scanId));
        Assert.Equal(files / 2, (await db.Set<FindingTotal>().ToListAsync()).Sum(total => total.Findings));
    }

    /// <summary>Waits until the scan has come further by so many objects, or to its end.</summary>
    private static async Task AfterMoreAsync(TestDatabase database, Guid scanId, int objects)
    {
        var goal = (await ScanAsync(database, scanId)).Counts.Total() + objects;
        await Until.TrueAsync(async () => await ScanAsync(database, scanId) is var scan && (scan.HasEnded || scan.Counts.Total() >= goal));
    }

    private static async Task<Scan> ScanAsync(TestDatabase database, Guid scanId)
    {
        await using var db = database.NewContext();
        return await db.Set<Scan>().AsNoTracking().SingleAsync(s => s.Id == scanId);
    }

    private AppProcess Start(TestDatabase database) => AppProcess.Start(
        ("Data__Folder", _folder.At("data")),
        ("Database__ConnectionString", database.ConnectionString),
        ("Bootstrap__AdminEmail", AppFixture.AdminEmail),
        ("Bootstrap__AdminPassword", AppFixture.AdminPassword),
        ("Providers__LocalRoots__0", _folder.At("tree")),
        ("Scans__Readers", "2"),
        ("Scans__BatchObjects", "100"),
        ("Scans__ListedAhead", "300"),
        ("Scans__ReadAhead", "150"));

    private static async Task<HttpClient> SignInAsync(AppProcess app)
    {
        var client = new HttpClient(new HttpClientHandler { UseCookies = true }) { BaseAddress = await app.ListeningAsync() };
        using var answer = await client.PostAsJsonAsync("/api/v1/auth/login", new { email = AppFixture.AdminEmail, password = AppFixture.AdminPassword });
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return client;
    }

    private static async Task<Guid> StartScanAsync(HttpClient client, FilledStore filled)
    {
        using var added = await client.PostAsJsonAsync("/api/v1/endpoints", new { name = "Killed", provider = filled.Provider, settings = filled.Settings, bucketFilter = filled.Buckets });
        Assert.Equal(HttpStatusCode.Created, added.StatusCode);
        var endpoint = await added.Content.ReadFromJsonAsync<JsonElement>();
        using var started = await client.PostAsJsonAsync("/api/v1/scans", new { endpointId = endpoint.GetProperty("id").GetGuid() });
        Assert.Equal(HttpStatusCode.Accepted, started.StatusCode);
        var scan = await started.Content.ReadFromJsonAsync<JsonElement>();
        Assert.EndsWith($"/api/v1/scans/{scan.GetProperty("id").GetGuid()}", started.Headers.Location!.ToString(), StringComparison.Ordinal);
        return scan.GetProperty("id").GetGuid();
    }
}
