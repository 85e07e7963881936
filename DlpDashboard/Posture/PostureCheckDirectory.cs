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
        return await db.PostureBuckets.AsNoTracking().Where(b => b.OrganisationId == organisationId && b.VanishedUtc == null)
            .GroupBy(b => b.EndpointId).Select(group => new EndpointChecks(group.Key, group.Sum(b => b.Passed), group.Sum(b => b.Failed))).ToListAsync(cancellationToken);
    }
}
