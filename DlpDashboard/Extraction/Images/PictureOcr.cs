using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace DlpDashboard.Extraction.Images;

/// <summary>
/// Reads the text drawn in a picture by <c>tesseract</c>: a process of its own that gets the bytes through a pipe and no file, no shell and no names from outside. As many
/// run at once as there are cores; one that takes too long is ended.
/// </summary>
internal static class PictureOcr
{
    private const int MostText = 1024 * 1024;

    private static readonly TimeSpan MostTime = TimeSpan.FromSeconds(20);
    private static readonly SemaphoreSlim Places = new(Environment.ProcessorCount);

    /// <summary>The program's path, or null where it is not installed.</summary>
    public static string? Find() => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Select(folder => Path.Combine(folder, OperatingSystem.IsWindows() ? "tesseract.exe" : "tesseract"))
        .FirstOrDefault(File.Exists);

    /// <summary>Reads a picture.</summary>
    /// <returns>Its text, or why there is none.</returns>
    public static async ValueTask<(string? Text, string? Problem)> ReadAsync(string program, ReadOnlyMemory<byte> picture, CancellationToken cancellationToken)
    {
        await Places.WaitAsync(cancellationToken);
        try
        {
            using var process = new Process { StartInfo = Start(program) };
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            limit.CancelAfter(MostTime);
            try
            {
                process.Start();
                var writing = WriteAsync(process, picture, limit.Token);
                var errors = process.StandardError.BaseStream.CopyToAsync(Stream.Null, limit.Token);
                var text = await ReadTextAsync(process.StandardOutput, limit.Token);
                await Task.WhenAll(writing, errors);
                await process.WaitForExitAsync(limit.Token);
                return process.ExitCode == 0 ? (text, null) : (null, "The text in the image could not be read.");
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                return (null, string.Create(CultureInfo.InvariantCulture, $"Reading the text in the image was ended after {MostTime.TotalSeconds:F0} seconds."));
            }
            catch (Exception broken) when (broken is Win32Exception or IOException)
            {
                return (null, "The program that reads text in images could not be run.");
            }
            finally
            {
                End(process);
            }
        }
        finally
        {
            Places.Release();
        }
    }

    private static ProcessStartInfo Start(string program)
    {
        var start = new ProcessStartInfo(program, ["stdin", "stdout", "--psm", "3"])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = System.Text.Encoding.UTF8,
        };

        // One core each, and nothing of ours in its environment.
        foreach (var name in start.Environment.Keys.Where(name => name is not ("PATH" or "TESSDATA_PREFIX" or "SystemRoot")).ToList())
        {
            start.Environment.Remove(name);
        }

        start.Environment["OMP_THREAD_LIMIT"] = "1";
        return start;
    }

    private static async Task WriteAsync(Process process, ReadOnlyMemory<byte> picture, CancellationToken cancellationToken)
    {
        try
        {
            await using var input = process.StandardInput.BaseStream;
            await input.WriteAsync(picture, cancellationToken);
        }
        catch (IOException)
        {
            // It ended before it had read all: its exit code says why.
        }
    }

    private static async Task<string> ReadTextAsync(StreamReader output, CancellationToken cancellationToken)
    {
        var text = new char[MostText];
        var length = await output.ReadBlockAsync(text, cancellationToken);
        await output.BaseStream.CopyToAsync(Stream.Null, cancellationToken);
        return new string(text, 0, length);
    }

    private static void End(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (Exception gone) when (gone is InvalidOperationException or Win32Exception)
        {
            // It had ended, or never began.
        }
    }
}
