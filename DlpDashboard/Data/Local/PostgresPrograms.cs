using System.Diagnostics;
using System.Globalization;

namespace DlpDashboard.Data.Local;

/// <summary>PostgreSQL's programs of one version, as installed on this machine.</summary>
/// <param name="Folder">Where <c>initdb</c>, <c>pg_ctl</c> and <c>postgres</c> are.</param>
/// <param name="Major">The major version; 0 where the folder does not tell.</param>
internal sealed record PostgresPrograms(string Folder, int Major)
{
    /// <summary>Debian and Ubuntu: one folder a major version.</summary>
    public const string SystemFolder = "/usr/lib/postgresql";

    /// <summary>The oldest version whose features are used.</summary>
    public const int OldestMajor = 13;

    public string InitDb => Path.Combine(Folder, "initdb");

    public string Control => Path.Combine(Folder, "pg_ctl");

    public string Server => Path.Combine(Folder, "postgres");

    public string Dump => Path.Combine(Folder, "pg_dump");

    public string Restore => Path.Combine(Folder, "pg_restore");

    /// <summary>All installed versions, the newest first. A configured folder is the only one.</summary>
    public static IReadOnlyList<PostgresPrograms> Installed(string? configured, string systemFolder = SystemFolder)
    {
        if (!string.IsNullOrWhiteSpace(configured))
        {
            return IsComplete(configured) ? [new PostgresPrograms(Path.GetFullPath(configured), MajorOf(configured))] : [];
        }

        var versions = Directory.Exists(systemFolder)
            ? Directory.EnumerateDirectories(systemFolder)
                .Select(folder => (Folder: Path.Combine(folder, "bin"), Major: ParseMajor(Path.GetFileName(folder))))
                .Where(found => found.Major >= OldestMajor && IsComplete(found.Folder))
                .OrderByDescending(found => found.Major)
                .Select(found => new PostgresPrograms(found.Folder, found.Major))
                .ToList()
            : [];
        return versions.Count > 0 ? versions : InPath();
    }

    private static List<PostgresPrograms> InPath() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':', StringSplitOptions.RemoveEmptyEntries)
            .Where(IsComplete)
            .Select(folder => new PostgresPrograms(folder, MajorOf(folder)))
            .Take(1)
            .ToList();

    private static bool IsComplete(string folder) =>
        File.Exists(Path.Combine(folder, "initdb")) && File.Exists(Path.Combine(folder, "pg_ctl")) && File.Exists(Path.Combine(folder, "postgres"));

    private static int MajorOf(string folder)
    {
        using var process = Process.Start(new ProcessStartInfo(Path.Combine(folder, "pg_ctl"), ["--version"]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        var words = process.StandardOutput.ReadToEnd().Trim().Split(' ');
        process.WaitForExit();
        return words.Select(ParseMajor).FirstOrDefault(major => major > 0);
    }

    private static int ParseMajor(string text) =>
        int.TryParse(text.Split('.')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var major) ? major : 0;
}
