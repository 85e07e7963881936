using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using DlpDashboard.Data.Accounts;
using DlpDashboard.Findings.History;
using DlpDashboard.Scans;
using DlpDashboard.Scans.Planning;
using DlpDashboard.Tests.Testing;
using Microsoft.EntityFrameworkCore;

namespace DlpDashboard.Tests.Scans.History;

public sealed class ScanHistoryApiTests(AppFixture app) : IClassFixture<AppFixture>
{
    [Fact]
    public async Task Changes_and_comparisons_come_in_pages_with_camel_case_names()
    {
        var (first, second) = await AddScansAsync();
        using var client = await app.AsAdminAsync();

        var changes = await client.GetFromJsonAsync<JsonElement>($"/api/v1/scans/{second}/changes?kind=cameBack&limit=1");
        var row = Assert.Single(changes.GetProperty("items").EnumerateArray());
        Assert.Equal(("cameBack", JsonValueKind.Null, 4), (row.GetProperty("kind").GetString(), row.GetProperty("countBefore").ValueKind, row.GetProperty("countAfter").GetInt32()));
        var cursor = changes.GetProperty("next").GetString();
        var rest = await client.GetFromJsonAsync<JsonElement>($"/api/v1/scans/{second}/changes?kind=cameBack&limit=1&cursor={cursor}");
        Assert.NotEqual(row.GetProperty("findingId").GetString(), rest.GetProperty("items")[0].GetProperty("findingId").GetString());

        var compared = await client.GetFromJsonAsync<JsonElement>($"/api/v1/scans/compare?from={first}&to={second}&limit=2");
        Assert.Equal((3, 0), (compared.GetProperty("totals").GetProperty("cameBack").GetInt32(), compared.GetProperty("totals").GetProperty("gone").GetInt32()));
        Assert.Equal(2, compared.GetProperty("items").GetArrayLength());
        Assert.Equal(JsonValueKind.String, compared.GetProperty("next").ValueKind);
        Assert.False(compared.GetProperty("complete").GetBoolean());
        Assert.NotEqual(0, compared.GetProperty("notes").GetArrayLength());
    }

    [Fact]
    public async Task Wrong_questions_get_problem_details()
    {
        var (first, second) = await AddScansAsync();
        using var client = await app.AsAdminAsync();
        await RefusedAsync(client, $"/api/v1/scans/compare?from={first}", HttpStatusCode.BadRequest, "scans.name-both");
        await RefusedAsync(client, $"/api/v1/scans/compare/export?to={first}", HttpStatusCode.BadRequest, "scans.name-both");
        await RefusedAsync(client, $"/api/v1/scans/compare?from={second}&to={first}", HttpStatusCode.UnprocessableEntity, "scans.wrong-order");
        await RefusedAsync(client, $"/api/v1/scans/compare?from={first}&to={Guid.CreateVersion7()}", HttpStatusCode.NotFound, "scans.not-found");
        await RefusedAsync(client, $"/api/v1/scans/{Guid.CreateVersion7()}/changes", HttpStatusCode.NotFound, "scans.not-found");
        await RefusedAsync(client, $"/api/v1/scans/{Guid.CreateVersion7()}/changes/export", HttpStatusCode.NotFound, "scans.not-found");
        foreach (var wrong in new[] { "kind=0", "kind=same", "limit=0", "limit=201", "cursor=AAAA" })
        {
            using var answer = await client.GetAsync($"/api/v1/scans/{second}/changes?{wrong}");
            Assert.Equal((HttpStatusCode.BadRequest, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        }
    }

    [Fact]
    public async Task Another_organisation_sees_no_change()
    {
        var (first, second) = await AddScansAsync();
        await app.AddAccountAsync("curious@example.test", "Admin", await app.AddOrganisationAsync("Curious"));
        using var client = await app.AsAsync("curious@example.test", SignedIn.Password);

        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync($"/api/v1/scans/{second}/changes")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync($"/api/v1/scans/compare?from={first}&to={second}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync($"/api/v1/scans/compare/export?from={first}&to={second}")).StatusCode);
    }

    [Fact]
    public async Task Both_tables_are_files_too()
    {
        var (first, second) = await AddScansAsync();
        using var client = await app.AsAdminAsync();
        foreach (var path in new[] { $"/api/v1/scans/{second}/changes/export?kind=cameBack", $"/api/v1/scans/compare/export?from={first}&to={second}" })
        {
            using var answer = await client.GetAsync(path);
            Assert.Equal("text/csv", answer.Content.Headers.ContentType?.MediaType);
            var lines = (await answer.Content.ReadAsStringAsync()).Trim('\uFEFF', '\r', '\n').Split("\r\n");
            Assert.StartsWith("findingId,kind,bucket,object,detector,detectorName,countBefore,countAfter", lines[0], StringComparison.Ordinal);
            Assert.Equal(4, lines.Length);
        }
    }

    private static async Task RefusedAsync(HttpClient client, string path, HttpStatusCode status, string code)
    {
        using var answer = await client.GetAsync(path);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal((status, code), (answer.StatusCode, problem.GetProperty("code").GetString()));
    }

    /// <summary>Two scans of an endpoint of their own; the second saw three findings come back.</summary>
    private async Task<(Guid First, Guid Second)> AddScansAsync()
    {
        await using var db = app.NewContext();
        var organisation = (await db.Set<Account>().SingleAsync(a => a.Email == AppFixture.AdminEmail)).OrganisationId;
        var endpoint = Guid.CreateVersion7();
        var ids = new[] { Guid.CreateVersion7(), Guid.CreateVersion7() };
        foreach (var (at, id) in ids.Index())
        {
            var scan = Scan.Request(
                id, organisation, endpoint, "local", Guid.CreateVersion7(), "Tester", ScanPlan.Everything, ScanPriority.Normal, DateTime.UnixEpoch.AddHours(at), at == 0 ? null : ids[0]);
            scan.Cancel(DateTime.UnixEpoch.AddHours(at + 1));
            db.Scans.Add(scan);
        }

        for (var i = 0; i < 3; i++)
        {
            db.ScanFindingChanges.Add(new ScanFindingChange
            {
                OrganisationId = organisation, EndpointId = endpoint, ScanId = ids[1], FindingId = Guid.CreateVersion7(), AtUtc = DateTime.UnixEpoch, WasKnown = true, CountAfter = 4,
            });
        }

        await db.SaveChangesAsync();
        return (ids[0], ids[1]);
    }
}
