using Microsoft.Extensions.Logging;
using Npgsql;

namespace DlpDashboard.Data.Local;

/// <summary>The running server on a cluster: started, found, waited for, stopped.</summary>
internal sealed class LocalServer(ClusterPlace place, PostgresPrograms programs, PostgresShell shell, TimeProvider time, ILogger logger)
{
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(20);
    private int _postmaster;

    public ClusterPlace Place => place;

    /// <summary>Whether it answered after its last start and still lives.</summary>
    public bool IsRunning { get; private set; }

    /// <summary>Whether its main process lives.</summary>
    public bool IsAlive => _postmaster != 0 && ClusterProcesses.IsIn(_postmaster, place.Cluster);

    /// <summary>Starts it and waits until it answers, through a crash recovery too.</summary>
    public async Task StartAsync(NpgsqlConnectionStringBuilder address, CancellationToken cancellationToken)
    {
        IsRunning = false;
        await ClearAsync(cancellationToken);
        await shell.RunAsync("/bin/sh", ["-c", "test \"$(stat -c %s \"$1\" 2>/dev/null || echo 0)\" -lt 10000000 || mv -f \"$1\" \"$1.old\"", "sh", place.Log], null, cancellationToken);
        var answer = await shell.RunAsync(programs.Control, ["start", "-W", "-s", "-D", place.Cluster, "-l", place.Log, "-p", programs.Server], null, cancellationToken);
        if (!answer.Succeeded)
        {
            throw await RefusalAsync(cancellationToken);
        }

        await AwaitAnswerAsync(address, cancellationToken);
        IsRunning = true;
    }

    /// <summary>Ends sessions and stops; if that takes over a minute, without a last checkpoint.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        IsRunning = false;
        _postmaster = 0;
        var answer = await shell.RunAsync(programs.Control, ["stop", "-s", "-m", "fast", "-t", "60", "-D", place.Cluster], null, cancellationToken);
        if (!answer.Succeeded && ClusterProcesses.In(place.Cluster).Count > 0)
        {
            await shell.RunAsync(programs.Control, ["stop", "-s", "-m", "immediate", "-D", place.Cluster], null, cancellationToken);
        }
    }

    /// <summary>
    /// The lock on the data folder says that no other app uses this cluster, so whatever works in it is left of an app that was killed: it is stopped.
    /// What a dead server left (its pid file, whose number may be another program's by now, and its socket) is removed only when nothing works in the cluster any more.
    /// </summary>
    private async Task ClearAsync(CancellationToken cancellationToken)
    {
        if (ClusterProcesses.In(place.Cluster) is { Count: > 0 } left)
        {
            logger.LogWarning("A database server of an earlier run still works in {Folder} ({Count} processes); it is stopped first", place.Cluster, left.Count);
            await StopAsync(cancellationToken);
            await AwaitGoneAsync(cancellationToken);
        }

        await shell.DeleteAsync(place.PidFile, cancellationToken);
        await shell.RunAsync("/bin/sh", ["-c", "rm -f -- \"$1\"/.s.PGSQL.5432 \"$1\"/.s.PGSQL.5432.lock", "sh", place.Sockets], null, cancellationToken);
    }

    private async Task AwaitGoneAsync(CancellationToken cancellationToken)
    {
        var begun = time.GetTimestamp();
        while (ClusterProcesses.In(place.Cluster) is { Count: > 0 } left)
        {
            if (time.GetElapsedTime(begun) > TimeSpan.FromSeconds(10))
            {
                // Backends without a postmaster end by themselves; one that hangs is ended without harm: the log brings its data back.
                await shell.RunAsync("/bin/sh", ["-c", "kill -9 \"$@\"", "sh", .. left.Select(id => id.ToString(System.Globalization.CultureInfo.InvariantCulture))], null, cancellationToken);
            }

            await Task.Delay(Glance, time, cancellationToken);
        }
    }

    private async Task AwaitAnswerAsync(NpgsqlConnectionStringBuilder address, CancellationToken cancellationToken)
    {
        var begun = time.GetTimestamp();
        var told = TimeSpan.Zero;
        while (true)
        {
            _postmaster = ClusterProcesses.Postmaster(place.PidFile) is var id && ClusterProcesses.IsIn(id, place.Cluster) ? id : 0;
            if (_postmaster != 0 && await AnswersAsync(address, cancellationToken))
            {
                return;
            }

            var waited = time.GetElapsedTime(begun);
            if (_postmaster == 0 && waited > TimeSpan.FromSeconds(3))
            {
                throw await RefusalAsync(cancellationToken);
            }

            if (waited - told > TimeSpan.FromSeconds(2))
            {
                told = waited;
                logger.LogInformation("The database brings back what was under way when it was last cut off ({Seconds:0} s so far)", waited.TotalSeconds);
            }

            await Task.Delay(Glance, time, cancellationToken);
        }
    }

    /// <summary>False while it starts; a refusal of another kind than "not yet" flies.</summary>
    private static async Task<bool> AnswersAsync(NpgsqlConnectionStringBuilder address, CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = new NpgsqlConnection(address.ConnectionString);
            await connection.OpenAsync(cancellationToken);
            return true;
        }
        catch (PostgresException starting) when (starting.SqlState == PostgresErrorCodes.CannotConnectNow)
        {
            return false;
        }
        catch (NpgsqlException silent) when (silent is not PostgresException)
        {
            return false;
        }
    }

    private async Task<StartRefusedException> RefusalAsync(CancellationToken cancellationToken)
    {
        var log = await shell.RunAsync("/usr/bin/tail", ["-n", "20", place.Log], null, cancellationToken);
        logger.LogError("The database server did not start: {Log}", log.Tail);
        return new StartRefusedException(ClusterTrouble.Sentence(log.Output, place.Home));
    }
}
