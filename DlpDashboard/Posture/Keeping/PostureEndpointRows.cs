using DlpDashboard.Data;
using DlpDashboard.Kernel;
using Microsoft.EntityFrameworkCore;

namespace DlpDashboard.Posture.Keeping;

/// <summary>What is kept of an endpoint's buckets goes with the endpoint.</summary>
internal sealed class PostureEndpointRows(IDbContextFactory<DlpDbContext> contexts) : IEndpointDependent
{
    private const int Batch = 5000;

    /// <inheritdoc />
    public async Task<IReadOnlyList<DependentCount>> CountAsync(Guid organisationId, Guid endpointId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var buckets = await db.PostureBuckets.Where(b => b.OrganisationId == organisationId && b.EndpointId == endpointId).Take(DependentCount.Ceiling).CountAsync(cancellationToken);
        return [new DependentCount("judged buckets", buckets)];
    }

    /// <inheritdoc />
    public async Task PurgeAsync(Guid organisationId, Guid endpointId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);

        // Refreshes first: one without its row can write nothing more.
        await db.PostureRefreshes.Where(r => r.OrganisationId == organisationId && r.EndpointId == endpointId).ExecuteDeleteAsync(cancellationToken);
        await db.PostureEndpointTallies.Where(t => t.OrganisationId == organisationId && t.EndpointId == endpointId).ExecuteDeleteAsync(cancellationToken);
        await db.PostureCheckTallies.Where(t => t.OrganisationId == organisationId && t.EndpointId == endpointId).ExecuteDeleteAsync(cancellationToken);
        await db.PostureSuppressions.Where(s => s.OrganisationId == organisationId && s.EndpointId == endpointId).ExecuteDeleteAsync(cancellationToken);
        while (await db.PostureResults.Where(r => r.OrganisationId == organisationId && r.EndpointId == endpointId).Take(Batch).ExecuteDeleteAsync(cancellationToken) > 0
            || await db.PostureDocuments.Where(d => d.OrganisationId == organisationId && d.EndpointId == endpointId).Take(Batch).ExecuteDeleteAsync(cancellationToken) > 0
            || await db.PostureBuckets.Where(b => b.OrganisationId == organisationId && b.EndpointId == endpointId).Take(Batch).ExecuteDeleteAsync(cancellationToken) > 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
        }
    }
}
