using DlpDashboard.Data;
using DlpDashboard.Endpoints;
using DlpDashboard.Kernel;
using Microsoft.EntityFrameworkCore;

namespace DlpDashboard.Scans;

/// <summary>Tells other rooms how much of each endpoint was read.</summary>
internal sealed class ScanCoverageDirectory(IDbContextFactory<DlpDbContext> contexts) : IScanCoverage
{
    /// <inheritdoc />
    public async Task<IReadOnlyList<EndpointCoverage>> ListAsync(Guid organisationId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var scans = db.Scans;
        var last = await db.StorageEndpoints.AsNoTracking()
            .Where(e => e.OrganisationId == organisationId && e.DeletedUtc == null)
            .SelectMany(e => scans.Where(s => s.EndpointId == e.Id && s.State == ScanState.Completed).OrderByDescending(s => s.RequestedUtc).ThenByDescending(s => s.Id).Take(1))
            .ToListAsync(cancellationToken);
        return last.ConvertAll(scan => new EndpointCoverage(scan.EndpointId, scan.ObjectsListed, scan.Counts.Scanned, scan.EndedUtc));
    }
}
