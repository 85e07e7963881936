using System.Security.Cryptography;
using System.Text;
using DlpDashboard.Detection.Redaction;

namespace DlpDashboard.Cli;

/// <summary>
/// The key of hashes and surrogates: the file named by <c>--key-file</c>, else the variable <c>DLP__Redaction__Key</c>, else a key made once and kept in the user's own folder, readable by
/// nobody else. So two runs agree without being told to, and two people do not. It is never printed.
/// </summary>
internal static class RedactionKey
{
    private const string Variable = "DLP__Redaction__Key";

    private const int Length = 32, Longest = 4096;

    /// <exception cref="BadInputException">The key is too short or cannot be read or kept.</exception>
    public static byte[] Read(string? path)
    {
        if (path is not null)
        {
            return Checked(ReadFile(path), path);
        }

        return Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } text ? Checked(Encoding.UTF8.GetBytes(text), Variable) : Kept();
    }

    private static byte[] Kept()
    {
        var home = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        if (home.Length == 0)
        {
            throw new BadInputException($"there is no folder to keep a key in; give one with --key-file or {Variable}.");
        }

        var path = Path.Combine(home, "DlpDashboard", "redaction.key");
        try
        {
            if (!File.Exists(path))
            {
                Make(path);
            }
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new BadInputException($"{path} cannot be written; give a key with --key-file or {Variable}.");
        }

        return Checked(ReadFile(path), path);
    }

    private static void Make(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var made = $"{path}.{Environment.ProcessId}";
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using (var file = new FileStream(made, options))
        {
            file.Write(RandomNumberGenerator.GetBytes(Length));
        }

        // Of two that make one at once the first stays, so that both use the same.
        try
        {
            File.Move(made, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(made);
        }
    }

    private static byte[] ReadFile(string path)
    {
        using var file = CliFile.OpenRead(path);
        var bytes = new byte[Longest];
        return bytes[..file.ReadAtLeast(bytes, Longest, throwOnEndOfStream: false)];
    }

    private static byte[] Checked(byte[] key, string source) =>
        key.Length >= RedactionChoice.ShortestKey ? key : throw new BadInputException($"{source}: the key has fewer than {RedactionChoice.ShortestKey} bytes.");
}
