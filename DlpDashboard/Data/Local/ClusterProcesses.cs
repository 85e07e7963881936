using System.Globalization;

namespace DlpDashboard.Data.Local;

/// <summary>Which processes really work in a cluster. PostgreSQL's processes stand in their data folder, so the kernel's word is taken and not a number in a file.</summary>
internal static class ClusterProcesses
{
    /// <summary>The ids of all server processes whose working folder is the cluster.</summary>
    public static IReadOnlyList<int> In(string cluster) =>
        Directory.EnumerateDirectories("/proc")
            .Select(folder => int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0)
            .Where(id => id > 0 && IsIn(id, cluster))
            .ToList();

    /// <summary>Whether a process lives and stands in the cluster.</summary>
    public static bool IsIn(int processId, string cluster)
    {
        try
        {
            return new FileInfo($"/proc/{processId}/cwd").LinkTarget == cluster;
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return false;
        }
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
