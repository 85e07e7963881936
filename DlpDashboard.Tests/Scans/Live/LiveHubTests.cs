using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using DlpDashboard.Data.Accounts;
using DlpDashboard.Tests.Testing;
using Microsoft.EntityFrameworkCore;

namespace DlpDashboard.Tests.Scans.Live;

public sealed class LiveHubTests(LiveHubTests.App app) : IClassFixture<LiveHubTests.App>
{
    [Fact]
    public async Task A_client_is_told_of_a_scan_from_line_to_end_and_of_its_events()
    {
        using var admin = await app.AsAdminAsync();
        await using var client = await ConnectAsync(AppFixture.AdminEmail, AppFixture.AdminPassword);

        var scan = await ScanAsync(admin, await EndpointAsync(admin));

        await Until.TrueAsync(() => client.Scans.Any(step => Id(step, "scanId") == scan && step.GetProperty("hasEnded").GetBoolean()));
        var last = client.Scans.Last(step => Id(step, "scanId") == scan);
        Assert.Equal(("completed", 1, 1), (last.GetProperty("state").GetString(), last.GetProperty("objectsDone").GetInt32(), last.GetProperty("findings").GetInt32()));
        await Until.TrueAsync(() => client.Events.Any(e => e.GetProperty("type").GetString() == "scan.completed" && Id(e, "subjectId") == scan));
        Assert.Equal(client.Events.Count, client.Events.Select(e => Id(e, "id")).Distinct().Count());
    }

    [Fact]
    public async Task A_client_that_was_away_catches_up_from_its_cursor_without_loss()
    {
        using var admin = await app.AsAdminAsync();
        string cursor;
        await using (var first = await ConnectAsync(AppFixture.AdminEmail, AppFixture.AdminPassword))
        {
            await EndpointAsync(admin);
            await Until.TrueAsync(() => !first.Events.IsEmpty);
            cursor = first.Events.Last().GetProperty("cursor").GetString()!;
        }

        var missed = new List<Guid>();
        for (var i = 0; i < 5; i++)
        {
            missed.Add(await EndpointAsync(admin));
        }

        await using var second = await ConnectAsync(AppFixture.AdminEmail, AppFixture.AdminPassword, $"?after={cursor}");
        await Until.TrueAsync(() => missed.TrueForAll(id => second.Events.Any(e => e.GetProperty("type").GetString() == "endpoint.added" && Id(e, "endpointId") == id)));
        Assert.Equal(second.Events.Count, second.Events.Select(e => Id(e, "id")).Distinct().Count());
    }

