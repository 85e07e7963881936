using System.Globalization;

namespace DlpDashboard.Data.Local;

/// <summary>
/// Which processes really work in a cluster. PostgreSQL's processes stand in their data folder, so the kernel's word is taken and not a number in a file,
/// which may be another program's by now.
/// </summary>
internal sealed class ClusterProcesses(PostgresShell shell)
{
    /// <summary>What its processes are called.</summary>
    public const string Program = "postgres";

    /// <summary>The ids of all server processes whose working folder is the cluster.</summary>
    public async Task<IReadOnlyList<int>> InAsync(string cluster, CancellationToken cancellationToken)
    {
        var candidates = Directory.EnumerateDirectories("/proc")
            .Select(folder => int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0)
            .Where(id => id > 0 && FileOwner.Of($"/proc/{id}")?.Uid == shell.User.Uid && ProcessStart.Of(id)?.Name == Program)
            .ToList();
        if (candidates.Count == 0)
        {
            return [];
        }

        // Asked as the server's user: root in a container may not look into another user's processes.
        var answer = await shell.RunAsync("/usr/bin/find", [.. candidates.Select(id => $"/proc/{id}/cwd"), "-maxdepth", "0", "-printf", "%p\\t%l\\n"], null, cancellationToken);
        return answer.Output.Split('\n')
            .Select(line => line.Split('\t'))
            .Where(parts => parts.Length == 2 && parts[1] == cluster)
            .Select(parts => int.Parse(parts[0].Split('/')[2], CultureInfo.InvariantCulture))
            .ToList();
    }

    /// <summary>The postmaster's id by its own file; 0 where there is none.</summary>
    public static int Postmaster(string pidFile)
    {
        try
        {
            return int.TryParse(File.ReadLines(pidFile).FirstOrDefault(), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0;
        }
        catch (Exception missing) when (missing is IOException or UnauthorizedAccessException)
        {
            return 0;
        }
    }
}
