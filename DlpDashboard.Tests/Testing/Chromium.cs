using Microsoft.Playwright;

namespace DlpDashboard.Tests.Testing;

/// <summary>The one browser of a test run: Debian's Chromium driven by Playwright. It ends with the process.</summary>
internal static class Chromium
{
    /// <summary>How long to wait for what comes, in milliseconds: other tests use the processor too.</summary>
    public const int Patience = 60_000;

    private const string Program = "/usr/bin/chromium";
    private static readonly Lazy<Task<IBrowser>> Running = new(StartAsync);

    /// <summary>The browser.</summary>
    public static Task<IBrowser> Browser => Running.Value;

    private static async Task<IBrowser> StartAsync()
    {
        var playwright = await Playwright.CreateAsync();
        Assertions.SetDefaultExpectTimeout(Patience);
        return await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Program,
            Headless = true,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }
}
