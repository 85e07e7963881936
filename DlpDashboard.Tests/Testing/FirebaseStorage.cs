using System.Diagnostics;
using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using DlpDashboard.Providers;
using DlpDashboard.Providers.Gcs;

namespace DlpDashboard.Tests.Testing;

/// <summary>Another's implementation of Google's API: the storage emulator of firebase-tools, from the tests' own packages. Ends with the test process.</summary>
public sealed class FirebaseStorage : IAsyncLifetime
{
    private readonly HttpClient _http = new();
    private Process _process = null!;

    /// <summary>Where it listens.</summary>
    public string Url { get; private set; } = string.Empty;

    public async Task InitializeAsync()
    {
        var start = new ProcessStartInfo("node", [Script()]) { RedirectStandardInput = true, RedirectStandardOutput = true, UseShellExecute = false, WorkingDirectory = Path.GetTempPath() };
        _process = Process.Start(start)!;
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        const string Announcement = "listening ";
        while (await _process.StandardOutput.ReadLineAsync(limit.Token) is { } line)
        {
            if (line.StartsWith(Announcement, StringComparison.Ordinal))
            {
                Url = $"http://127.0.0.1:{line[Announcement.Length..]}";
                return;
            }
        }

        Assert.Fail("The storage emulator of firebase-tools did not start. Run npm ci in DlpDashboard.Tests.");
    }

    /// <summary>Puts an object.</summary>
    public async Task PutAsync(string bucket, string key, byte[] bytes)
    {
        using var body = new ByteArrayContent(bytes) { Headers = { ContentType = new MediaTypeHeaderValue("application/octet-stream") } };
        using var answer = await _http.PostAsync(new Uri($"{Url}/upload/storage/v1/b/{bucket}/o?uploadType=media&name={Uri.EscapeDataString(key)}"), body);
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>A connection to it.</summary>
    public StoreConnection Connection(string bucket) =>
        new("gcp", new Dictionary<string, string> { [GcsFields.EndpointUrl] = Url, [GcsFields.Credentials] = GcsFields.ByNone, [GcsFields.ProjectId] = "p1" }, bucket);

    public async Task DisposeAsync()
    {
        _http.Dispose();
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static string Script([CallerFilePath] string file = "") => Path.Combine(Path.GetDirectoryName(file)!, "firebase-storage.cjs");
}