    [Fact]
    public async Task Npm_s_client_catches_up_too_when_its_connection_is_cut()
    {
        using var admin = await app.AsAdminAsync();
        var script = Path.Combine(AppContext.BaseDirectory, "../../../Scans/Live/live-client.cjs");
        using var node = Process.Start(new ProcessStartInfo("node", [script, app.Address.ToString(), await CookieAsync(AppFixture.AdminEmail, AppFixture.AdminPassword)]) { RedirectStandardOutput = true, RedirectStandardInput = true, UseShellExecute = false })!;
        try
        {
            Assert.Equal("connected", await node.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(30)));
            var before = await EndpointAsync(admin);
            await SayAsync(node, $"event {before}");

            // It goes away, and comes back once it is told to.
            await node.StandardInput.WriteLineAsync("cut");
            Assert.Equal("cut", await node.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(30)));
            var away = await EndpointAsync(admin);
            await node.StandardInput.WriteLineAsync("return");
            Assert.Equal("connected", await node.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(30)));
            await SayAsync(node, $"event {away}");
        }
        finally
        {
            node.Kill();
        }
    }

    [Fact]
    public async Task Another_organisation_and_a_person_without_a_role_hear_nothing_and_strangers_are_turned_away()
    {
        using var admin = await app.AsAdminAsync();
        var elsewhere = await app.AddOrganisationAsync($"Elsewhere {Guid.CreateVersion7():N}");
        var other = $"{Guid.CreateVersion7():N}@example.test";
        await app.AddAccountAsync(other, "Admin", elsewhere);
        var powerless = $"{Guid.CreateVersion7():N}@example.test";
        await app.AddAccountAsync(powerless, role: null);
        await using var stranger = await ConnectAsync(other, SignedIn.Password);
        await using var nobody = await ConnectAsync(powerless, SignedIn.Password);
        await using var insider = await ConnectAsync(AppFixture.AdminEmail, AppFixture.AdminPassword);

        await ScanAsync(admin, await EndpointAsync(admin));
        await Until.TrueAsync(() => insider.Events.Any(e => e.GetProperty("type").GetString() == "scan.completed") && insider.Scans.Any(s => s.GetProperty("hasEnded").GetBoolean()));

        Assert.Empty(stranger.Events);
        Assert.Empty(stranger.Scans);
        Assert.Empty(nobody.Events);
        Assert.Empty(nobody.Scans);
        using var anonymous = app.NewClient();
        Assert.Equal(System.Net.HttpStatusCode.Unauthorized, (await anonymous.PostAsync("/hubs/live/negotiate?negotiateVersion=1", null)).StatusCode);
        await Assert.ThrowsAsync<System.Net.WebSockets.WebSocketException>(() => LiveClient.ConnectAsync(new Uri(app.Address, "/hubs/live"), ""));
    }

    [Fact]
    public async Task Who_loses_a_role_is_cut_off_and_nobody_takes_all_seats()
    {
        var email = $"{Guid.CreateVersion7():N}@example.test";
        var account = await app.AddAccountAsync(email, "Analyst");
        await using var first = await ConnectAsync(email, SignedIn.Password);
        await using var second = await ConnectAsync(email, SignedIn.Password);
        await using var third = await ConnectAsync(email, SignedIn.Password);
        await third.Closed.Task.WaitAsync(TimeSpan.FromSeconds(30));

        await using (var db = app.NewContext())
        {
            await db.Set<RoleAssignment>().Where(a => a.AccountId == account.Id).ExecuteDeleteAsync();
        }

        await first.Closed.Task.WaitAsync(TimeSpan.FromSeconds(30));
        await second.Closed.Task.WaitAsync(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task A_cursor_that_is_none_and_a_message_that_is_none_end_the_connection()
    {
        await using var wrong = await ConnectAsync(AppFixture.AdminEmail, AppFixture.AdminPassword, "?after=nonsense");
        await wrong.Closed.Task.WaitAsync(TimeSpan.FromSeconds(30));

        await using var loud = await ConnectAsync(AppFixture.AdminEmail, AppFixture.AdminPassword);
        await loud.SendAsync(new string('x', 100_000));
        await loud.Closed.Task.WaitAsync(TimeSpan.FromSeconds(30));
    }

    /// <summary>Reads until the line; events of other tests may stand before it.</summary>
    private static async Task SayAsync(Process node, string line)
    {
        while (await node.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(30)) is var said && said != line)
        {
            Assert.NotNull(said);
        }
    }

    private static Guid Id(JsonElement message, string name) => message.GetProperty(name) is { ValueKind: JsonValueKind.String } value ? value.GetGuid() : Guid.Empty;

    private async Task<Guid> EndpointAsync(HttpClient client)
    {
        var root = Directory.CreateDirectory(Path.Combine(app.Folder, "files", Guid.CreateVersion7().ToString("N"))).FullName;
        await File.WriteAllTextAsync(Path.Combine(root, "a.txt"), Results.Text);
        using var answer = await client.PostAsJsonAsync("/api/v1/endpoints", new { name = $"Files {Guid.CreateVersion7():N}", provider = "local", settings = new { root } });
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid();
    }

    private static async Task<Guid> ScanAsync(HttpClient client, Guid endpoint)
    {
        using var answer = await client.PostAsJsonAsync("/api/v1/scans", new { endpointId = endpoint });
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid();
    }

    private async Task<string> CookieAsync(string email, string password)
    {
        using var client = new HttpClient(new HttpClientHandler { UseCookies = false }) { BaseAddress = app.Address };
        using var answer = await client.PostAsJsonAsync("/api/v1/auth/login", new { email, password });
        return string.Join("; ", answer.Headers.GetValues("Set-Cookie").Select(cookie => cookie.Split(';')[0]));
    }

    private async Task<LiveClient> ConnectAsync(string email, string password, string query = "") =>
        await LiveClient.ConnectAsync(new Uri(app.Address, "/hubs/live" + query), await CookieAsync(email, password));

    public sealed class App : AppFixture
    {
        protected override IEnumerable<KeyValuePair<string, string>> Settings =>
        [
            new("Providers:LocalRoots:0", Path.Combine(Folder, "files")), new("Live:Revalidate", "00:00:01"), new("Live:ConnectionsPerPerson", "2"), new("Live:LookForEvents", "00:00:00.100"),
        ];
    }
}
