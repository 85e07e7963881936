using System.Diagnostics;
using System.Text;

namespace DlpDashboard.Data.Local;

/// <summary>What a program answered.</summary>
internal sealed record ProgramAnswer(int ExitCode, string Output, string Errors)
{
    public bool Succeeded => ExitCode == 0;

    /// <summary>The last lines, for a log.</summary>
    public string Tail => string.Join(Environment.NewLine, (Output + Errors).Split('\n', StringSplitOptions.RemoveEmptyEntries).TakeLast(10));
}

/// <summary>Runs programs as the server's user. What lies inside the server's folders is only touched this way: root must not follow what another user put there.</summary>
internal sealed class PostgresShell(ServerUser user)
{
    public ServerUser User { get; } = user;

    public async Task<ProgramAnswer> RunAsync(string program, IEnumerable<string> arguments, string? input, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
            // The programs go back to the folder they were started in, which may be closed to the server's user.
            WorkingDirectory = "/",
        };
        if (User.Name is not null)
        {
            start.UserName = User.Name;
        }

        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("PG", StringComparison.Ordinal) || name.StartsWith("DLP__", StringComparison.Ordinal)).ToList())
        {
            start.Environment.Remove(name);
        }

        start.Environment["LC_ALL"] = "C.UTF-8";
        using var process = Process.Start(start) ?? throw new IOException($"{program} did not start.");
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
            var errors = process.StandardError.ReadToEndAsync(cancellationToken);
            await process.StandardInput.WriteAsync(input.AsMemory(), cancellationToken);
            process.StandardInput.Close();
            await process.WaitForExitAsync(cancellationToken);
            return new ProgramAnswer(process.ExitCode, await output, await errors);
        }
        catch
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    /// <summary>Writes a small file, mode 0600, whole or not at all.</summary>
    public async Task WriteAsync(string path, string content, CancellationToken cancellationToken)
    {
        var answer = await RunAsync("/bin/sh", ["-c", "umask 077; cat > \"$1.part\" && mv -f \"$1.part\" \"$1\"", "sh", path], content, cancellationToken);
        if (!answer.Succeeded)
        {
            throw new IOException($"{path} could not be written: {answer.Tail}");
        }
    }

    /// <summary>Deletes a file or folder that the app made.</summary>
    public async Task DeleteAsync(string path, CancellationToken cancellationToken) =>
        await RunAsync("/bin/rm", ["-rf", "--", path], null, cancellationToken);
}
