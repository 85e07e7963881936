using DlpDashboard.Data;
using DlpDashboard.Kernel;
using Microsoft.EntityFrameworkCore;

namespace DlpDashboard.Endpoints;

/// <summary>The names of endpoints, for rooms that know them by id only.</summary>
internal sealed class EndpointDirectory(IDbContextFactory<DlpDbContext> contexts) : IEndpointDirectory
{
    /// <inheritdoc />
    public async Task<IReadOnlyList<EndpointName>> ListAsync(Guid organisationId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.StorageEndpoints.AsNoTracking()
            .Where(e => e.OrganisationId == organisationId && e.DeletedUtc == null)
            .OrderBy(e => e.Name).ThenBy(e => e.Id)
            .Select(e => new EndpointName(e.Id, e.Name, e.Provider, e.IsEnabled))
            .ToListAsync(cancellationToken);
    }
}
