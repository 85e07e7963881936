using DlpDashboard.Access;
using DlpDashboard.Audit;
using DlpDashboard.Data;
using DlpDashboard.Data.Accounts;
using DlpDashboard.Data.Dialects;
using DlpDashboard.Data.Leases;
using DlpDashboard.Data.Protection;
using DlpDashboard.Detectors;
using DlpDashboard.Endpoints;
using DlpDashboard.Events;
using DlpDashboard.Findings;
using DlpDashboard.Kernel;
using DlpDashboard.Providers;
using DlpDashboard.Scans;
using DlpDashboard.Scans.Live;
using DlpDashboard.Scans.Queue;
using DlpDashboard.Scans.Running;
using DlpDashboard.Tests.Testing;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using DlpDashboard.Scans.Planning;

namespace DlpDashboard.Tests.Scans;

/// <summary>The room as one process has it, on a real database, with an organisation and an endpoint of its own and a storage from the test. Several on one database are several nodes.</summary>
internal sealed class ScanHouse : IAsyncDisposable
{
    public const string EndpointName = "Invoices";
    private static readonly EphemeralDataProtectionProvider Keys = new();
    private readonly ServiceProvider _services;

    public ScanHouse(TestDatabase database, IObjectStore store, Action<ScanOptions>? options = null, ScanHouse? beside = null, IDbContextFactory<DlpDbContext>? contexts = null, string provider = "local", TimeProvider? time = null, string? node = null)
    {
        OrganisationId = beside?.OrganisationId ?? Guid.CreateVersion7();
        EndpointId = beside?.EndpointId ?? Guid.CreateVersion7();
        Actor = new Actor(OrganisationId, Guid.CreateVersion7(), "Tester", new HashSet<string> { Permissions.Everything });
        var configuration = new ConfigurationBuilder().Build();
        var services = new ServiceCollection().AddLogging().AddSingleton(time ?? TimeProvider.System);
        services.AddSingleton(contexts ?? database.Contexts).AddSingleton(database.Dialect);
        services.AddSingleton<IDataProtectionProvider>(Keys).AddSingleton<FoundValueKeyReader>();
        services.AddEvents().AddFindings().AddDetectors(configuration).AddSingleton<AuditTrail>().AddSingleton<ExportTrail>().AddScans(configuration);
        services.Replace(ServiceDescriptor.Singleton<IEndpointDirectory>(new OneEndpoint(EndpointId, provider)));
        services.Replace(ServiceDescriptor.Singleton<OpenStore>((_, id, _) => Task.FromResult<Outcome<OpenEndpoint>>(new OpenEndpoint(id, EndpointName, BucketFilter, Prefix, store))));
        services.AddSingleton<NodeName>().Configure<NodeOptions>(o => o.NodeId = node ?? Guid.CreateVersion7().ToString("N"));
        services.Configure<ScanOptions>(o =>
        {
            o.BatchInterval = TimeSpan.FromMilliseconds(20);
            o.LookForWork = TimeSpan.FromMilliseconds(50);
            o.LookForCancel = TimeSpan.FromMilliseconds(100);
            options?.Invoke(o);
        });
        _services = services.BuildServiceProvider();
        if (beside is null)
        {
            using var db = database.NewContext();

            // The line is the database's: what a test before left in it would be taken up by this one.
            db.Scans.ExecuteDelete();
            db.Organisations.Add(new Organisation { Id = OrganisationId, Name = $"Tests {OrganisationId}" });
            db.SaveChanges();
        }
    }

    public Guid OrganisationId { get; }

    public Guid EndpointId { get; }

    public Actor Actor { get; }

    public string BucketFilter { get; set; } = "";

    public string Prefix { get; set; } = "";

    public ScanService Service => Get<ScanService>();

    public ScanReader Reader => Get<ScanReader>();

    public ScanQueue Queue => Get<ScanQueue>();

    public ScanProgressFeed Feed => Get<ScanProgressFeed>();

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>A scan in line.</summary>
    public async Task<Guid> RequestAsync(ScanPlan? plan = null, ScanPriority priority = ScanPriority.Normal)
    {
        var started = await Service.StartAsync(Actor, EndpointId, plan ?? ScanPlan.Everything, priority, default);
        Assert.True(started.Succeeded, started.Problem?.Sentence);
        return started.Value;
    }

    /// <summary>Takes the endpoint's scan up and runs it until it ends, whoever else is on the database.</summary>
    public async Task<ScanRow> RunAsync(Guid scanId, CancellationToken shutdown = default)
    {
        var claimed = await ClaimAsync();
        Assert.Equal(scanId, claimed.Scan.Id);
        await Get<ScanRunner>().RunAsync(claimed, shutdown);
        return await RowAsync(scanId);
    }

    public async Task<ClaimedScan> ClaimAsync() => await Queue.ClaimAsync(default) ?? throw new InvalidOperationException("Nothing is in line.");

    public async Task<ScanRow> ScanAsync(ScanPlan? plan = null) => await RunAsync(await RequestAsync(plan));

    public async Task<ScanRow> RowAsync(Guid scanId) => await Reader.OneAsync(Actor, scanId, default) ?? throw new InvalidOperationException("The scan is gone.");

    /// <summary>Takes up by itself, as an app does, whatever is in line, until the result is disposed.</summary>
    public async Task<IAsyncDisposable> WorkAsync()
    {
        var worker = ActivatorUtilities.CreateInstance<ScanWorker>(_services);
        await worker.StartAsync(default);
        return new Working(worker);
    }

    /// <summary>Every object of a state.</summary>
    public async Task<IReadOnlyList<ScannedObjectRow>> ObjectsAsync(Guid scanId, ObjectState state)
    {
        var rows = new List<ScannedObjectRow>();
        for (PageCursor? after = null; ;)
        {
            var page = await Reader.ObjectsAsync(Actor, scanId, state, after, 100, default);
            rows.AddRange(page!.Items);
            if (page.Next is null)
            {
                return rows;
            }

            after = page.Next;
        }
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private sealed class Working(ScanWorker worker) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync() => await worker.StopAsync(default);
    }

    private sealed class OneEndpoint(Guid id, string provider) : IEndpointDirectory
    {
        public Task<IReadOnlyList<EndpointName>> ListAsync(Guid organisationId, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyList<EndpointName>>([new EndpointName(id, EndpointName, provider, IsEnabled: true)]);
    }
}
