using DlpDashboard.Data;
using DlpDashboard.Kernel;
using Microsoft.EntityFrameworkCore;

namespace DlpDashboard.Storage.Keeping;

/// <summary>What is kept of an endpoint's sizes goes with the endpoint; the organisation's own history stays.</summary>
internal sealed class StorageEndpointRows(IDbContextFactory<DlpDbContext> contexts) : IEndpointDependent
{
    private const int Batch = 5000;

    /// <inheritdoc />
    public async Task<IReadOnlyList<DependentCount>> CountAsync(Guid organisationId, Guid endpointId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var buckets = await db.StorageBuckets.Where(b => b.OrganisationId == organisationId && b.EndpointId == endpointId).Take(DependentCount.Ceiling).CountAsync(cancellationToken);
        return [new DependentCount("measured buckets", buckets)];
    }

    /// <inheritdoc />
    public async Task PurgeAsync(Guid organisationId, Guid endpointId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);

        // Measures first: one without its row can write nothing more.
        await db.StorageMeasures.Where(m => m.OrganisationId == organisationId && m.EndpointId == endpointId).ExecuteDeleteAsync(cancellationToken);
        await db.StorageCheckpoints.Where(c => c.EndpointId == endpointId).ExecuteDeleteAsync(cancellationToken);
        while (await db.StorageSnapshots.Where(s => s.OrganisationId == organisationId && s.EndpointId == endpointId).Take(Batch).ExecuteDeleteAsync(cancellationToken) > 0
            || await db.StorageFigures.Where(f => f.EndpointId == endpointId).Take(Batch).ExecuteDeleteAsync(cancellationToken) > 0
            || await db.StorageBuckets.Where(b => b.OrganisationId == organisationId && b.EndpointId == endpointId).Take(Batch).ExecuteDeleteAsync(cancellationToken) > 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
        }
    }
}
