using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using DlpDashboard.Access;
using DlpDashboard.Data;
using DlpDashboard.Data.Accounts;
using DlpDashboard.Scans;
using DlpDashboard.Scans.Scheduling;
using DlpDashboard.Tests.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace DlpDashboard.Tests.Scans.Scheduling;

public sealed class ScheduleTests(ScheduleTests.App app) : IClassFixture<ScheduleTests.App>
{
    [Fact]
    public async Task A_due_schedule_fires_by_itself_scans_and_sets_its_next_time()
    {
        using var client = await app.AsAdminAsync();
        var endpoint = await EndpointAsync(client);
        var id = await AddAsync(client, endpoint);
        await MakeDueAsync(id, TimeSpan.FromSeconds(-1));

        await FiredAsync(id);

        var firing = (await HistoryAsync(client, id))[0];
        Assert.Equal("started", firing.GetProperty("outcome").GetString());
        var scan = await client.GetFromJsonAsync<JsonElement>($"/api/v1/scans/{firing.GetProperty("scanId").GetString()}");
        Assert.Contains("schedule Nightly", scan.GetProperty("requestedBy").GetString(), StringComparison.Ordinal);
        Assert.Equal("changed", scan.GetProperty("plan").GetProperty("mode").GetString());
        var schedule = await client.GetFromJsonAsync<JsonElement>($"/api/v1/schedules/{id}");
        Assert.True(schedule.GetProperty("nextUtc").GetDateTime() > TimeProvider.System.GetUtcNow().UtcDateTime);
        Assert.Equal("started", schedule.GetProperty("lastOutcome").GetString());
    }

    [Fact]
    public async Task A_run_that_was_missed_for_long_is_left_out_where_the_rule_says_so_and_made_up_once_where_not()
    {
        using var client = await app.AsAdminAsync();
        var endpoint = await EndpointAsync(client);
        var skips = await AddAsync(client, endpoint, misfire: "skip");
        var makesUp = await AddAsync(client, endpoint, misfire: "runOnce");
        await MakeDueAsync(skips, TimeSpan.FromDays(-3));
        await MakeDueAsync(makesUp, TimeSpan.FromDays(-3));

        await FiredAsync(skips);
        await FiredAsync(makesUp);

        Assert.Equal("missed", (await HistoryAsync(client, skips))[0].GetProperty("outcome").GetString());
        Assert.Equal("started", (await HistoryAsync(client, makesUp))[0].GetProperty("outcome").GetString());
    }

