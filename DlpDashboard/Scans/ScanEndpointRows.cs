using DlpDashboard.Data;
using DlpDashboard.Kernel;
using DlpDashboard.Scans.Queue;
using DlpDashboard.Scans.Running;
using Microsoft.EntityFrameworkCore;

namespace DlpDashboard.Scans;

/// <summary>The scans and objects that go with an endpoint.</summary>
internal sealed class ScanEndpointRows(IDbContextFactory<DlpDbContext> contexts, ScanSignals signals) : IEndpointDependent
{
    private const int Batch = 5000;

    /// <inheritdoc />
    public async Task<IReadOnlyList<DependentCount>> CountAsync(Guid organisationId, Guid endpointId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var scans = await db.Scans.Where(s => s.OrganisationId == organisationId && s.EndpointId == endpointId)
            .Take(DependentCount.Ceiling).CountAsync(cancellationToken);
        var objects = await db.ScannedObjects.Where(o => o.OrganisationId == organisationId && o.EndpointId == endpointId)
            .Take(DependentCount.Ceiling).CountAsync(cancellationToken);
        return [new DependentCount("scans", scans), new DependentCount("scanned objects", objects)];
    }

    /// <inheritdoc />
    public async Task PurgeAsync(Guid organisationId, Guid endpointId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var scans = db.Scans.Where(s => s.OrganisationId == organisationId && s.EndpointId == endpointId);
        foreach (var running in await scans.Where(s => s.State == ScanState.Running).Select(s => s.Id).ToListAsync(cancellationToken))
        {
            signals.Stop(running, ScanStop.Cancelled);
        }

        // Scans first: a run without its row can write nothing more.
        await scans.ExecuteDeleteAsync(cancellationToken);
        while (await db.ScannedObjects.Where(o => o.OrganisationId == organisationId && o.EndpointId == endpointId).Take(Batch).ExecuteDeleteAsync(cancellationToken) > 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
        }
    }
}
