using Microsoft.Extensions.Logging;
using Npgsql;

namespace DlpDashboard.Data.Local;

/// <summary>
/// A private PostgreSQL server that the app makes and owns in its data folder: no TCP, a socket only its user may reach, its own roles.
/// Started and stopped with the app; watched in between. See the room's README for how it meets crashes.
/// </summary>
internal sealed class LocalPostgres(string dataFolder, Func<IReadOnlyList<PostgresPrograms>> installed, TimeProvider time, ILogger<LocalPostgres> logger) : IAsyncDisposable
{
    private readonly CancellationTokenSource _stopping = new();
    private FolderLock? _lock;
    private LocalServer? _server;
    private LocalSecret? _secret;
    private Task _watch = Task.CompletedTask;

    /// <summary>Whether the server answered when it was last looked at; false while it is being restarted.</summary>
    public bool IsRunning => _server is { IsRunning: true };

    /// <summary>How often the server had to be restarted because it had died.</summary>
    public int Restarts { get; private set; }

    /// <summary>Starts the server and answers how the app connects to its database.</summary>
    /// <exception cref="StartRefusedException">Something the operator must mend.</exception>
    public async Task<string> StartAsync(CancellationToken cancellationToken)
    {
        MakeDataFolder();
        _lock = FolderLock.Take(dataFolder);
        var user = ServerUser.Find();
        var shell = new PostgresShell(user);
        var place = ClusterPlace.Prepare(dataFolder, user);
        var secret = LocalSecret.ReadOrMake(dataFolder, out _);
        var cluster = new LocalCluster(place, shell, logger);
        var major = await cluster.MajorAsync(cancellationToken);
        var programs = Choose(major);
        if (major == 0)
        {
            await cluster.MakeAsync(programs, secret, cancellationToken);
        }

        await cluster.ConfigureAsync(place.Cluster, cancellationToken);
        _secret = secret;
        _server = new LocalServer(place, programs, shell, time, logger);
        await _server.StartAsync(Address(LocalSecret.Owner, "postgres"), cancellationToken);
        await MakeDatabaseAsync(cancellationToken);
        _watch = WatchAsync(_server, _stopping.Token);
        return Address(LocalSecret.App, LocalSecret.App).ConnectionString;
    }

    /// <summary>Stops the server in order: what is committed is on the disk either way.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await _stopping.CancelAsync();
        await _watch;
        if (_server is not null)
        {
            NpgsqlConnection.ClearAllPools();
            await _server.StopAsync(cancellationToken);
        }

        _lock?.Dispose();
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync(CancellationToken.None);
        _stopping.Dispose();
    }

    private NpgsqlConnectionStringBuilder Address(string role, string database) => new()
    {
        Host = _server!.Place.Sockets,
        Username = role,
        Password = _secret!.PasswordOf(role),
        Database = database,
        Pooling = role == LocalSecret.App,
        MaxPoolSize = 80,
        ApplicationName = "DlpDashboard",
        Timeout = 15,
        CommandTimeout = 60,
    };

    private void MakeDataFolder()
    {
        try
        {
            // Root's server runs as another user, which must be able to pass through.
            Directory.CreateDirectory(dataFolder, Environment.IsPrivilegedProcess ? (UnixFileMode)0b111_001_001 : (UnixFileMode)0b111_000_000);
        }
        catch (Exception cause) when (cause is UnauthorizedAccessException or IOException)
        {
            throw new StartRefusedException($"The data folder {dataFolder} cannot be made. Set DLP__Data__Folder to a folder that this user may write.", cause);
        }
    }

    private PostgresPrograms Choose(int major)
    {
        var found = installed();
        if (found.Count == 0)
        {
            throw new StartRefusedException("PostgreSQL is not installed. Install the package postgresql, set DLP__Data__PostgresBin to the folder of its programs, or set DLP__Database__ConnectionString.");
        }

        return found.FirstOrDefault(programs => programs.Major == major || major == 0)
            ?? throw new StartRefusedException(
                $"The database in {dataFolder} was made by PostgreSQL {major}, but only PostgreSQL {string.Join(", ", found.Select(p => p.Major))} is installed. "
                + $"Install the package postgresql-{major} beside it and start again.");
    }

    private async Task MakeDatabaseAsync(CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(Address(LocalSecret.Owner, "postgres").ConnectionString);
        await connection.OpenAsync(cancellationToken);
        await using var ask = new NpgsqlCommand($"SELECT 1 FROM pg_database WHERE datname = '{LocalSecret.App}'", connection);
        if (await ask.ExecuteScalarAsync(cancellationToken) is not null)
        {
            return;
        }

        // Names and the hexadecimal password hold nothing that would need quoting.
        string[] commands =
        [
            $"DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '{LocalSecret.App}') THEN CREATE ROLE {LocalSecret.App} LOGIN; END IF; END $$",
            $"ALTER ROLE {LocalSecret.App} PASSWORD '{_secret!.PasswordOf(LocalSecret.App)}'",
            $"CREATE DATABASE {LocalSecret.App} OWNER {LocalSecret.App}",
        ];
        foreach (var text in commands)
        {
            await using var command = new NpgsqlCommand(text, connection);
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    private async Task WatchAsync(LocalServer server, CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(500), time);
        try
        {
            while (await timer.WaitForNextTickAsync(cancellationToken))
            {
                if (!server.IsAlive)
                {
                    await RestartAsync(server, cancellationToken);
                }
            }
        }
        catch (OperationCanceledException)
        {
            logger.LogDebug("The database is no longer watched");
        }
    }

    private async Task RestartAsync(LocalServer server, CancellationToken cancellationToken)
    {
        logger.LogError("The database server ended by itself; it is being restarted");
        try
        {
            Restarts++;
            await server.StartAsync(Address(LocalSecret.Owner, "postgres"), cancellationToken);
            NpgsqlConnection.ClearAllPools();
            logger.LogWarning("The database server runs again");
        }
        catch (Exception trouble) when (trouble is StartRefusedException or IOException or NpgsqlException)
        {
            logger.LogError("The database server could not be restarted and will be tried again: {Reason}", trouble.Message);
            await Task.Delay(TimeSpan.FromSeconds(Math.Min(30, Restarts)), time, cancellationToken);
        }
    }
}
