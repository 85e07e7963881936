using System.Globalization;

namespace DlpDashboard.Data.Local;

/// <summary>The files of the private server: made by <c>initdb</c>, with settings written anew at each start so that a new app brings its own.</summary>
internal sealed class LocalCluster(ClusterPlace place, PostgresShell shell, ILogger logger)
{
    /// <summary>The major version that made the cluster; 0 where there is none yet.</summary>
    /// <exception cref="StartRefusedException">There is a folder that is no cluster.</exception>
    public async Task<int> MajorAsync(CancellationToken cancellationToken)
    {
        if (FileOwner.Of(place.Cluster) is not { } owner)
        {
            return 0;
        }

        var version = await shell.RunAsync("/bin/cat", [place.VersionFile], null, cancellationToken);
        if (version.Succeeded && int.TryParse(version.Output.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var major))
        {
            return major;
        }

        throw new StartRefusedException(owner.Uid == shell.User.Uid
            ? $"The folder {place.Cluster} is damaged: it holds no database that can be read. Restore it from a backup, or move it away to begin with an empty one."
            : $"The folder {place.Cluster} belongs to another user than the one the database runs as ({shell.User.Name ?? Environment.UserName}). Start the app as the user that made it, or set DLP__Data__Folder to another folder.");
    }

    /// <summary>Makes the cluster aside and puts it in place whole, so that a cut start leaves nothing half made.</summary>
    public async Task MakeAsync(PostgresPrograms programs, LocalSecret secret, CancellationToken cancellationToken)
    {
        logger.LogInformation("Making the database in {Folder} with PostgreSQL {Major}", place.Cluster, programs.Major);
        await MakeAsideAsync(programs, secret, cancellationToken);
        Directory.Move(place.NewCluster, place.Cluster);
    }

    /// <summary>Makes an empty cluster in <see cref="ClusterPlace.NewCluster"/>.</summary>
    public async Task MakeAsideAsync(PostgresPrograms programs, LocalSecret secret, CancellationToken cancellationToken)
    {
        await shell.DeleteAsync(place.NewCluster, cancellationToken);
        if (Directory.Exists(place.NewCluster))
        {
            Directory.Delete(place.NewCluster, recursive: true);
        }

        shell.User.MakeOwnFolder(place.NewCluster);
        var passwordFile = Path.Combine(place.Sockets, "initial");
        await shell.WriteAsync(passwordFile, secret.PasswordOf(LocalSecret.Owner), cancellationToken);
        var answer = await shell.RunAsync(
            programs.InitDb,
            ["-D", place.NewCluster, "-U", LocalSecret.Owner, "-A", "scram-sha-256", "--pwfile", passwordFile, "-E", "UTF8", "--locale=C.UTF-8", "--data-checksums", "--no-instructions"],
            null,
            cancellationToken);
        await shell.DeleteAsync(passwordFile, cancellationToken);
        if (!answer.Succeeded)
        {
            logger.LogError("initdb ended with {ExitCode}: {Output}", answer.ExitCode, answer.Tail);
            throw new StartRefusedException(ClusterTrouble.Sentence(answer.Tail, place.Home));
        }
    }

    /// <summary>Writes the settings of the server and who may connect.</summary>
    public async Task ConfigureAsync(string cluster, CancellationToken cancellationToken)
    {
        await shell.WriteAsync(Path.Combine(cluster, "postgresql.conf"), Settings(place.Sockets), cancellationToken);
        await shell.WriteAsync(Path.Combine(cluster, "pg_hba.conf"), "local all all scram-sha-256\n", cancellationToken);
    }

    private static string Settings(string sockets) => $"""
        # Written by DlpDashboard at each start; changes here are lost.
        listen_addresses = ''
        port = 5432
        unix_socket_directories = '{sockets.Replace("'", "''", StringComparison.Ordinal)}'
        unix_socket_permissions = 0700
        max_connections = 100
        shared_buffers = 128MB
        effective_cache_size = 512MB
        work_mem = 8MB
        maintenance_work_mem = 64MB
        random_page_cost = 1.1
        jit = off
        fsync = on
        synchronous_commit = on
        wal_level = minimal
        max_wal_senders = 0
        max_wal_size = 1GB
        timezone = 'UTC'
        log_timezone = 'UTC'
        password_encryption = 'scram-sha-256'
        # Statements and the details of errors can hold what customers store: they stay out of the log.
        log_min_messages = warning
        log_min_error_statement = panic
        log_error_verbosity = terse

        """;
}
