using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using DlpDashboard.Providers;
using DlpDashboard.Providers.S3;
using DlpDashboard.Storage.Keeping;
using DlpDashboard.Storage.Measuring;
using DlpDashboard.Tests.Testing;
using Microsoft.EntityFrameworkCore;

namespace DlpDashboard.Tests.Storage;

/// <summary>The app with folders that may be connected and a line that is looked at often.</summary>
public sealed class StorageApp : AppFixture
{
    protected override IEnumerable<KeyValuePair<string, string>> Settings =>
    [
        new("Providers:LocalRoots", Root), new("Storage:LookForWork", "00:00:00.200"), new("Storage:Checkpoint", "00:00:00.050"), new("Storage:Versions", "true"), new("Storage:Lease", "00:00:05"),
    ];

    private string Root => Directory.CreateDirectory(Path.Combine(Folder, "storage")).FullName;

    /// <summary>A folder that may be connected.</summary>
    public string NewFolder() => Directory.CreateDirectory(Path.Combine(Root, Guid.CreateVersion7().ToString("N"))).FullName;

    public Task<Guid> AddLocalAsync(HttpClient client, string root) => AddEndpointAsync(client, new StoreConnection("local", new Dictionary<string, string> { ["root"] = root }));

    public async Task<Guid> AddEndpointAsync(HttpClient client, StoreConnection connection)
    {
        var settings = connection.Settings.ToDictionary(pair => pair.Key, pair => (object)(pair.Key == S3Fields.PathStyle ? true : pair.Value));
        using var added = await client.PostAsJsonAsync("/api/v1/endpoints", new { name = Guid.CreateVersion7().ToString("N"), provider = connection.Provider, bucketFilter = connection.Buckets ?? "", settings });
        Assert.True(added.IsSuccessStatusCode, await added.Content.ReadAsStringAsync());
        return (await added.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid();
    }

    public async Task<StorageMeasure> MeasureAsync(HttpClient client, Guid endpoint)
    {
        using var asked = await client.PostAsync($"/api/v1/storage/endpoints/{endpoint}/measure", null);
        Assert.Equal(HttpStatusCode.Accepted, asked.StatusCode);
        return await EndedAsync((await asked.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid());
    }

    public async Task<StorageMeasure> EndedAsync(Guid id)
    {
        StorageMeasure? run = null;
        await Until.TrueAsync(async () =>
        {
            await using var db = NewContext();
            run = await db.Set<StorageMeasure>().AsNoTracking().SingleAsync(m => m.Id == id);
            return run.HasEnded;
        });
        return run!;
    }

    /// <summary>The endpoint's largest bucket.</summary>
    public async Task<StorageBucket> RowAsync(Guid endpoint)
    {
        await using var db = NewContext();
        return await db.Set<StorageBucket>().AsNoTracking().Where(b => b.EndpointId == endpoint).OrderByDescending(b => b.Bytes).FirstAsync();
    }
}
