namespace DlpDashboard.Cli;

/// <summary>Opens what a verb's arguments name; <c>-</c> is standard input or output.</summary>
internal static class CliFile
{
    /// <exception cref="BadInputException">It is not there or may not be read.</exception>
    public static Stream OpenRead(string path)
    {
        if (path == "-")
        {
            return Console.OpenStandardInput();
        }

        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, 64 * 1024, FileOptions.SequentialScan);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new BadInputException(Directory.Exists(path) ? $"{path} is a folder; `scan` takes folders." : $"{path}: {Reason(problem)}.");
        }
    }

    /// <exception cref="BadInputException">It may not be written.</exception>
    public static Stream Create(string path)
    {
        try
        {
            return new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.Read, 1024 * 1024);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new BadInputException($"{path}: {Reason(problem)}.");
        }
    }

    private static string Reason(Exception problem) => problem switch
    {
        FileNotFoundException or DirectoryNotFoundException => "no such file",
        UnauthorizedAccessException => "permission denied",
        ArgumentException => "no valid path",
        _ => "cannot be opened",
    };
}
