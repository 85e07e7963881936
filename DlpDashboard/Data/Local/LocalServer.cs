using System.Globalization;
using Npgsql;

namespace DlpDashboard.Data.Local;

/// <summary>The running server on a cluster: started, found, waited for, stopped.</summary>
internal sealed class LocalServer(ClusterPlace place, PostgresPrograms programs, PostgresShell shell, TimeProvider time, ILogger logger)
{
    private const string Launch = """
        umask 077
        test "$(stat -c %s "$3" 2>/dev/null || echo 0)" -lt 10000000 || mv -f "$3" "$3.old"
        setsid "$1" -D "$2" >>"$3" 2>&1 </dev/null &
        echo $!
        """;

    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private readonly ClusterProcesses _processes = new(shell);
    private ProcessStart? _postmaster;
    private int _launched;

    /// <summary>Whether it answered after its last start and was not stopped; its process may have died meanwhile.</summary>
    public bool HasAnswered { get; private set; }

    /// <summary>Whether its main process lives.</summary>
    public bool IsAlive => _postmaster is { Lives: true };

    /// <summary>Starts it and waits until it answers, through a crash recovery too.</summary>
    /// <exception cref="StartRefusedException">It does not come up.</exception>
    public async Task StartAsync(NpgsqlConnectionStringBuilder address, CancellationToken cancellationToken)
    {
        HasAnswered = false;
        await ClearAsync(cancellationToken);
        // Not by pg_ctl, whose command line breaks on paths with quotes or dollars. In a session of its own, so that Ctrl-C ends the app first and the app ends the server.
        var answer = await shell.RunAsync("/bin/sh", ["-c", Launch, "sh", programs.Server, place.Cluster, place.Log], null, CancellationToken.None);
        if (!int.TryParse(answer.Output.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out _launched))
        {
            throw await RefusalAsync(answer.Tail, cancellationToken);
        }

        await AwaitAnswerAsync(address, cancellationToken);
        HasAnswered = true;
    }

    /// <summary>Ends sessions and stops; if that takes over a minute, without a last checkpoint.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        HasAnswered = false;
        _postmaster = null;

        // pg_ctl signals whatever number its file holds; it must still be a server of this cluster.
        var working = await _processes.InAsync(place.Cluster, cancellationToken);
        if (!working.Contains(ClusterProcesses.Postmaster(place.PidFile)))
        {
            if (working.Contains(_launched) || ProcessStart.Of(_launched) is { Name: ClusterProcesses.Program })
            {
                // Just launched, and its file not yet written.
                await shell.RunAsync("/bin/sh", ["-c", "kill -QUIT \"$1\"", "sh", _launched.ToString(CultureInfo.InvariantCulture)], null, cancellationToken);
            }

            return;
        }

        var answer = await shell.RunAsync(programs.Control, ["stop", "-s", "-m", "fast", "-t", "60", "-D", place.Cluster], null, cancellationToken);
        if (!answer.Succeeded)
        {
            logger.LogWarning("The database server does not stop in order and is stopped at once; nothing committed is lost");
            await shell.RunAsync(programs.Control, ["stop", "-s", "-m", "immediate", "-t", "60", "-D", place.Cluster], null, cancellationToken);
        }
    }

    /// <summary>
    /// The lock on the data folder says that no other app uses this cluster, so whatever works in it is left of an app that was killed: it is stopped.
    /// What a dead server left (its pid file, whose number may be another program's by now, and its socket) is removed only when nothing works in the cluster any more.
    /// </summary>
    public async Task ClearAsync(CancellationToken cancellationToken)
    {
        if (await _processes.InAsync(place.Cluster, cancellationToken) is { Count: > 0 } left)
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
        while (await _processes.InAsync(place.Cluster, cancellationToken) is { Count: > 0 } left)
        {
            if (time.GetElapsedTime(begun) > Patience)
            {
                // Backends without a postmaster end by themselves; one that hangs is ended without harm: the log brings its data back.
                await shell.RunAsync("/bin/sh", ["-c", "kill -9 \"$@\"", "sh", .. left.Select(id => id.ToString(CultureInfo.InvariantCulture))], null, cancellationToken);
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
            _postmaster = ProcessStart.Of(_launched) ?? throw await RefusalAsync("", cancellationToken);
            if (ClusterProcesses.Postmaster(place.PidFile) == _launched && await AnswersAsync(address, cancellationToken))
            {
                return;
            }

            var waited = time.GetElapsedTime(begun);

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

    private async Task<StartRefusedException> RefusalAsync(string output, CancellationToken cancellationToken)
    {
        var log = await shell.RunAsync("/usr/bin/tail", ["-n", "20", place.Log], null, cancellationToken);
        logger.LogError("The database server did not start: {Output} {Log}", output, log.Tail);
        return new StartRefusedException(ClusterTrouble.Sentence(output + log.Output, place.Home));
    }
}
