namespace DlpDashboard.Data.Local;

/// <summary>
/// Moves the database to a later major version of PostgreSQL: dumped by the old server, restored into a new cluster aside, then the folders change places.
/// Until that moment the old cluster is untouched, and it is kept until the app has once started on the new one.
/// </summary>
internal sealed class LocalUpgrade(ClusterPlace place, LocalCluster cluster, LocalSecret secret, PostgresShell shell, TimeProvider time, ILogger logger)
{
    private readonly LocalAddress _address = new(place.Sockets, secret);

    private string DumpFile => Path.Combine(place.Sockets, "upgrade.dump");

    private string PassFile => Path.Combine(place.Sockets, "upgrade.pass");

    /// <summary>A start that was cut between the two renames left only the former cluster: it is put back.</summary>
    public void PutBack()
    {
        if (FileOwner.Of(place.Cluster) is null && FileOwner.Of(place.OldCluster) is not null)
        {
            Directory.Move(place.OldCluster, place.Cluster);
        }
    }

    /// <summary>The former cluster goes once the new one has served a start.</summary>
    public async Task ForgetOldAsync(CancellationToken cancellationToken)
    {
        if (FileOwner.Of(place.OldCluster) is not null)
        {
            await shell.DeleteAsync(place.OldCluster, cancellationToken);
            Directory.Delete(place.OldCluster, recursive: true);
        }
    }

    /// <summary>False where it did not succeed: the database is as it was and the old version goes on serving it.</summary>
    public async Task<bool> TryAsync(PostgresPrograms from, PostgresPrograms to, CancellationToken cancellationToken)
    {
        logger.LogInformation("Moving the database from PostgreSQL {Old} to {New}", from.Major, to.Major);
        try
        {
            await DumpAsync(from, cancellationToken);
            await RestoreAsync(to, cancellationToken);
        }
        catch (Exception failure) when (failure is StartRefusedException or IOException or Npgsql.NpgsqlException)
        {
            logger.LogError("The database could not be moved to PostgreSQL {New} and stays on {Old}: {Reason}", to.Major, from.Major, failure.Message);
            return false;
        }
        finally
        {
            await shell.DeleteAsync(DumpFile, CancellationToken.None);
            await shell.DeleteAsync(PassFile, CancellationToken.None);
        }

        Directory.Move(place.Cluster, place.OldCluster);
        Directory.Move(place.NewCluster, place.Cluster);
        logger.LogInformation("The database is on PostgreSQL {New}; the former files are in {Folder} until the next start", to.Major, place.OldCluster);
        return true;
    }

    private async Task DumpAsync(PostgresPrograms from, CancellationToken cancellationToken)
    {
        await shell.WriteAsync(PassFile, $"*:*:*:{LocalSecret.Owner}:{secret.PasswordOf(LocalSecret.Owner)}\n", cancellationToken);
        await cluster.ConfigureAsync(place.Cluster, cancellationToken);
        await ServeAsync(place, from, () => RunAsync(from.Dump, ["--format=custom", "--file", DumpFile, "--dbname", Connection()], cancellationToken), cancellationToken);
    }

    private async Task RestoreAsync(PostgresPrograms to, CancellationToken cancellationToken)
    {
        await cluster.MakeAsideAsync(to, secret, cancellationToken);
        await cluster.ConfigureAsync(place.NewCluster, cancellationToken);
        await ServeAsync(
            place with { Name = ClusterPlace.NewName },
            to,
            async () =>
            {
                await new LocalRoles(_address, secret).MakeMissingAsync(setPassword: false, cancellationToken);
                await RunAsync(to.Restore, ["--exit-on-error", "--dbname", Connection(), DumpFile], cancellationToken);
            },
            cancellationToken);
    }

    private async Task ServeAsync(ClusterPlace at, PostgresPrograms programs, Func<Task> work, CancellationToken cancellationToken)
    {
        var server = new LocalServer(at, programs, shell, time, logger);
        try
        {
            await server.StartAsync(_address.Owner(), cancellationToken);
            await work();
        }
        finally
        {
            await server.StopAsync(CancellationToken.None);
        }
    }

    private string Connection() => $"host='{place.Sockets.Replace("'", "\\'", StringComparison.Ordinal)}' user={LocalSecret.Owner} dbname={LocalSecret.App} passfile='{PassFile.Replace("'", "\\'", StringComparison.Ordinal)}'";

    private async Task RunAsync(string program, IEnumerable<string> arguments, CancellationToken cancellationToken)
    {
        var answer = await shell.RunAsync(program, arguments, null, cancellationToken);
        if (!answer.Succeeded)
        {
            throw new IOException($"{Path.GetFileName(program)}: {answer.Tail}");
        }
    }
}
