using System.Diagnostics;
using DlpDashboard.Data;
using DlpDashboard.Data.Dialects;
using DlpDashboard.Data.Local;
using DlpDashboard.Data.PostgreSql;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace DlpDashboard.Tests.Testing;

/// <summary>
/// The one PostgreSQL server of a test run, in a temporary folder without fsync. A shell watches the test process through a pipe: when the process ends,
/// however it ends, the pipe closes and the shell stops the server and removes the folder.
/// </summary>
internal static class TestServer
{
    private const string Template = "dlp_template";
    private static readonly Lazy<Task<NpgsqlConnectionStringBuilder>> Running = new(StartAsync);
    private static Process? _keeper;
    private static int _count;

    /// <summary>Makes a database; empty, or with all tables.</summary>
    public static async Task<string> MakeDatabaseAsync(bool migrated)
    {
        var server = await Running.Value;
        var name = $"t{Interlocked.Increment(ref _count)}";
        await ExecuteAsync(server, migrated ? $"CREATE DATABASE {name} TEMPLATE {Template} STRATEGY file_copy" : $"CREATE DATABASE {name}");
        return new NpgsqlConnectionStringBuilder(server.ConnectionString) { Database = name, Pooling = true, MaxPoolSize = 20, ConnectionIdleLifetime = 5, ConnectionPruningInterval = 2 }.ConnectionString;
    }

    /// <summary>Drops a database, open connections and all.</summary>
    public static async Task DropDatabaseAsync(string connectionString)
    {
        await using (var connection = new NpgsqlConnection(connectionString))
        {
            NpgsqlConnection.ClearPool(connection);
        }

        var name = new NpgsqlConnectionStringBuilder(connectionString).Database;
        await ExecuteAsync(await Running.Value, $"DROP DATABASE IF EXISTS {name} WITH (FORCE)");
    }

    private static async Task<NpgsqlConnectionStringBuilder> StartAsync()
    {
        var folder = Directory.CreateTempSubdirectory("dlp-test-").FullName;
        var user = ServerUser.Find();
        user.Own(folder);
        var programs = PostgresPrograms.Installed(null)[0];
        var shell = new PostgresShell(user);
        var made = await shell.RunAsync(programs.InitDb, ["-D", folder + "/data", "-U", "dlp", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync"], null, CancellationToken.None);
        Assert.True(made.Succeeded, made.Tail);
        var start = new ProcessStartInfo("/bin/sh", ["-c", Keeper, "sh", folder, programs.Server]) { RedirectStandardInput = true, UseShellExecute = false, WorkingDirectory = "/" };
        if (user.Name is not null)
        {
            start.UserName = user.Name;
        }

        _keeper = Process.Start(start)!;
        var server = new NpgsqlConnectionStringBuilder { Host = folder, Username = "dlp", Database = "postgres", Pooling = false };
        await AnswerAsync(server);
        await MakeTemplateAsync(server);
        return server;
    }

    // The server gets a group of its own, so that Ctrl-C ends the tests first.
    private const string Keeper = """
        "$2" -D "$1/data" -k "$1" -c listen_addresses= -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=300 \
            -c shared_buffers=128MB -c jit=off -c timezone=UTC -c max_wal_size=2GB >"$1/server.log" 2>&1 &
        server=$!
        trap '' INT TERM HUP
        cat >/dev/null
        kill -QUIT "$server" 2>/dev/null
        wait "$server"
        rm -rf "$1"
        """;

    private static async Task AnswerAsync(NpgsqlConnectionStringBuilder server)
    {
        for (var tries = 0; ; tries++)
        {
            try
            {
                await ExecuteAsync(server, "SELECT 1");
                return;
            }
            catch (NpgsqlException) when (tries < 500 && !_keeper!.HasExited)
            {
                await Task.Delay(20);
            }
        }
    }

    private static async Task MakeTemplateAsync(NpgsqlConnectionStringBuilder server)
    {
        await ExecuteAsync(server, $"CREATE DATABASE {Template}");
        var address = new DatabaseAddress { ConnectionString = new NpgsqlConnectionStringBuilder(server.ConnectionString) { Database = Template }.ConnectionString };
        await new SchemaMigration(new PostgreSqlContexts(address.ConnectionString), new PostgreSqlDialect(address), NullLogger<SchemaMigration>.Instance).RunAsync(CancellationToken.None);
    }

    private static async Task ExecuteAsync(NpgsqlConnectionStringBuilder server, string text)
    {
        await using var connection = new NpgsqlConnection(server.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(text, connection);
        await command.ExecuteNonQueryAsync();
    }
}