    [Fact]
    public async Task A_schedule_whose_person_may_not_start_scans_any_more_says_so_and_starts_nothing()
    {
        using var client = await app.AsAdminAsync();
        var id = await AddAsync(client, await EndpointAsync(client));
        var stranger = await app.AddAccountAsync($"{Guid.CreateVersion7():N}@example.test", role: null);
        await using (var db = app.NewContext())
        {
            await db.ScanSchedules.Where(s => s.Id == id).ExecuteUpdateAsync(set => set.SetProperty(s => s.OwnerId, stranger.Id).SetProperty(s => s.OwnerName, "Somebody"));
        }

        await MakeDueAsync(id, TimeSpan.FromSeconds(-1));
        await FiredAsync(id);

        var firing = (await HistoryAsync(client, id))[0];
        Assert.Equal("skipped", firing.GetProperty("outcome").GetString());
        Assert.Contains("may not start scans", firing.GetProperty("reason").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_disabled_schedule_does_not_fire_and_run_now_is_refused_with_a_reason_while_a_scan_waits()
    {
        using var client = await app.AsAdminAsync();
        var endpoint = await EndpointAsync(client);
        var id = await AddAsync(client, endpoint, enabled: false);
        await app.Services.GetRequiredService<ScheduleRunner>().FireAsync(id, default);
        Assert.Equal(0, (await HistoryAsync(client, id)).GetArrayLength());

        // The line itself: one scan of an endpoint waits at a time.
        await using (var db = app.NewContext())
        {
            var account = await db.Set<Account>().SingleAsync(a => a.Email == AppFixture.AdminEmail);
            db.Scans.Add(Scan.Request(Guid.CreateVersion7(), account.OrganisationId, endpoint, "none", account.Id, "Tester", new(), DlpDashboard.Scans.Planning.ScanPriority.Low, DateTime.UnixEpoch));
            db.Scans.Add(Running(account, endpoint));
            await db.SaveChangesAsync();
        }

        var run = await (await client.PostAsync($"/api/v1/schedules/{id}/run", null)).Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal("skipped", run.GetProperty("outcome").GetString());
        Assert.Contains("waiting in line", run.GetProperty("reason").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_people_cannot_overwrite_each_other_and_deleting_takes_the_trigger_away()
    {
        using var client = await app.AsAdminAsync();
        var endpoint = await EndpointAsync(client);
        var id = await AddAsync(client, endpoint);
        using var first = await PutAsync(client, id, endpoint, "\"1\"");
        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        using var second = await PutAsync(client, id, endpoint, "\"1\"");
        Assert.Equal(HttpStatusCode.PreconditionFailed, second.StatusCode);

        Assert.Equal(HttpStatusCode.NoContent, (await client.DeleteAsync($"/api/v1/schedules/{id}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync($"/api/v1/schedules/{id}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await client.DeleteAsync($"/api/v1/schedules/{id}")).StatusCode);
    }

    [Fact]
    public async Task Rules_that_are_broken_are_refused_with_their_field_and_a_preview_tells_five_times()
    {
        using var client = await app.AsAdminAsync();
        var endpoint = await EndpointAsync(client);
        using var refused = await client.PostAsJsonAsync("/api/v1/schedules", Body(endpoint) with { Recurrence = new { kind = "cron", cron = "* * * * *" } });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("recurrence.cron", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        using var preview = await client.PostAsJsonAsync("/api/v1/schedules/preview", new { recurrence = new { kind = "daily", time = "06:00" }, timeZone = "Asia/Tokyo" });
        var answer = await preview.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal("Every day at 06:00, Asia/Tokyo", answer.GetProperty("summary").GetString());
        Assert.All(answer.GetProperty("times").EnumerateArray(), due => Assert.Equal(21, due.GetDateTime().Hour));
        Assert.Equal(5, answer.GetProperty("times").GetArrayLength());
    }

    [Fact]
    public async Task Another_organisation_neither_sees_nor_touches_a_schedule()
    {
        using var client = await app.AsAdminAsync();
        var endpoint = await EndpointAsync(client);
        var id = await AddAsync(client, endpoint);
        var elsewhere = await app.AddOrganisationAsync($"Elsewhere {Guid.CreateVersion7():N}");
        var email = $"{Guid.CreateVersion7():N}@example.test";
        await app.AddAccountAsync(email, "Admin", elsewhere);
        using var other = await app.AsAsync(email, SignedIn.Password);

        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync($"/api/v1/schedules/{id}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await other.PostAsync($"/api/v1/schedules/{id}/run", null)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await other.DeleteAsync($"/api/v1/schedules/{id}")).StatusCode);
        Assert.Equal(0, (await HistoryAsync(other, id)).GetArrayLength());
        using var stolen = await other.PostAsJsonAsync("/api/v1/schedules", Body(endpoint));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, stolen.StatusCode);
    }

    private static Scan Running(Account account, Guid endpoint)
    {
        var scan = Scan.Request(Guid.CreateVersion7(), account.OrganisationId, endpoint, "none", account.Id, "Tester", new(), DlpDashboard.Scans.Planning.ScanPriority.Low, DateTime.UnixEpoch);
        scan.Start("elsewhere/1", TimeProvider.System.GetUtcNow().UtcDateTime, TimeSpan.FromHours(1));
        return scan;
    }

    private async Task<Guid> EndpointAsync(HttpClient client)
    {
        var root = Directory.CreateDirectory(Path.Combine(app.Folder, "files", Guid.CreateVersion7().ToString("N"))).FullName;
        await File.WriteAllTextAsync(Path.Combine(root, "a.txt"), Results.Text);
        using var answer = await client.PostAsJsonAsync("/api/v1/endpoints", new { name = $"Files {Guid.CreateVersion7():N}", provider = "local", settings = new { root } });
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid();
    }

    private static async Task<Guid> AddAsync(HttpClient client, Guid endpoint, string misfire = "runOnce", bool enabled = true)
    {
        using var answer = await client.PostAsJsonAsync("/api/v1/schedules", Body(endpoint) with { Misfire = misfire, Enabled = enabled });
        Assert.True(answer.StatusCode == HttpStatusCode.Created, await answer.Content.ReadAsStringAsync());
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid();
    }

    [Fact]
    public async Task A_schedule_saved_before_the_start_has_made_the_job_known_is_fired_all_the_same()
    {
        var schedulers = app.Services.GetRequiredService<ISchedulerFactory>();
        var scheduler = await schedulers.GetScheduler();
        await scheduler.DeleteJob(ScheduleTriggers.Job);
        var id = Guid.CreateVersion7(TimeProvider.System.GetUtcNow());

        var ofAnotherProcess = new ScheduleTriggers(schedulers, app.Services.GetRequiredService<IDbContextFactory<DlpDbContext>>(), TimeProvider.System);
        await ofAnotherProcess.SetAsync(id, TimeProvider.System.GetUtcNow().UtcDateTime.AddHours(1), default);

        Assert.Single(await scheduler.GetTriggersOfJob(ScheduleTriggers.Job), trigger => trigger.Key.Name == id.ToString("N"));
        await ofAnotherProcess.SetAsync(id, nextUtc: null, default);
    }

    private static async Task<HttpResponseMessage> PutAsync(HttpClient client, Guid id, Guid endpoint, string tag)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, $"/api/v1/schedules/{id}") { Content = JsonContent.Create(Body(endpoint)) };
        request.Headers.IfMatch.Add(EntityTagHeaderValue.Parse(tag));
        return await client.SendAsync(request);
    }

    private static async Task<JsonElement> HistoryAsync(HttpClient client, Guid id) =>
        (await client.GetFromJsonAsync<JsonElement>($"/api/v1/schedules/{id}/history")).GetProperty("items");

    private Task FiredAsync(Guid id) => Until.TrueAsync(async () =>
    {
        await using var db = app.NewContext();
        return await db.ScheduleFirings.AnyAsync(f => f.ScheduleId == id);
    });

    /// <summary>As if its time had come: the row and Quartz's trigger are set, and Quartz fires it.</summary>
    private async Task MakeDueAsync(Guid id, TimeSpan ago)
    {
        var due = TimeProvider.System.GetUtcNow().UtcDateTime + ago;
        await using var db = app.NewContext();
        await db.ScanSchedules.Where(s => s.Id == id).ExecuteUpdateAsync(set => set.SetProperty(s => s.NextUtc, due));
        await app.Services.GetRequiredService<ScheduleTriggers>().SetAsync(id, due, default);
    }

    private static ScheduleRequest Body(Guid endpoint) =>
        new("Nightly", endpoint, new { kind = "daily", time = "02:00" }, "Europe/Berlin", "runOnce", true, new { mode = "changed" });

    private sealed record ScheduleRequest(string Name, Guid EndpointId, object Recurrence, string TimeZone, string Misfire, bool Enabled, object Plan);

    public sealed class App : AppFixture
    {
        protected override IEnumerable<KeyValuePair<string, string>> Settings => [new("Providers:LocalRoots:0", Path.Combine(Folder, "files"))];
    }
}
