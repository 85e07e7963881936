using DlpDashboard.Access;
using DlpDashboard.Access.Settings;
using DlpDashboard.Admin;
using DlpDashboard.Admin.Retention;
using DlpDashboard.Audit;
using DlpDashboard.Data.Accounts;
using DlpDashboard.Data.Leases;
using DlpDashboard.Data.Protection;
using DlpDashboard.Detection;
using DlpDashboard.Detectors;
using DlpDashboard.Events;
using DlpDashboard.Findings;
using DlpDashboard.Kernel;
using DlpDashboard.Scans;
using DlpDashboard.Scans.Planning;
using DlpDashboard.Scans.Scheduling;
using DlpDashboard.Tests.Testing;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace DlpDashboard.Tests.Admin;

/// <summary>The retention as one node has it, on a real database, with an organisation of its own whose clock the test sets.</summary>
internal sealed class RetentionHouse : IAsyncDisposable
{
    private readonly TestDatabase _database;
    private readonly ServiceProvider _services;

    public RetentionHouse(TestDatabase database, int chunk = 1000, IRetentionPart? extra = null, RetentionHouse? beside = null)
    {
        _database = database;
        OrganisationId = beside?.OrganisationId ?? Guid.CreateVersion7();
        Time = beside?.Time ?? new JumpingTime();
        Actor = new Actor(OrganisationId, Guid.CreateVersion7(), "Tester", new HashSet<string> { Permissions.Everything });
        var configuration = new ConfigurationBuilder().Build();
        var services = new ServiceCollection().AddLogging().AddSingleton<TimeProvider>(Time).AddSingleton(database.Contexts).AddSingleton(database.Dialect);
        services.AddSingleton<IDataProtectionProvider>(new EphemeralDataProtectionProvider()).AddSingleton<FoundValueKeyReader>();
        services.AddSingleton<NodeName>();
        services.AddEvents().AddFindings().AddDetectors(configuration).AddAudit().AddScans(configuration).AddAdmin(configuration);
        services.Configure<RetentionOptions>(options => options.ChunkRows = chunk);
        if (extra is not null)
        {
            services.AddSingleton(extra);
        }

        _services = services.BuildServiceProvider();
        if (beside is null)
        {
            using var db = database.NewContext();
            db.Organisations.Add(new Organisation { Id = OrganisationId, Name = $"Tests {OrganisationId}" });
            db.SaveChanges();
        }
    }

    public Guid OrganisationId { get; }

    public JumpingTime Time { get; }

    public Actor Actor { get; }

    public DateTime Now => Time.GetUtcNow().UtcDateTime;

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public Task<RetentionRun?> RunAsync(CancellationToken cancellationToken = default) => Get<RetentionRunner>().RunAsync(OrganisationId, askedId: null, cancellationToken);

    /// <summary>Runs and gives what was removed.</summary>
    public async Task<RetentionCounts> RemovedAsync() => (await RunAsync())!.Removed;

    public async Task KeepAsync(RetentionPeriods periods)
    {
        await using var db = _database.NewContext();
        await db.OrganisationSettings.Where(s => s.OrganisationId == OrganisationId).ExecuteDeleteAsync();
        db.OrganisationSettings.Add(new OrganisationSettings { OrganisationId = OrganisationId, Retention = periods, Version = 1 });
        await db.SaveChangesAsync();
    }

    /// <summary>A scan that was asked for, and ended as the change says, so many days ago.</summary>
    public async Task<Guid> ScanAsync(Guid endpoint, int daysAgo, Action<Scan, DateTime> change)
    {
        var at = Now.AddDays(-daysAgo);
        var scan = Scan.Request(Guid.CreateVersion7(new DateTimeOffset(at)), OrganisationId, endpoint, "local", Actor.AccountId, "Tester", ScanPlan.Everything, ScanPriority.Normal, at);
        change(scan, at);
        await using var db = _database.NewContext();
        db.Scans.Add(scan);
        await db.SaveChangesAsync();
        return scan.Id;
    }

    /// <summary>A finding with one sample.</summary>
    public async Task<Guid> FindingAsync(Action<Finding> change)
    {
        var finding = new Finding
        {
            Id = Guid.CreateVersion7(), OrganisationId = OrganisationId, EndpointId = Guid.CreateVersion7(), ObjectId = Guid.CreateVersion7(), Bucket = "b", ObjectKey = "k", DetectorId = "email",
            Category = "contact", Severity = Severity.Low, Count = 1, FirstSeenUtc = Now.AddDays(-900), LastSeenUtc = Now.AddDays(-900), SamplesJson = "[{\"value\":\"a***\"}]",
        };
        change(finding);
        await using var db = _database.NewContext();
        db.Findings.Add(finding);
        await db.SaveChangesAsync();
        return finding.Id;
    }

    public async Task EventsAsync(params int[] daysAgo)
    {
        await using var db = _database.NewContext();
        db.Events.AddRange(daysAgo.Select(days => new StoryEvent { Id = Guid.CreateVersion7(), OrganisationId = OrganisationId, AtUtc = Now.AddDays(-days), Type = "test.old", Sentence = $"{days}" }));
        await db.SaveChangesAsync();
    }

    public async Task FiringsAsync(params int[] daysAgo)
    {
        await using var db = _database.NewContext();
        db.ScheduleFirings.AddRange(daysAgo.Select(days => new ScheduleFiring { Id = Guid.CreateVersion7(), OrganisationId = OrganisationId, AtUtc = Now.AddDays(-days), DueUtc = Now.AddDays(-days) }));
        await db.SaveChangesAsync();
    }

    public async Task EntriesAsync(params int[] daysAgo)
    {
        await using var db = _database.NewContext();
        db.AuditEntries.AddRange(daysAgo.Select(days => new AuditEntry { Id = Guid.CreateVersion7(), OrganisationId = OrganisationId, AtUtc = Now.AddDays(-days), Action = "test.old", ActorName = "T", SubjectKind = "test" }));
        await db.SaveChangesAsync();
    }

    /// <summary>Scans that are still there.</summary>
    public async Task<List<Guid>> ScansAsync()
    {
        await using var db = _database.NewContext();
        return await db.Scans.Where(s => s.OrganisationId == OrganisationId).Select(s => s.Id).ToListAsync();
    }

    /// <summary>Events of the test that are still there, by the days they were old.</summary>
    public async Task<List<string>> DaysOfEventsAsync()
    {
        await using var db = _database.NewContext();
        return await db.Events.Where(e => e.OrganisationId == OrganisationId && e.Type == "test.old").OrderBy(e => e.AtUtc).Select(e => e.Sentence).ToListAsync();
    }

    /// <summary>Findings that still have samples.</summary>
    public async Task<List<Guid>> WithSamplesAsync()
    {
        await using var db = _database.NewContext();
        return await db.Findings.Where(f => f.OrganisationId == OrganisationId && f.SamplesJson != "[]").Select(f => f.Id).ToListAsync();
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
