using System.Diagnostics;
using System.Text.RegularExpressions;
using DlpDashboard.Tests.Testing;

namespace DlpDashboard.Tests.Access;

public sealed partial class FirstPrintTests
{
    [Fact]
    public async Task The_way_in_is_printed_at_the_first_start_and_never_again()
    {
        await using var database = await TestDatabase.CreateEmptyAsync();
        var folder = Directory.CreateTempSubdirectory("dlp-first-");
        try
        {
            var first = await StartAsync(database.ConnectionString, folder.FullName);
            var password = Password().Match(first).Groups["password"].Value;
            Assert.Matches("^[a-z2-9]{5}(-[a-z2-9]{5}){3}$", password);
            Assert.Single(Regex.Matches(first, Regex.Escape(password), RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)));
            Assert.Contains("admin@localhost", first, StringComparison.Ordinal);
            Assert.Contains("DlpDashboard is at http://127.0.0.1:", first, StringComparison.Ordinal);

            var second = await StartAsync(database.ConnectionString, folder.FullName);
            Assert.Contains("DlpDashboard is at http://127.0.0.1:", second, StringComparison.Ordinal);
            Assert.DoesNotContain("password", second, StringComparison.OrdinalIgnoreCase);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>All that the app prints until it listens, on both of its outputs.</summary>
    private static async Task<string> StartAsync(string connectionString, string folder)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "DlpDashboard.dll")]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder };
        start.Environment["ASPNETCORE_URLS"] = "http://127.0.0.1:0";
        start.Environment["DLP__Database__ConnectionString"] = connectionString;
        start.Environment["DLP__Data__Folder"] = Path.Combine(folder, "data");
        using var app = Process.Start(start)!;
        try
        {
            var errors = app.StandardError.ReadToEndAsync();
            var lines = new List<string>();
            while (await app.StandardOutput.ReadLineAsync() is { } line)
            {
                lines.Add(line);
                if (line.StartsWith("DlpDashboard is at", StringComparison.Ordinal))
                {
                    break;
                }
            }

            app.Kill();
            return string.Join('\n', lines) + await errors;
        }
        finally
        {
            app.Kill();
            await app.WaitForExitAsync();
        }
    }

    [GeneratedRegex("one-time password: (?<password>\\S+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Password();
}
