using Npgsql;

namespace DlpDashboard.Data.Local;

/// <summary>
/// A private PostgreSQL server that the app makes and owns in its data folder: no TCP, a socket only its user may reach, its own roles.
/// Started and stopped with the app; watched in between. The room's README tells how it meets crashes.
/// </summary>
internal sealed class LocalPostgres(string dataFolder, Func<IReadOnlyList<PostgresPrograms>> installed, TimeProvider time, ILogger<LocalPostgres> logger) : IAsyncDisposable
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(250);
    private readonly CancellationTokenSource _stopping = new();
    private FolderLock? _lock;
    private LocalServer? _server;
    private Task _watch = Task.CompletedTask;

    /// <summary>Whether the server answers, so far as is known; false while it is being restarted.</summary>
    public bool IsRunning => _server is { HasAnswered: true, IsAlive: true };

    /// <summary>How often the server had to be restarted because it had died.</summary>
    public int Restarts { get; private set; }

    /// <summary>Starts the server and answers how the app connects to its database.</summary>
    /// <exception cref="StartRefusedException">Something the operator must mend.</exception>
    public async Task<string> StartAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await TryStartAsync(cancellationToken);
        }
        catch (Exception cause) when (cause is UnauthorizedAccessException or IOException or System.ComponentModel.Win32Exception)
        {
            logger.LogError(cause, "The private database could not be started");
            throw new StartRefusedException(ClusterTrouble.Sentence(cause.Message, dataFolder), cause);
        }
    }

    /// <summary>Stops the server in order; what is committed is on the disk either way.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await _stopping.CancelAsync();
        await _watch;
        if (_server is not null)
        {
            NpgsqlConnection.ClearAllPools();
            await _server.StopAsync(cancellationToken);
            _server = null;
        }

        _lock?.Dispose();
        _lock = null;
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync(CancellationToken.None);
        _stopping.Dispose();
    }

    private async Task<string> TryStartAsync(CancellationToken cancellationToken)
    {
        MakeDataFolder();
        _lock = FolderLock.Take(dataFolder);
        var programs = installed();
        if (programs.Count == 0)
        {
            throw new StartRefusedException(
                "PostgreSQL is not installed. Install the package postgresql, set DLP__Data__PostgresBin to the folder of its programs, or set DLP__Database__ConnectionString to a server's.");
        }

        var shell = new PostgresShell(ServerUser.Find());
        var place = ClusterPlace.Prepare(dataFolder, shell.User);
        var secret = LocalSecret.ReadOrMake(dataFolder, out var secretIsNew);
        var cluster = new LocalCluster(place, shell, logger);
        var upgrade = new LocalUpgrade(place, cluster, secret, shell, time, logger);
        upgrade.PutBack();
        var chosen = await ChooseAsync(programs, cluster, upgrade, secret, cancellationToken);
        await cluster.ConfigureAsync(place.Cluster, cancellationToken);

        var address = new LocalAddress(place.Sockets, secret);
        var roles = new LocalRoles(address, secret);
        _server = new LocalServer(place, chosen, shell, time, logger);
        if (secretIsNew)
        {
            await _server.ClearAsync(cancellationToken);
            await roles.ResetOwnerAsync(place, chosen, shell, cancellationToken);
        }

        await _server.StartAsync(address.Owner(), cancellationToken);
        await roles.MakeMissingAsync(secretIsNew, cancellationToken);
        _watch = WatchAsync(_server, address, _stopping.Token);
        return address.App.ConnectionString;
    }

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

    /// <summary>The programs that fit the cluster; the newest make a new one, and take over an older one while its own programs are there too.</summary>
    private async Task<PostgresPrograms> ChooseAsync(
        IReadOnlyList<PostgresPrograms> programs, LocalCluster cluster, LocalUpgrade upgrade, LocalSecret secret, CancellationToken cancellationToken)
    {
        var newest = programs[0];
        var major = await cluster.MajorAsync(cancellationToken);
        if (major == 0)
        {
            await cluster.MakeAsync(newest, secret, cancellationToken);
            return newest;
        }

        if (programs.FirstOrDefault(found => found.Major == major) is not { } fitting)
        {
            throw new StartRefusedException(
                $"The database in {dataFolder} was made by PostgreSQL {major}, but only PostgreSQL {string.Join(", ", programs.Select(found => found.Major))} is installed. "
                + $"Install the package postgresql-{major} beside it and start again; the app then moves the database to the newest version by itself.");
        }

        if (newest.Major > major)
        {
            return await upgrade.TryAsync(fitting, newest, cancellationToken) ? newest : fitting;
        }

        await upgrade.ForgetOldAsync(cancellationToken);
        return fitting;
    }

    private async Task WatchAsync(LocalServer server, LocalAddress address, CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(LookEvery, time);
        try
        {
            while (await timer.WaitForNextTickAsync(cancellationToken))
            {
                if (!server.IsAlive)
                {
                    await RestartAsync(server, address, cancellationToken);
                }
            }
        }
        catch (OperationCanceledException)
        {
            logger.LogDebug("The database is no longer watched");
        }
    }

    private async Task RestartAsync(LocalServer server, LocalAddress address, CancellationToken cancellationToken)
    {
        logger.LogError("The database server ended by itself; it is being restarted");
        try
        {
            Restarts++;
            await server.StartAsync(address.Owner(), cancellationToken);
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
