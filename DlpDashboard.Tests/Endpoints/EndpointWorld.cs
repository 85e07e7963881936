using System.Collections.Concurrent;
using DlpDashboard.Access;
using DlpDashboard.Audit;
using DlpDashboard.Data.Accounts;
using DlpDashboard.Endpoints;
using DlpDashboard.Events;
using DlpDashboard.Kernel;
using DlpDashboard.Providers;
using DlpDashboard.Tests.Testing;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DlpDashboard.Tests.Endpoints;

/// <summary>The room on a real database, with a folder that may be connected. Each test makes organisations of its own.</summary>
public sealed class EndpointWorld : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("dlp-endpoints-").FullName;
    private ServiceProvider? _services;

    public TestDatabase Database { get; } = new();

    public LogLines Logs { get; } = new();

    public TrackedDependent Dependent { get; } = new();

    public EndpointReader Reader => Get<EndpointReader>();

    public EndpointService Service => Get<EndpointService>();

    public EndpointStores Stores => Get<EndpointStores>();

    public EndpointPurge Purge => Get<EndpointPurge>();

    public ConnectionTestRunner Tests => Get<ConnectionTestRunner>();

    public T Get<T>()
        where T : notnull => _services!.GetRequiredService<T>();

    /// <summary>A person of a new organisation; with all permissions unless some are named.</summary>
    public async Task<Actor> NewActorAsync(params string[] permissions)
    {
        var now = TimeProvider.System.GetUtcNow();
        var organisation = new Organisation { Id = Guid.CreateVersion7(now), Name = "Test", CreatedUtc = now.UtcDateTime };
        await using var db = Database.NewContext();
        db.Organisations.Add(organisation);
        await db.SaveChangesAsync();
        return new Actor(organisation.Id, Guid.CreateVersion7(now), "Somebody", permissions.Length == 0 ? new HashSet<string> { Permissions.Everything } : permissions.ToHashSet());
    }

    /// <summary>A new folder below the allowed root.</summary>
    public string NewFolder() => Directory.CreateDirectory(Path.Combine(_folder, Guid.CreateVersion7().ToString("N"))).FullName;

    /// <summary>A draft of a folder.</summary>
    public EndpointDraft FolderDraft(string name, string? folder = null) => new()
    {
        Name = name,
        Provider = "local",
        Settings = { ["root"] = folder ?? NewFolder() },
    };

    /// <summary>A draft of a bucket on a server that nobody asks.</summary>
    public static EndpointDraft BucketDraft(string name, string secret, string bucket = "customers") => new()
    {
        Name = name,
        Provider = "aws",
        BucketFilter = bucket,
        Settings =
        {
            ["region"] = "eu-central-1",
            ["serviceUrl"] = "https://storage.example.test:9000",
            ["accessKeyId"] = "KEYOFTESTS",
            ["secretAccessKey"] = secret,
        },
    };

    public async Task<EndpointDetails> AddAsync(Actor actor, EndpointDraft draft)
    {
        var added = await Service.AddAsync(actor, draft, CancellationToken.None);
        Assert.True(added.Succeeded, added.Problem?.Sentence);
        return added.Value;
    }

    public async Task InitializeAsync()
    {
        await Database.InitializeAsync();
        _services = Build(new Dictionary<string, string?> { ["Providers:LocalRoots"] = _folder, ["Endpoints:MaxPerOrganisation"] = "6", ["Endpoints:TestsPerMinute"] = "5" });
    }

    public async Task DisposeAsync()
    {
        await _services!.DisposeAsync();
        await Database.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private ServiceProvider Build(Dictionary<string, string?> settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        var services = new ServiceCollection();
        services.AddSingleton(Database.Contexts);
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<IDataProtectionProvider>(new EphemeralDataProtectionProvider());
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(Logs));
        services.AddProviders(configuration);
        services.AddEvents();
        services.AddSingleton<AuditTrail>();
        services.AddSingleton<IEndpointDependent>(Dependent);
        services.AddEndpoints(configuration);
        return services.BuildServiceProvider();
    }
}

/// <summary>Everything that was logged.</summary>
public sealed class LogLines : ILoggerProvider, ILogger
{
    public ConcurrentQueue<string> Lines { get; } = new();

    public ILogger CreateLogger(string categoryName) => this;

    public void Dispose()
    {
    }

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        Lines.Enqueue($"{formatter(state, exception)} {exception}");
}

/// <summary>A room that has rows of endpoints; it can be told to fail.</summary>
public sealed class TrackedDependent : IEndpointDependent
{
    private readonly ConcurrentDictionary<Guid, int> _rows = new();
    private readonly ConcurrentDictionary<Guid, int> _failures = new();

    public void Give(Guid endpointId, int rows) => _rows[endpointId] = rows;

    public void Fail(Guid endpointId, int times) => _failures[endpointId] = times;

    public int RowsOf(Guid endpointId) => _rows.GetValueOrDefault(endpointId);

    public Task<IReadOnlyList<DependentCount>> CountAsync(Guid organisationId, Guid endpointId, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<DependentCount>>([new DependentCount("things", RowsOf(endpointId)), new DependentCount("other things", 0)]);

    public Task PurgeAsync(Guid organisationId, Guid endpointId, CancellationToken cancellationToken)
    {
        if (_failures.TryGetValue(endpointId, out var left) && left > 0)
        {
            _failures[endpointId] = left - 1;
            throw new IOException("The disk is away.");
        }

        _rows.TryRemove(endpointId, out _);
        return Task.CompletedTask;
    }
}
