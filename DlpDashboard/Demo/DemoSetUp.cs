using DlpDashboard.Access;
using DlpDashboard.Access.SignIn;
using DlpDashboard.Data;
using DlpDashboard.Data.Dialects;
using DlpDashboard.Endpoints;
using DlpDashboard.Kernel;
using DlpDashboard.Scans;
using DlpDashboard.Scans.Planning;
using DlpDashboard.Scans.Scheduling;
using Microsoft.EntityFrameworkCore;

namespace DlpDashboard.Demo;

/// <summary>The demo's endpoint, its first scan and its schedules, made on behalf of the first administrator as a person would make them.</summary>
internal sealed class DemoSetUp(
    IDbContextFactory<DlpDbContext> contexts, IDatabaseDialect dialect, AbsentActor actors, DemoServices services)
{
    /// <summary>Makes them in a database that has no endpoint yet, however many nodes start at the same time.</summary>
    /// <param name="folder">What the endpoint shows.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Whether something was made; false where an endpoint exists or existed.</returns>
    public async Task<Outcome<bool>> RunAsync(string folder, CancellationToken cancellationToken)
    {
        // The lock is this transaction's; the rows are written by the services in transactions of their own.
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await dialect.LockAsync(db, "demo", cancellationToken);
        if (await db.StorageEndpoints.AnyAsync(cancellationToken))
        {
            return false;
        }

        var first = await db.Users.OrderBy(account => account.CreatedUtc).Select(account => new { account.Id, account.OrganisationId }).FirstAsync(cancellationToken);
        var actor = await actors.FindAsync(first.OrganisationId, first.Id, cancellationToken) ?? throw new InvalidOperationException("The first account has gone.");
        return await MakeAsync(actor, folder, cancellationToken);
    }

    private async Task<Outcome<bool>> MakeAsync(Actor actor, string folder, CancellationToken cancellationToken)
    {
        var draft = new EndpointDraft { Name = "Demo files", Provider = "local", Settings = new(StringComparer.Ordinal) { ["root"] = folder } };
        var endpoint = await services.Endpoints.AddAsync(actor, draft, cancellationToken);
        if (!endpoint.Succeeded)
        {
            return endpoint.Problem;
        }

        var id = endpoint.Value.Row.Id;
        var test = await services.Tests.PrepareAsync(actor, id, draft: null, cancellationToken);
        if (!test.Succeeded)
        {
            return test.Problem;
        }

        await foreach (var _ in services.Tests.RunAsync(test.Value, cancellationToken))
        {
        }

        var scan = await services.Scans.StartAsync(actor, id, ScanPlan.Everything, ScanPriority.Normal, cancellationToken);
        var posture = await services.Posture.RefreshAsync(actor, id, cancellationToken);
        var measure = await services.Storage.MeasureAsync(actor, id, cancellationToken);
        var hourly = await services.Schedules.AddAsync(actor, Hourly(id), cancellationToken);
        var weekly = await services.Schedules.AddAsync(actor, Weekly(id), cancellationToken);
        return (scan.Problem ?? posture.Problem ?? measure.Problem ?? hourly.Problem ?? weekly.Problem) is { } problem ? problem : true;
    }

    private static ScheduleDraft Hourly(Guid endpoint) => new()
    {
        Name = "Changed files, every hour",
        EndpointId = endpoint,
        Recurrence = new Recurrence { Kind = RecurrenceKind.Hourly, Minute = 20 },
        Misfire = MisfireRule.Skip,
        Plan = new ScanPlan { Mode = ScanMode.Changed },
        Priority = ScanPriority.Low,
    };

    private static ScheduleDraft Weekly(Guid endpoint) => new()
    {
        Name = "Everything, on Sundays",
        EndpointId = endpoint,
        Recurrence = new Recurrence { Kind = RecurrenceKind.Weekly, Days = [DayOfWeek.Sunday], Time = new TimeOnly(3, 0) },
    };
}
