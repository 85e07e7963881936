using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Runtime.CompilerServices;
using Amazon.Runtime;
using Amazon.S3;
using DlpDashboard.Providers;
using DlpDashboard.Providers.S3;

namespace DlpDashboard.Tests.Testing;

/// <summary>
/// A real S3 server: Debian's radosgw on free ports, one a test run, shared by every collection that asks for it, ended by its
/// process ids. Two accounts: <c>DLPKEY</c> and <c>OTHERKEY</c>. Each test makes its own bucket.
/// </summary>
public sealed class RadosGateway : IAsyncLifetime
{
    private static readonly Lazy<Task<(string Folder, int Port)>> Server = new(StartAsync);

    /// <summary>Where it listens.</summary>
    public string Url { get; private set; } = string.Empty;

    private string Folder { get; set; } = string.Empty;

    public async Task InitializeAsync()
    {
        var (folder, port) = await Server.Value;
        Folder = folder;
        Url = $"http://127.0.0.1:{port}";
    }

    public Task DisposeAsync() => Task.CompletedTask;

    /// <summary>A connection as a person would enter it.</summary>
    public StoreConnection Connection(string? buckets = null, string? prefix = null, string key = "DLPKEY", string secret = "DLPSECRET") => new(
        "aws",
        new Dictionary<string, string>
        {
            [S3Fields.ServiceUrl] = Url,
            [S3Fields.PathStyle] = "true",
            [S3Fields.Region] = "us-east-1",
            [S3Fields.AccessKeyId] = key,
            [S3Fields.SecretAccessKey] = secret,
        },
        buckets,
        prefix);

    /// <summary>A client that writes what tests read.</summary>
    public AmazonS3Client Client(string key = "DLPKEY", string secret = "DLPSECRET") => new(
        new BasicAWSCredentials(key, secret),
        new AmazonS3Config
        {
            ServiceURL = Url,
            ForcePathStyle = true,
            AuthenticationRegion = "us-east-1",
            RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED,
            ResponseChecksumValidation = ResponseChecksumValidation.WHEN_REQUIRED,
        });

    /// <summary>A new bucket of the first account with a name no other test has.</summary>
    public async Task<string> NewBucketAsync()
    {
        var name = "t-" + Guid.CreateVersion7().ToString("N");
        using var client = Client();
        await client.PutBucketAsync(name);
        return name;
    }

    /// <summary>Runs radosgw-admin.</summary>
    public async Task<string> AdminAsync(params string[] arguments) => await RunAsync("radosgw-admin", ["-c", Path.Combine(Folder, "ceph.conf"), .. arguments]);

    private static async Task<(string Folder, int Port)> StartAsync()
    {
        for (var attempt = 1; ; attempt++)
        {
            var folder = Directory.CreateTempSubdirectory("dlp-rgw-").FullName;
            var ports = FreePorts(3);
            AppDomain.CurrentDomain.ProcessExit += (_, _) => Stop(folder);
            try
            {
                await RunAsync("bash", [Script(), folder, .. ports.Select(port => $"{port}"), $"{Environment.ProcessId}"]);
                return (folder, ports[0]);
            }
            catch (InvalidOperationException) when (attempt < 3)
            {
                // Another process took a port between finding and using it.
                Stop(folder);
            }
        }
    }

    // The folder is left to the script's watch, which removes it once this process is gone.
    private static void Stop(string folder)
    {
        foreach (var file in Directory.GetFiles(folder, "*.pid"))
        {
            try
            {
                using var server = Process.GetProcessById(int.Parse(File.ReadAllText(file), CultureInfo.InvariantCulture));
                server.Kill();
            }
            catch (Exception ended) when (ended is ArgumentException or IOException or FormatException)
            {
                // It has ended by itself, or has not begun.
            }
        }
    }

    private static async Task<string> RunAsync(string program, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        var output = process.StandardOutput.ReadToEndAsync(limit.Token);
        var errors = process.StandardError.ReadToEndAsync(limit.Token);
        await process.WaitForExitAsync(limit.Token);
        return process.ExitCode == 0 ? await output : throw new InvalidOperationException($"{program} ended with {process.ExitCode}: {await errors}");
    }

    private static int[] FreePorts(int count)
    {
        var listeners = Enumerable.Range(0, count).Select(_ => new TcpListener(IPAddress.Loopback, 0)).ToList();
        listeners.ForEach(listener => listener.Start());
        var ports = listeners.Select(listener => ((IPEndPoint)listener.LocalEndpoint).Port).ToArray();
        listeners.ForEach(listener => listener.Stop());
        return ports;
    }

    private static string Script([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "radosgw.sh");
}
