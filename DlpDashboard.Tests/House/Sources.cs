namespace DlpDashboard.Tests.House;

/// <summary>The repository's own source files, found from the tests' output folder.</summary>
internal static class Sources
{
    public static string Root { get; } = FindRoot();

    /// <summary>Files of the app and its tests with this ending, without what tools wrote.</summary>
    public static IReadOnlyList<string> Files(string pattern) =>
        new[] { "DlpDashboard", "DlpDashboard.Tests" }
            .SelectMany(project => Directory.EnumerateFiles(Path.Combine(Root, project), pattern, SearchOption.AllDirectories))
            .Select(path => Path.GetRelativePath(Root, path).Replace('\\', '/'))
            .Where(path => !path.Contains("/bin/", StringComparison.Ordinal) && !path.Contains("/obj/", StringComparison.Ordinal) && !path.Contains("/Migrations/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .ToList();

    public static string[] Lines(string relativePath) => File.ReadAllLines(Path.Combine(Root, relativePath));

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "DlpDashboard.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The tests run outside the repository.");
    }
}
