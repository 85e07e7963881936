using System.Net.Http.Json;
using System.Text.Json;
using DlpDashboard.Data.Leases;
using DlpDashboard.Data.Marks;
using DlpDashboard.Posture.Keeping;
using DlpDashboard.Posture.Refreshing;
using DlpDashboard.Providers.S3;
using DlpDashboard.Risk.Joining;
using DlpDashboard.Scans;
using Microsoft.EntityFrameworkCore;

namespace DlpDashboard.Tests.Testing;

/// <summary>Endpoints over the local S3 server, and what is done with them by REST until it is done.</summary>
internal static class S3Endpoints
{
    /// <summary>Connects buckets; the endpoint's id.</summary>
    public static async Task<Guid> AddS3EndpointAsync(this AppFixture app, HttpClient client, RadosGateway gateway, string name, params string[] buckets)
    {
        var settings = gateway.Connection().Settings.ToDictionary(pair => pair.Key, pair => (object)(pair.Key == S3Fields.PathStyle ? true : pair.Value));
        using var added = await client.PostAsJsonAsync("/api/v1/endpoints", new { name, provider = "aws", bucketFilter = string.Join(',', buckets), settings });
        Assert.True(added.IsSuccessStatusCode, $"{app.Address}: {await added.Content.ReadAsStringAsync()}");
        return (await added.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid();
    }

    /// <summary>Scans it, reads its configuration, and waits until all is joined.</summary>
    public static async Task ScanAndRefreshAsync(this AppFixture app, HttpClient client, Guid endpoint)
    {
        using var scan = await client.PostAsJsonAsync("/api/v1/scans", new { endpointId = endpoint });
        Assert.True(scan.IsSuccessStatusCode);
        using var refresh = await client.PostAsync($"/api/v1/security/policies/{endpoint}/refresh", null);
        Assert.True(refresh.IsSuccessStatusCode);
        await Until.TrueAsync(async () =>
        {
            await using var db = app.NewContext();
            return await db.Scans.AnyAsync(s => s.EndpointId == endpoint && s.State == ScanState.Completed)
                && await db.PostureRefreshes.AnyAsync(r => r.EndpointId == endpoint && r.State == LeaseState.Completed)
                && !await db.BucketMarks.AnyAsync(m => m.EndpointId == endpoint)
                && await db.BucketRisks.AnyAsync(r => r.EndpointId == endpoint);
        });
    }
}
