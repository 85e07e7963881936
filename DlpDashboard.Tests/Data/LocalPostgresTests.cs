using System.Diagnostics;
using System.Globalization;
using System.Text;
using DlpDashboard.Data;
using DlpDashboard.Data.Local;
using DlpDashboard.Tests.Testing;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace DlpDashboard.Tests.Data;

public sealed class LocalPostgresTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Data => _folder.At("data");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task What_was_saved_is_there_after_a_stop_and_a_start()
    {
        await using (var first = NewServer())
        {
            await ExecuteAsync(await first.StartAsync(CancellationToken.None), "CREATE TABLE kept AS SELECT 42 AS answer");
        }

        await using var second = NewServer();
        Assert.Equal(42, await AskAsync<int>(await second.StartAsync(CancellationToken.None), "SELECT answer FROM kept"));
    }

    [Fact]
    public async Task It_listens_on_its_socket_only_and_the_apps_role_is_no_superuser()
    {
        await using var server = NewServer();
        var address = await server.StartAsync(CancellationToken.None);
        Assert.Equal("", await AskAsync<string>(address, "SHOW listen_addresses"));
        Assert.Equal("off", await AskAsync<string>(address, "SELECT current_setting('is_superuser')"));
        Assert.Equal("on", await AskAsync<string>(address, "SELECT current_setting('fsync')"));
        Assert.Equal("on", await AskAsync<string>(address, "SELECT current_setting('synchronous_commit')"));
        var sockets = new NpgsqlConnectionStringBuilder(address).Host!;
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(sockets));
        var withoutPassword = new NpgsqlConnectionStringBuilder(address) { Password = "wrong", Pooling = false }.ConnectionString;
        Assert.Equal(PostgresErrorCodes.InvalidPassword, (await Assert.ThrowsAsync<PostgresException>(() => AskAsync<int>(withoutPassword, "SELECT 1"))).SqlState);
    }

    [Fact]
    public async Task A_second_app_on_the_folder_is_refused_by_one_sentence_and_the_first_goes_on()
    {
        await using var first = NewServer();
        var address = await first.StartAsync(CancellationToken.None);
        await using var second = NewServer();
        var refusal = await Assert.ThrowsAsync<StartRefusedException>(() => second.StartAsync(CancellationToken.None));
        Assert.Equal($"Another DlpDashboard already runs on the data folder {Data}. Stop it first, or set DLP__Data__Folder to another folder.", refusal.Message);
        Assert.Equal(1, await AskAsync<int>(address, "SELECT 1"));
    }

    [Fact]
    public async Task A_killed_server_is_restarted_and_what_was_committed_is_there()
    {
        await using var server = NewServer();
        var address = await server.StartAsync(CancellationToken.None);
        await ExecuteAsync(address, "CREATE TABLE kept AS SELECT 7 AS answer");
        Process.GetProcessById(Postmaster()).Kill();
        await Until.TrueAsync(() => server.Restarts == 1 && server.IsRunning);
        Assert.Equal(7, await AskAsync<int>(address, "SELECT answer FROM kept"));
    }

    [Fact]
    public async Task A_pid_file_whose_number_is_another_programs_now_is_removed_and_that_program_left_alone()
    {
        await using (var first = NewServer())
        {
            await first.StartAsync(CancellationToken.None);
        }

        using var bystander = Process.Start(new ProcessStartInfo("/bin/sleep", ["60"]) { UserName = Environment.IsPrivilegedProcess ? ServerUser.SystemName : "" })!;
        try
        {
            await File.WriteAllTextAsync(Path.Combine(Data, "postgres", "postmaster.pid"), string.Create(CultureInfo.InvariantCulture, $"{bystander.Id}\n{Data}/postgres\n1\n5432\n"));
            await using var second = NewServer();
            Assert.Equal(1, await AskAsync<int>(await second.StartAsync(CancellationToken.None), "SELECT 1"));
            Assert.False(bystander.HasExited);
        }
        finally
        {
            bystander.Kill();
        }
    }

    [Fact]
    public async Task A_making_that_was_cut_short_is_begun_again()
    {
        Directory.CreateDirectory(Path.Combine(Data, "postgres.new", "base"));
        await using var server = NewServer();
        Assert.Equal(1, await AskAsync<int>(await server.StartAsync(CancellationToken.None), "SELECT 1"));
        Assert.False(Directory.Exists(Path.Combine(Data, "postgres.new")));
    }

    [Fact]
    public async Task A_folder_that_holds_no_database_is_not_touched_and_said_to_be_damaged()
    {
        var cluster = Directory.CreateDirectory(Path.Combine(Data, "postgres")).FullName;
        ServerUser.Find().Own(cluster);
        await File.WriteAllTextAsync(Path.Combine(cluster, "precious"), "x");
        await using var server = NewServer();
        var refusal = await Assert.ThrowsAsync<StartRefusedException>(() => server.StartAsync(CancellationToken.None));
        Assert.Contains("damaged", refusal.Message, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(cluster, "precious")));
    }

    [Fact]
    public async Task Damaged_files_are_a_sentence_that_names_the_log()
    {
        await using (var first = NewServer())
        {
            await first.StartAsync(CancellationToken.None);
        }

        await File.WriteAllTextAsync(Path.Combine(Data, "postgres", "global", "pg_control"), "not this");
        await using var second = NewServer();
        var refusal = await Assert.ThrowsAsync<StartRefusedException>(() => second.StartAsync(CancellationToken.None));
        Assert.Contains("server.log", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lost_secret_is_made_anew()
    {
        await using (var first = NewServer())
        {
            await ExecuteAsync(await first.StartAsync(CancellationToken.None), "CREATE TABLE kept AS SELECT 7 AS answer");
        }

        File.Delete(Path.Combine(Data, "postgres.secret"));
        await using var second = NewServer();
        Assert.Equal(7, await AskAsync<int>(await second.StartAsync(CancellationToken.None), "SELECT answer FROM kept"));
    }

    [Fact]
    public async Task A_path_too_long_for_a_socket_and_full_of_odd_characters_works()
    {
        var deep = Path.Combine(_folder.Path, "it's \"odd\" $HOME", new string('x', 120), "data");
        await using var server = NewServer(deep);
        var address = await server.StartAsync(CancellationToken.None);
        var sockets = new NpgsqlConnectionStringBuilder(address).Host!;
        Assert.True(Encoding.UTF8.GetByteCount(sockets + "/.s.PGSQL.5432") <= ClusterPlace.LongestSocketPath);
        Assert.Equal(1, await AskAsync<int>(address, "SELECT 1"));
        await server.StopAsync(CancellationToken.None);
        Directory.Delete(sockets, recursive: true);
    }

    [Fact]
    public async Task A_folder_that_the_servers_user_may_not_enter_works_too()
    {
        var closed = Directory.CreateDirectory(_folder.At("closed"), (UnixFileMode)0b111_000_000).FullName;
        string home;
        await using (var first = NewServer(Path.Combine(closed, "data")))
        {
            var address = await first.StartAsync(CancellationToken.None);
            home = Path.GetDirectoryName(new NpgsqlConnectionStringBuilder(address).Host!)!;
            await ExecuteAsync(address, "CREATE TABLE kept AS SELECT 7 AS answer");
        }

        await using (var second = NewServer(Path.Combine(closed, "data")))
        {
            Assert.Equal(7, await AskAsync<int>(await second.StartAsync(CancellationToken.None), "SELECT answer FROM kept"));
        }

        Assert.Equal(Environment.IsPrivilegedProcess, home.StartsWith(ClusterPlace.SystemHome + "/", StringComparison.Ordinal));
        Directory.Delete(home, recursive: true);
    }

    [Theory]
    [InlineData("FATAL: could not write to file \"pg_wal/xlogtemp.1\": No space left on device", "is full")]
    [InlineData("FATAL: data directory \"/d\" has wrong ownership", "may not be read by the user")]
    [InlineData("DETAIL: The data directory was initialized by PostgreSQL version 14, which is not compatible with this version 15", "another major version")]
    [InlineData("FATAL: could not map anonymous shared memory: Cannot allocate memory", "too little free memory")]
    [InlineData("mkdir: Read-only file system", "read-only")]
    [InlineData("PANIC: could not locate a valid checkpoint record", "server.log")]
    public void What_PostgreSQL_writes_becomes_a_sentence_for_the_operator(string output, string expected)
    {
        Assert.Contains(expected, ClusterTrouble.Sentence(output, "/d"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_for_the_socket_that_others_may_enter_is_refused()
    {
        Directory.CreateDirectory(Data);
        Directory.CreateDirectory(Path.Combine(Data, "run"), (UnixFileMode)0b111_111_111);
        File.SetUnixFileMode(Path.Combine(Data, "run"), (UnixFileMode)0b111_111_111);
        await using var server = NewServer();
        var refusal = await Assert.ThrowsAsync<StartRefusedException>(() => server.StartAsync(CancellationToken.None));
        Assert.Contains("only the user", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_PostgreSQL_the_package_is_named()
    {
        await using var server = new LocalPostgres(Data, () => [], TimeProvider.System, NullLogger<LocalPostgres>.Instance);
        var refusal = await Assert.ThrowsAsync<StartRefusedException>(() => server.StartAsync(CancellationToken.None));
        Assert.Contains("Install the package postgresql", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_of_a_version_that_is_not_installed_names_the_package_to_install()
    {
        var installed = PostgresPrograms.Installed(null)[0];
        await using (var first = NewServer())
        {
            await first.StartAsync(CancellationToken.None);
        }

        await using var second = new LocalPostgres(Data, () => [installed with { Major = installed.Major + 1 }], TimeProvider.System, NullLogger<LocalPostgres>.Instance);
        var refusal = await Assert.ThrowsAsync<StartRefusedException>(() => second.StartAsync(CancellationToken.None));
        Assert.Contains($"Install the package postgresql-{installed.Major} ", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_both_versions_installed_the_database_moves_to_the_later_one()
    {
        // One version is installed here: its programs stand in for the later one too, so the move is real and only the number is not.
        var old = PostgresPrograms.Installed(null)[0];
        var later = old with { Major = old.Major + 1 };
        await using (var first = NewServer())
        {
            await ExecuteAsync(await first.StartAsync(CancellationToken.None), "CREATE TABLE kept AS SELECT 7 AS answer");
        }

        await using var second = new LocalPostgres(Data, () => [later, old], TimeProvider.System, NullLogger<LocalPostgres>.Instance);
        var address = await second.StartAsync(CancellationToken.None);
        Assert.Equal(7, await AskAsync<int>(address, "SELECT answer FROM kept"));
        Assert.Equal(LocalSecret.App, await AskAsync<string>(address, "SELECT tableowner::text FROM pg_tables WHERE tablename = 'kept'"));
        Assert.True(Directory.Exists(Path.Combine(Data, "postgres.old")));
        Assert.Equal(["postgres"], Directory.GetDirectories(Data, "postgres").Select(Path.GetFileName));
    }

    [Fact]
    public async Task A_move_that_was_cut_between_its_renames_is_put_back()
    {
        await using (var first = NewServer())
        {
            await ExecuteAsync(await first.StartAsync(CancellationToken.None), "CREATE TABLE kept AS SELECT 7 AS answer");
        }

        Directory.Move(Path.Combine(Data, "postgres"), Path.Combine(Data, "postgres.old"));
        await using var second = NewServer();
        Assert.Equal(7, await AskAsync<int>(await second.StartAsync(CancellationToken.None), "SELECT answer FROM kept"));
    }

    private LocalPostgres NewServer(string? folder = null) =>
        new(folder ?? Data, () => PostgresPrograms.Installed(null), TimeProvider.System, NullLogger<LocalPostgres>.Instance);

    private int Postmaster() => ClusterProcesses.Postmaster(Path.Combine(Data, "postgres", "postmaster.pid"));

    private static async Task ExecuteAsync(string address, string text)
    {
        await using var connection = new NpgsqlConnection(address);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(text, connection);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<T> AskAsync<T>(string address, string text)
    {
        await using var connection = new NpgsqlConnection(address);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(text, connection);
        return (T)(await command.ExecuteScalarAsync())!;
    }
}
