using DlpDashboard.Data;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DlpDashboard.Tests.Testing;

/// <summary>
/// The real app, in this process, on Kestrel at a free port, with a database of its own and an administrator whose password is known.
/// As a class fixture (<c>IClassFixture&lt;AppFixture&gt;</c>) one for the class; for other settings derive and override <see cref="Settings"/>.
/// </summary>
public class AppFixture : IAsyncLifetime, IAsyncDisposable
{
    /// <summary>The administrator's name.</summary>
    public const string AdminEmail = "admin@example.test";

    /// <summary>The administrator's password; not a one-time one.</summary>
    public const string AdminPassword = "a-password-for-tests-only-7";

    private readonly string _folder = Directory.CreateTempSubdirectory("dlp-app-").FullName;
    private TestDatabase? _database;
    private Factory? _factory;

    /// <summary>Where it listens: <c>http://127.0.0.1:port</c>, without a slash at the end.</summary>
    public Uri Address { get; private set; } = new("http://127.0.0.1");

    /// <summary>Its services.</summary>
    public IServiceProvider Services => _factory!.Services;

    /// <summary>Its database.</summary>
    public TestDatabase Database => _database!;

    /// <summary>A folder of the fixture's own, removed at the end; the app's data folder lies in it.</summary>
    public string Folder => _folder;

    /// <summary>Further settings, such as <c>Access:LockoutAfter</c>. Asked once, before the app starts.</summary>
    protected virtual IEnumerable<KeyValuePair<string, string>> Settings => [];

    /// <summary>A client with cookies of its own that follows no redirects.</summary>
    public HttpClient NewClient() =>
        new(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = true }) { BaseAddress = Address };

    /// <summary>A context for one method.</summary>
    public DlpDbContext NewContext() => Services.GetRequiredService<IDbContextFactory<DlpDbContext>>().CreateDbContext();

    /// <inheritdoc />
    public async Task InitializeAsync()
    {
        try
        {
            await StartAsync();
        }
        catch
        {
            // Nobody else cleans up after a fixture that did not start.
            await DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (_factory is not null)
        {
            await _factory.DisposeAsync();
        }

        if (_database is not null)
        {
            await _database.DisposeAsync();
        }

        Directory.Delete(_folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    async Task IAsyncLifetime.DisposeAsync() => await DisposeAsync();

    private async Task StartAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _factory = new Factory(new Dictionary<string, string>(Settings, StringComparer.OrdinalIgnoreCase)
        {
            ["Database:ConnectionString"] = _database.ConnectionString,
            ["Data:Folder"] = Path.Combine(_folder, "data"),
            ["Bootstrap:AdminEmail"] = AdminEmail,
            ["Bootstrap:AdminPassword"] = AdminPassword,
        });
        _factory.UseKestrel(0);
        _factory.StartServer();
        Address = new Uri(_factory.ClientOptions.BaseAddress.GetLeftPart(UriPartial.Authority).Replace("localhost", "127.0.0.1", StringComparison.Ordinal));
    }

    private sealed class Factory(Dictionary<string, string> settings) : WebApplicationFactory<Program>
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            builder.UseEnvironment("Production");
            foreach (var (key, value) in settings)
            {
                builder.UseSetting(key, value);
            }
        }
    }
}
