using DlpDashboard.Data;
using DlpDashboard.Kernel;
using DlpDashboard.Posture.Keeping;
using Microsoft.EntityFrameworkCore;

namespace DlpDashboard.Posture;

/// <summary>Tells other rooms how the checks stand.</summary>
internal sealed class PostureCheckDirectory(IDbContextFactory<DlpDbContext> contexts) : ICheckCounts
{
    /// <inheritdoc />
    public async Task<IReadOnlyList<EndpointChecks>> ListAsync(Guid organisationId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.PostureCheckTallies.AsNoTracking().Where(t => t.OrganisationId == organisationId)
            .GroupBy(t => t.EndpointId).Select(group => new EndpointChecks(group.Key, group.Sum(t => t.Passed), group.Sum(t => t.Failed))).ToListAsync(cancellationToken);
    }
}
