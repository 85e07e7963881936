using DlpDashboard.Data;
using DlpDashboard.Kernel;
using Microsoft.EntityFrameworkCore;

namespace DlpDashboard.Risk.Joining;

/// <summary>Risks go with their endpoint. They count for nothing in the question before: what they are joined from does.</summary>
internal sealed class RiskEndpointRows(IDbContextFactory<DlpDbContext> contexts) : IEndpointDependent
{
    /// <inheritdoc />
    public Task<IReadOnlyList<DependentCount>> CountAsync(Guid organisationId, Guid endpointId, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<DependentCount>>([]);

    /// <inheritdoc />
    public async Task PurgeAsync(Guid organisationId, Guid endpointId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await db.BucketRisks.Where(r => r.OrganisationId == organisationId && r.EndpointId == endpointId).ExecuteDeleteAsync(cancellationToken);
        await db.BucketCoverages.Where(c => c.OrganisationId == organisationId && c.EndpointId == endpointId).ExecuteDeleteAsync(cancellationToken);
        await db.BucketRiskDays.Where(d => d.EndpointId == endpointId).ExecuteDeleteAsync(cancellationToken);
    }
}
