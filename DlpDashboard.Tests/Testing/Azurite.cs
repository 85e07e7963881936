using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Runtime.CompilerServices;
using Azure.Storage;
using Azure.Storage.Blobs;
using DlpDashboard.Providers;
using DlpDashboard.Providers.Azure;

namespace DlpDashboard.Tests.Testing;

/// <summary>
/// A real blob service: Azurite from npm on free ports, one a test run, shared by every collection that asks for it, ended when this process
/// is gone. Each test makes its own container.
/// </summary>
public sealed class Azurite : IAsyncLifetime
{
    /// <summary>The emulator's account.</summary>
    public const string Account = "devstoreaccount1";

    // Published by Microsoft for emulators; not a secret.
    public const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw" + "==";

    private static readonly Lazy<Task<string>> Server = new(() => StartAsync("http"));

    /// <summary>Where it listens, the account's name at the end.</summary>
    public string Url { get; private set; } = string.Empty;

    /// <summary>As the portal would show it.</summary>
    public string ConnectionString => $"DefaultEndpointsProtocol=http;AccountName={Account};AccountKey={Key};BlobEndpoint={Url};";

    public async Task InitializeAsync() => Url = await Server.Value;

    public Task DisposeAsync() => Task.CompletedTask;

    /// <summary>A connection as a person would enter it.</summary>
    public StoreConnection Connection(string? buckets = null, string? prefix = null) => new(
        "azure", new Dictionary<string, string> { [AzureFields.ConnectionString] = ConnectionString }, buckets, prefix);

    /// <summary>A client that writes what tests read.</summary>
    public BlobServiceClient Client() => new(new Uri(Url), new StorageSharedKeyCredential(Account, Key));

    /// <summary>A new container with a name no other test has.</summary>
    public async Task<BlobContainerClient> NewContainerAsync() =>
        await Client().CreateBlobContainerAsync("t-" + Guid.CreateVersion7().ToString("N"));

    /// <summary>Starts a server and gives its account's address.</summary>
    public static async Task<string> StartAsync(string scheme, params string[] more)
    {
        for (var attempt = 1; ; attempt++)
        {
            var port = FreePort();
            var start = new ProcessStartInfo("bash", [.. Command(port), .. more]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
            var process = Process.Start(start)!;
            _ = process.StandardOutput.ReadToEndAsync();
            _ = process.StandardError.ReadToEndAsync();
            try
            {
                await Until.TrueAsync(() => AnswersAsync(port, process));
                return string.Create(CultureInfo.InvariantCulture, $"{scheme}://127.0.0.1:{port}/{Account}");
            }
            catch (InvalidOperationException) when (attempt < 3)
            {
                // Another process took the port between finding and using it.
            }
        }
    }

    private static string[] Command(int port) =>
    [
        "-c", "node \"$@\" & server=$!; trap 'kill $server' TERM EXIT; tail --pid=$0 -f /dev/null & wait -n $server $!", $"{Environment.ProcessId}",
        Path.Combine(Path.GetDirectoryName(Here())!, "..", "node_modules", "azurite", "dist", "src", "blob", "main.js"),
        "--silent", "--skipApiVersionCheck", "--disableTelemetry", "--inMemoryPersistence", "--blobHost", "127.0.0.1", "--blobPort", $"{port}",
    ];

    private static async Task<bool> AnswersAsync(int port, Process process)
    {
        if (process.HasExited)
        {
            throw new InvalidOperationException("Azurite ended at its start.");
        }

        try
        {
            using var probe = new TcpClient();
            await probe.ConnectAsync(IPAddress.Loopback, port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static string Here([CallerFilePath] string here = "") => here;
}
