using System.Diagnostics;

namespace DlpDashboard.Tests.Cli;

/// <summary>Runs the program with arguments and standard input.</summary>
internal static class CliProcess
{
    public static Task<(int Code, string Output, string Error)> RunAsync(string input, params string[] args) => RunAsync(input, [], args);

    public static async Task<(int Code, string Output, string Error)> RunAsync(string input, Dictionary<string, string> environment, params string[] args)
    {
        var program = typeof(DlpDashboard.Detection.DetectorCatalogue).Assembly.Location;
        var start = new ProcessStartInfo("dotnet", [program, .. args]) { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        try
        {
            await process.StandardInput.WriteAsync(input);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It ended without reading, as it may on wrong use.
        }

        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        await process.WaitForExitAsync(limit.Token);
        return (process.ExitCode, await output, await error);
    }
}
