using DlpDashboard.Data;
using DlpDashboard.Data.Local;
using DlpDashboard.Tests.Testing;

namespace DlpDashboard.Tests.Data;

public sealed class AppProcessTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private (string Key, string Value) Data => ("Data__Folder", _folder.At("data"));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task After_kill_9_the_next_start_stops_the_left_server_and_finds_everything()
    {
        string password;
        int orphan;
        await using (var killed = AppProcess.Start(Data))
        {
            await killed.ListeningAsync();
            Assert.Contains("one-time password: ", killed.Output, StringComparison.Ordinal);
            password = killed.Output.Split("one-time password: ")[1].Split('\n')[0].Trim();
            orphan = Postmaster();
            await killed.KillAsync();
        }

        Assert.NotNull(ProcessStart.Of(orphan));
        await using var next = AppProcess.Start(Data);
        var address = await next.ListeningAsync();
        Assert.Null(ProcessStart.Of(orphan));
        Assert.DoesNotContain("one-time password", next.Output, StringComparison.Ordinal);
        using var client = new HttpClient { BaseAddress = address };
        Assert.Equal("", await HealthTroubleAsync(client));
        Assert.NotEmpty(password);
    }

    [Fact]
    public async Task A_second_app_on_the_folder_says_one_sentence_and_ends_with_2()
    {
        await using var first = AppProcess.Start(Data);
        await first.ListeningAsync();
        await using var second = AppProcess.Start(Data);
        await second.EndedAsync();
        Assert.Equal(StartRefusedException.ExitCode, second.ExitCode);
        Assert.Equal($"Another DlpDashboard already runs on the data folder {_folder.At("data")}. Stop it first, or set DLP__Data__Folder to another folder.", second.Output.Trim());
    }

    [Fact]
    public async Task Ctrl_C_stops_the_app_and_its_server_in_order()
    {
        await using var app = AppProcess.Start(Data);
        await app.ListeningAsync();
        var server = Postmaster();
        await app.InterruptAsync();
        Assert.Equal(0, app.ExitCode);
        Assert.Null(ProcessStart.Of(server));
        Assert.False(File.Exists(Path.Combine(_folder.At("data"), "postgres", "postmaster.pid")));
    }

    [Fact]
    public async Task An_app_that_refuses_to_start_leaves_no_server_behind()
    {
        await using (var first = AppProcess.Start(Data))
        {
            await first.ListeningAsync();
        }

        File.Delete(Path.Combine(_folder.At("data"), "keys", "data-protection.key"));
        await using var second = AppProcess.Start(Data);
        await second.EndedAsync();
        Assert.Equal(StartRefusedException.ExitCode, second.ExitCode);
        Assert.Contains("is missing. Restore it from a backup", second.Output, StringComparison.Ordinal);
        Assert.Equal(0, Postmaster());
    }

    [Fact]
    public async Task Ctrl_C_while_the_database_comes_up_leaves_no_server_behind()
    {
        await using var app = AppProcess.Start(Data);
        await Until.TrueAsync(() => Postmaster() != 0);
        await app.InterruptAsync();
        Assert.Equal(0, Postmaster());
    }

    [Fact]
    public async Task A_killed_server_comes_back_and_the_app_answers_again()
    {
        await using var app = AppProcess.Start(Data);
        using var client = new HttpClient { BaseAddress = await app.ListeningAsync() };
        var server = Postmaster();
        System.Diagnostics.Process.GetProcessById(server).Kill();
        await Until.TrueAsync(() => Postmaster() is var now && now != 0 && now != server && ProcessStart.Of(now) is not null);
        await Until.TrueAsync(async () => await HealthTroubleAsync(client) == "");
    }

    [Fact]
    public async Task Two_apps_that_start_at_once_on_an_empty_database_both_come_up()
    {
        await using var database = await TestDatabase.CreateEmptyAsync();
        (string, string)[] shared = [("Database__ConnectionString", database.ConnectionString), ("DataProtection__KeyFile", _folder.At("shared.key"))];
        await using var one = AppProcess.Start([("Data__Folder", _folder.At("one")), .. shared]);
        await using var two = AppProcess.Start([("Data__Folder", _folder.At("two")), .. shared]);
        foreach (var app in new[] { one, two })
        {
            using var client = new HttpClient { BaseAddress = await app.ListeningAsync() };
            Assert.Equal("", await HealthTroubleAsync(client));
        }

        await using var db = database.NewContext();
        Assert.Single(db.Organisations);
        Assert.Single(db.Set<DlpDashboard.Data.Protection.ProtectionKey>());
    }

    private static async Task<string> HealthTroubleAsync(HttpClient client)
    {
        using var answer = await client.GetAsync(new Uri("/health/ready", UriKind.Relative));
        return answer.IsSuccessStatusCode ? "" : await answer.Content.ReadAsStringAsync();
    }

    private int Postmaster() => ClusterProcesses.Postmaster(Path.Combine(_folder.At("data"), "postgres", "postmaster.pid"));
}
